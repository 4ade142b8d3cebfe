package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;

/** Statements: what they do, and under which conditions their parts run. */
final class Statements {

    private static final List<String> EXITS =
            List.of("sys.exit(", "exit(", "quit(", "os._exit(", "os.abort(");

    private final Walk walk;
    private final SyntaxTree tree;

    Statements(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** The statements of a block in order, whose names are declared already. */
    void block(int block, Frame frame) {
        Frame at = frame;
        for (int child = tree.firstChild(block); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && walk.enter()) {
                at = statement(child, at);
                walk.leave();
            }
        }
    }

    /** One statement; what comes after it stands in the frame that is returned. */
    private Frame statement(int node, Frame frame) {
        switch (tree.kind(node)) {
            case "expression_statement" -> expressions(node, frame);
            case "function_definition" -> walk.functions.declaration(node, List.of(), frame);
            case "class_definition" -> walk.classes.declaration(node, List.of(), frame);
            case "decorated_definition" -> decorated(node, frame);
            case "import_statement" ->
                    walk.imports.plain(node, frame, isForTypes(frame));
            case "import_from_statement" ->
                    walk.imports.from(node, frame, isForTypes(frame));
            case "return_statement" -> {
                int value = tree.firstNamed(node);
                if (value != NONE) {
                    Expr returned = walk.expressions.value(value, frame, Use.Outcome.RETURNED);
                    walk.summary.definition(frame.definition()).returns.add(returned);
                }
            }
            case "if_statement" -> {
                return ifStatement(node, frame);
            }
            case "for_statement" -> forLoop(node, frame);
            case "while_statement" -> whileLoop(node, frame);
            case "try_statement" -> tryStatement(node, frame);
            case "with_statement" -> withStatement(node, frame);
            case "match_statement" -> match(node, frame);
            case "delete_statement" -> walk.assignments.delete(node, frame);
            case "raise_statement", "assert_statement" ->
                    operands(node, frame, Use.Outcome.KEPT);
            case "print_statement", "exec_statement" -> command(node, frame);
            case "block", "ERROR" -> block(node, frame);
            case "comment",
                    "global_statement",
                    "nonlocal_statement",
                    "pass_statement",
                    "break_statement",
                    "continue_statement" -> {}
            case "type_alias_statement" -> walk.summary.syntax("type-alias", start(node));
            case "future_import_statement" ->
                    walk.types.deferred |= tree.text(node).contains("annotations");
            default -> walk.expressions.value(node, frame, Use.Outcome.DROPPED);
        }
        return frame;
    }

    private void expressions(int node, Frame frame) {
        operands(node, frame, Use.Outcome.DROPPED);
    }

    private void operands(int node, Frame frame, Use.Outcome outcome) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && !tree.is(child, "comment")) {
                walk.expressions.value(child, frame, outcome);
            }
        }
    }

    /** Python 2's {@code print x} and {@code exec x}, as the calls that they are. */
    private void command(int node, Frame frame) {
        List<Use.Argument> arguments = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                arguments.add(
                        new Use.Argument(
                                null,
                                walk.expressions.value(child, frame, Use.Outcome.PASSED),
                                false));
            }
        }
        String name = tree.is(node, "print_statement") ? "print" : "exec";
        walk.summary.use(
                Use.Kind.CALL,
                new Expr.Global(name),
                arguments,
                tree.region(node),
                frame,
                Use.Outcome.DROPPED);
    }

    private void decorated(int node, Frame frame) {
        List<Integer> decorators = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "decorator")) {
                decorators.add(child);
            }
        }
        int definition = tree.child(node, "definition");
        if (tree.is(definition, "function_definition")) {
            walk.functions.declaration(definition, decorators, frame);
        } else if (tree.is(definition, "class_definition")) {
            walk.classes.declaration(definition, decorators, frame);
        }
    }

    /** {@code if}, each {@code elif} under the conditions before it, and {@code else}. */
    private Frame ifStatement(int node, Frame frame) {
        Frame at = frame;
        Frame after = frame;
        boolean allLeave = true;
        int condition = tree.child(node, "condition");
        int body = tree.child(node, "consequence");
        int clause = node;
        for (int child = tree.firstChild(node); ; child = tree.next(child)) {
            if (clause != NONE) {
                Expr test =
                        walk.expressions.value(
                                condition, at, Use.Outcome.KEPT, Access.Role.TESTED);
                branch(body, at.under(walk.summary.guard(test, true, at.guard())));
                Frame otherwise = at.under(walk.summary.guard(test, false, at.guard()));
                if (leaves(body)) {
                    after = allLeave ? otherwise : after;
                } else {
                    allLeave = false;
                }
                at = otherwise;
                clause = NONE;
            }
            if (child == NONE) {
                return after;
            }
            if (tree.is(child, "elif_clause")) {
                clause = child;
                condition = tree.child(child, "condition");
                body = tree.child(child, "consequence");
            } else if (tree.is(child, "else_clause")) {
                int last = tree.child(child, "body");
                branch(last, at);
                if (leaves(last) && !allLeave && isOnlyElse(node)) {
                    after = frame.under(positive(at));
                }
            }
        }
    }

    private boolean isOnlyElse(int node) {
        return tree.childOfKind(node, "elif_clause") == NONE;
    }

    private int positive(Frame otherwise) {
        return walk.summary.opposite(otherwise.guard());
    }

    private void branch(int node, Frame frame) {
        if (node != NONE) {
            block(node, frame);
        }
    }

    private boolean leaves(int block) {
        int last = NONE;
        for (int child = block == NONE ? NONE : tree.firstChild(block);
                child != NONE;
                child = tree.next(child)) {
            if (tree.isNamed(child) && !tree.is(child, "comment")) {
                last = child;
            }
        }
        if (last == NONE) {
            return false;
        }
        return switch (tree.kind(last)) {
            case "return_statement", "raise_statement", "continue_statement", "break_statement" ->
                    true;
            case "expression_statement" -> {
                String text = tree.text(last);
                yield EXITS.stream().anyMatch(text::startsWith);
            }
            default -> false;
        };
    }

    /** Whether a frame stands under {@code if TYPE_CHECKING}, which never holds when code runs. */
    private boolean isForTypes(Frame frame) {
        return walk.summary.isUnder(
                frame.guard(),
                (condition, holds) -> holds && isTypeChecking(condition));
    }

    private boolean isTypeChecking(Expr condition) {
        return condition instanceof Expr.Member member && member.name().equals("TYPE_CHECKING")
                || condition instanceof Expr.Ref ref
                        && walk.summary.nameOf(ref.binding()).equals("TYPE_CHECKING");
    }

    private void forLoop(int node, Frame frame) {
        int right = tree.child(node, "right");
        if (right != NONE) {
            walk.expressions.value(right, frame, Use.Outcome.KEPT);
        }
        branch(tree.child(node, "body"), inLoop(frame));
        otherwise(node, frame);
    }

    private void whileLoop(int node, Frame frame) {
        walk.expressions.value(
                tree.child(node, "condition"), frame, Use.Outcome.KEPT, Access.Role.TESTED);
        branch(tree.child(node, "body"), inLoop(frame));
        otherwise(node, frame);
    }

    /** Blocks have no scope of their own. */
    private static Frame inLoop(Frame frame) {
        return new Frame(
                frame.scope(),
                frame.definition(),
                frame.self(),
                frame.guard(),
                frame.caught(),
                true);
    }

    private void otherwise(int node, Frame frame) {
        int clause = tree.childOfKind(node, "else_clause");
        if (clause != NONE) {
            branch(tree.child(clause, "body"), frame);
        }
    }

    private void tryStatement(int node, Frame frame) {
        boolean catches =
                tree.childOfKind(node, "except_clause") != NONE
                        || tree.childOfKind(node, "except_group_clause") != NONE;
        branch(tree.child(node, "body"), catches ? frame.inTry() : frame);
        int group = tree.childOfKind(node, "except_group_clause");
        if (group != NONE) {
            walk.summary.syntax("except-group", start(group));
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case "except_clause", "except_group_clause", "finally_clause" ->
                        branch(tree.childOfKind(child, "block"), frame);
                case "else_clause" -> branch(tree.child(child, "body"), frame);
                default -> {}
            }
        }
    }

    /** Where a statement of several lines begins. */
    private Region start(int node) {
        Region whole = tree.region(node);
        return new Region(
                whole.startLine(), whole.startColumn(), whole.startLine(), whole.startColumn() + 1);
    }

    private void withStatement(int node, Frame frame) {
        List<Expr> entered = new ArrayList<>();
        int clause = tree.childOfKind(node, "with_clause");
        for (int item = clause == NONE ? NONE : tree.firstChild(clause);
                item != NONE;
                item = tree.next(item)) {
            if (tree.is(item, "with_item")) {
                int value = tree.child(item, "value");
                if (tree.is(value, "as_pattern")) {
                    Expr held =
                            walk.expressions.value(
                                    tree.firstNamed(value), frame, Use.Outcome.KEPT);
                    int alias = tree.child(value, "alias");
                    int target = alias == NONE ? NONE : tree.firstNamed(alias);
                    walk.assignments.give(target, held, frame);
                    entered.add(held);
                } else if (value != NONE) {
                    entered.add(walk.expressions.value(value, frame, Use.Outcome.KEPT));
                }
            }
        }
        branch(tree.child(node, "body"), frame);
        // What is entered is left at the end, as if the code said so.
        for (Expr each : entered) {
            walk.summary.use(
                    Use.Kind.CALL,
                    new Expr.Member(each, "__exit__"),
                    List.of(),
                    tree.region(node),
                    frame,
                    Use.Outcome.KEPT);
        }
    }

    private void match(int node, Frame frame) {
        walk.summary.syntax("match", start(node));
        Expr subject =
                walk.expressions.value(tree.child(node, "subject"), frame, Use.Outcome.KEPT);
        int body = tree.child(node, "body");
        for (int each = body == NONE ? NONE : tree.firstChild(body);
                each != NONE;
                each = tree.next(each)) {
            if (!tree.is(each, "case_clause")) {
                continue;
            }
            Frame at = frame;
            int pattern = tree.childOfKind(each, "case_pattern");
            int inner = pattern == NONE ? NONE : tree.firstNamed(pattern);
            if (tree.is(inner, "string") || tree.is(inner, "integer")) {
                Expr wanted = walk.expressions.value(inner, frame, Use.Outcome.KEPT);
                Expr equal = new Expr.Operation("===", List.of(subject, wanted));
                at = frame.under(walk.summary.guard(equal, true, frame.guard()));
            }
            int guard = tree.child(each, "guard");
            if (guard != NONE) {
                Expr test =
                        walk.expressions.value(
                                tree.firstNamed(guard),
                                at,
                                Use.Outcome.KEPT,
                                Access.Role.TESTED);
                at = at.under(walk.summary.guard(test, true, at.guard()));
            }
            branch(tree.child(each, "consequence"), at);
        }
    }
}
