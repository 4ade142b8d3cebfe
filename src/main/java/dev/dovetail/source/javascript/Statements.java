package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements: what they declare, and under which conditions their parts run. */
final class Statements {

    private static final Set<String> FUNCTIONS =
            Set.of("function_declaration", "generator_function_declaration");
    private static final Set<String> CLASSES =
            Set.of("class_declaration", "abstract_class_declaration");

    /** Labels of a switch that one condition is made of; beyond them it is unknown. */
    private static final int MOST_LABELS = 50;

    private final Walk walk;
    private final SyntaxTree tree;

    Statements(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** The statements of a file, function or block, with their names declared first. */
    void body(int block, Frame frame) {
        declareVariables(block, frame);
        sequence(block, frame);
    }

    private void sequence(int block, Frame frame) {
        declare(block, frame);
        Frame at = frame;
        for (int child = tree.firstChild(block); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                at = statement(child, at);
            }
        }
    }

    /** {@code var} belongs to the function, wherever it stands in it. */
    private void declareVariables(int block, Frame frame) {
        for (int child = tree.firstChild(block); child != NONE; child = tree.next(child)) {
            String kind = tree.kind(child);
            if (kind.equals("variable_declaration")) {
                declareDeclarators(child, frame);
            } else if (tree.isNamed(child)
                    && kind.endsWith("_statement")
                    && !kind.equals("expression_statement")
                    && !kind.equals("return_statement")
                    || kind.equals("else_clause")
                    || kind.equals("statement_block")
                    || kind.equals("switch_body")
                    || kind.equals("switch_case")
                    || kind.equals("switch_default")
                    || kind.equals("catch_clause")
                    || kind.equals("finally_clause")) {
                if (walk.enter()) {
                    declareVariables(child, frame);
                    walk.leave();
                }
            }
        }
    }

    private void declareDeclarators(int declaration, Frame frame) {
        for (int child = tree.firstChild(declaration); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "variable_declarator")) {
                walk.patterns.declare(
                        tree.child(child, "name"), frame, Binding.Kind.VARIABLE);
            }
        }
    }

    /** Names of a block itself: functions, classes, {@code let} and {@code const}, imports. */
    private void declare(int block, Frame frame) {
        for (int child = tree.firstChild(block); child != NONE; child = tree.next(child)) {
            int declaration = child;
            if (tree.is(child, "export_statement") || tree.is(child, "ambient_declaration")) {
                int inner = tree.child(child, "declaration");
                declaration = inner == NONE ? child : inner;
            }
            String kind = tree.kind(declaration);
            if (kind.equals("lexical_declaration")
                    || kind.equals("variable_declaration") && declaration != child) {
                declareDeclarators(declaration, frame);
            } else if (FUNCTIONS.contains(kind)
                    || CLASSES.contains(kind)
                    || kind.equals("enum_declaration")) {
                int name = tree.child(declaration, "name");
                if (name != NONE) {
                    walk.declare(frame, Binding.Kind.DEFINITION, name);
                }
            } else if (kind.equals("import_statement")) {
                walk.modules.declareImport(declaration, frame);
            }
        }
    }

    /** One statement; what comes after it stands in the frame that is returned. */
    private Frame statement(int node, Frame frame) {
        if (!walk.enter()) {
            return frame;
        }
        try {
            return dispatch(node, frame);
        } finally {
            walk.leave();
        }
    }

    private Frame dispatch(int node, Frame frame) {
        String kind = tree.kind(node);
        switch (kind) {
            case "expression_statement" ->
                    walk.expressions.value(tree.firstNamed(node), frame, Use.Outcome.DROPPED);
            case "lexical_declaration", "variable_declaration" -> declarators(node, frame);
            case "function_declaration", "generator_function_declaration" ->
                    walk.functions.declaration(node, frame);
            case "class_declaration", "abstract_class_declaration" ->
                    walk.classes.declaration(node, frame);
            case "enum_declaration" -> walk.types.enumeration(node, frame);
            case "export_statement" -> walk.modules.export(node, frame);
            case "import_statement" -> {}
            case "return_statement" -> {
                int value = tree.firstNamed(node);
                if (value != NONE) {
                    Expr returned =
                            walk.expressions.value(value, frame, Use.Outcome.RETURNED);
                    walk.summary.definition(frame.definition()).returns.add(returned);
                }
            }
            case "throw_statement" ->
                    walk.expressions.value(tree.firstNamed(node), frame, Use.Outcome.KEPT);
            case "if_statement" -> {
                return ifStatement(node, frame);
            }
            case "switch_statement" -> switchStatement(node, frame);
            case "for_statement", "while_statement", "do_statement" -> loop(node, frame);
            case "for_in_statement" -> forIn(node, frame);
            case "try_statement" -> tryStatement(node, frame);
            case "statement_block", "labeled_statement" -> sequence(node, frame.inBlock());
            case "ambient_declaration", "interface_declaration", "type_alias_declaration" -> {}
            case "internal_module", "module", "namespace" -> {
                int body = tree.child(node, "body");
                if (body != NONE) {
                    body(body, frame.inBlock());
                }
            }
            case "comment", "hash_bang_line", "empty_statement" -> {}
            case "ERROR" -> sequence(node, frame);
            default -> {
                if (!kind.endsWith("_statement")) {
                    walk.expressions.value(node, frame, Use.Outcome.DROPPED);
                }
            }
        }
        return frame;
    }

    void declarators(int declaration, Frame frame) {
        for (int child = tree.firstChild(declaration); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "variable_declarator")) {
                continue;
            }
            int name = tree.child(child, "name");
            int value = tree.child(child, "value");
            int type = tree.child(child, "type");
            Expr declared = type == NONE ? null : walk.types.annotation(type, frame);
            Expr given =
                    value == NONE
                            ? null
                            : walk.expressions.value(
                                    value, frame, Use.Outcome.KEPT, tree.text(name));
            walk.patterns.bind(name, given, declared, frame);
        }
    }

    private Frame ifStatement(int node, Frame frame) {
        Expr condition =
                walk.expressions.value(
                        tree.child(node, "condition"),
                        frame,
                        Use.Outcome.KEPT,
                        Access.Role.TESTED);
        int holds = walk.summary.guard(condition, true, frame.guard());
        int then = tree.child(node, "consequence");
        boolean leaves = branch(then, frame.under(holds));
        int otherwise = tree.child(node, "alternative");
        boolean otherLeaves = false;
        if (otherwise != NONE) {
            int not = walk.summary.guard(condition, false, frame.guard());
            otherLeaves = branch(tree.firstNamed(otherwise), frame.under(not));
        }
        if (leaves && !otherLeaves) {
            return frame.under(walk.summary.guard(condition, false, frame.guard()));
        }
        if (otherLeaves && !leaves) {
            return frame.under(walk.summary.guard(condition, true, frame.guard()));
        }
        return frame;
    }

    /** Walks a branch, and tells whether what follows the whole statement is not reached from it. */
    private boolean branch(int node, Frame frame) {
        if (node == NONE) {
            return false;
        }
        if (tree.is(node, "statement_block")) {
            sequence(node, frame.inBlock());
        } else {
            statement(node, frame);
        }
        return leaves(node);
    }

    private boolean leaves(int node) {
        int last = node;
        if (tree.is(node, "statement_block")) {
            last = NONE;
            for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
                if (tree.isNamed(child) && !tree.is(child, "comment")) {
                    last = child;
                }
            }
        }
        if (last == NONE) {
            return false;
        }
        return switch (tree.kind(last)) {
            case "return_statement", "throw_statement", "continue_statement", "break_statement" ->
                    true;
            case "expression_statement" ->
                    tree.text(last).startsWith("process.exit(");
            default -> false;
        };
    }

    private void switchStatement(int node, Frame frame) {
        Expr value =
                walk.expressions.value(tree.child(node, "value"), frame, Use.Outcome.KEPT);
        int body = tree.child(node, "body");
        if (body == NONE) {
            return;
        }
        Frame inside = frame.inBlock();
        for (int each = tree.firstChild(body); each != NONE; each = tree.next(each)) {
            declare(each, inside);
        }
        Map<Integer, Expr> conditions = new LinkedHashMap<>();
        for (int each = tree.firstChild(body); each != NONE; each = tree.next(each)) {
            int label = tree.is(each, "switch_case") ? tree.child(each, "value") : NONE;
            if (label != NONE) {
                Expr wanted = walk.expressions.value(label, inside, Use.Outcome.KEPT);
                conditions.put(each, new Expr.Operation("===", List.of(value, wanted)));
            }
        }
        Expr any = either(List.copyOf(conditions.values()));
        List<Expr> falling = new ArrayList<>();
        for (int each = tree.firstChild(body); each != NONE; each = tree.next(each)) {
            if (!tree.is(each, "switch_case") && !tree.is(each, "switch_default")) {
                continue;
            }
            falling.add(
                    conditions.getOrDefault(each, new Expr.Operation("!", List.of(any))));
            int guard = walk.summary.guard(either(falling), true, frame.guard());
            if (caseBody(each, inside.under(guard))) {
                falling.clear();
            }
        }
    }

    /** Walks what stands under one label, and tells whether the next label's is not reached from it. */
    private boolean caseBody(int node, Frame frame) {
        Frame at = frame;
        int label = tree.child(node, "value");
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && child != label) {
                at = statement(child, at);
                last = tree.is(child, "comment") ? last : child;
            }
        }
        return last != NONE && leaves(last);
    }

    private static Expr either(List<Expr> conditions) {
        if (conditions.size() > MOST_LABELS) {
            return new Expr.Unknown("many labels");
        }
        return conditions.stream()
                .reduce((one, other) -> new Expr.Operation("||", List.of(one, other)))
                .orElse(new Expr.Literal(false));
    }

    private void loop(int node, Frame frame) {
        Frame inside = frame.inLoop();
        int body = tree.child(node, "body");
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (!tree.isNamed(child) || child == body) {
                continue;
            }
            if (tree.is(child, "lexical_declaration")) {
                declareDeclarators(child, inside);
            }
            statement(child, inside);
        }
        if (body != NONE) {
            statement(body, inside);
        }
    }

    private void forIn(int node, Frame frame) {
        Frame inside = frame.inLoop();
        int left = tree.child(node, "left");
        int right = tree.child(node, "right");
        if (right != NONE) {
            walk.expressions.value(right, frame, Use.Outcome.KEPT);
        }
        if (left != NONE) {
            walk.patterns.declare(left, inside, Binding.Kind.LOCAL_UNKNOWN);
        }
        int body = tree.child(node, "body");
        if (body != NONE) {
            statement(body, inside);
        }
    }

    private void tryStatement(int node, Frame frame) {
        int body = tree.child(node, "body");
        int handler = tree.child(node, "handler");
        int last = tree.child(node, "finalizer");
        if (body != NONE) {
            sequence(body, (handler == NONE ? frame : frame.inTry()).inBlock());
        }
        if (handler != NONE) {
            Frame inside = frame.inBlock();
            int parameter = tree.child(handler, "parameter");
            if (parameter != NONE) {
                walk.patterns.declare(parameter, inside, Binding.Kind.LOCAL_UNKNOWN);
            }
            int handling = tree.child(handler, "body");
            if (handling != NONE) {
                sequence(handling, inside);
            }
        }
        if (last != NONE) {
            int finishing = tree.child(last, "body");
            if (finishing != NONE) {
                sequence(finishing, frame.inBlock());
            }
        }
    }
}
