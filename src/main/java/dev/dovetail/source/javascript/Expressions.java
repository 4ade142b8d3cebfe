package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Expressions: the values they describe, and the uses, writes and accesses within them. */
final class Expressions {

    private static final Set<String> EQUALITIES = Set.of("==", "===", "!=", "!==");

    private final Walk walk;
    private final SyntaxTree tree;
    private final Calls calls;
    private final Assignments assignments;

    Expressions(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.calls = new Calls(walk, this);
        this.assignments = new Assignments(walk, this);
    }

    Expr value(int node, Frame frame, Use.Outcome outcome) {
        return value(node, frame, outcome, Access.Role.READ);
    }

    /** The value of a node; {@code name} is what a function in it is bound to. */
    Expr value(int node, Frame frame, Use.Outcome outcome, String name) {
        if (node == NONE) {
            return new Expr.Unknown("nothing there");
        }
        if (isFunction(node)) {
            return walk.functions.expression(node, frame, name);
        }
        return tree.is(node, "class")
                ? walk.classes.expression(node, frame, name)
                : value(node, frame, outcome, Access.Role.READ);
    }

    /**
     * The value of a node.
     *
     * @param outcome what becomes of it, should it be a call
     * @param role how it is used, should it be state
     */
    Expr value(int node, Frame frame, Use.Outcome outcome, Access.Role role) {
        if (node == NONE) {
            return new Expr.Unknown("nothing there");
        }
        if (!walk.enter()) {
            return new Expr.Unknown("nested too deep");
        }
        try {
            return dispatch(node, frame, outcome, role);
        } finally {
            walk.leave();
        }
    }

    private Expr dispatch(int node, Frame frame, Use.Outcome outcome, Access.Role role) {
        String kind = tree.kind(node);
        return switch (kind) {
            case "identifier", "shorthand_property_identifier" -> walk.mention(node, frame, role);
            case "this" ->
                    frame.self() >= 0
                            ? new Expr.This(frame.self())
                            : new Expr.Unknown("this of a function");
            case "super" ->
                    frame.self() >= 0
                            ? new Expr.Super(frame.self())
                            : new Expr.Unknown("super of a function");
            case "string" -> new Expr.Literal(Literals.string(tree, node));
            case "number" -> Literals.number(tree.text(node));
            case "true" -> new Expr.Literal(true);
            case "false" -> new Expr.Literal(false);
            case "null", "undefined" -> Expr.Literal.NOTHING;
            case "regex" -> new Expr.Unknown("regular expression");
            case "template_string" -> template(node, frame);
            case "member_expression" -> member(node, frame, role);
            case "subscript_expression" -> subscript(node, frame, role);
            case "call_expression" -> calls.call(node, frame, outcome);
            case "new_expression" -> calls.construction(node, frame, outcome);
            case "await_expression" ->
                    new Expr.Awaited(value(tree.firstNamed(node), frame, Use.Outcome.AWAITED));
            case "yield_expression" -> {
                int inner = tree.firstNamed(node);
                if (inner != NONE) {
                    value(inner, frame, Use.Outcome.AWAITED);
                }
                yield new Expr.Unknown("yield");
            }
            case "assignment_expression" -> assignments.assign(node, frame);
            case "augmented_assignment_expression" -> assignments.augment(node, frame);
            case "update_expression" -> assignments.update(node, frame);
            case "unary_expression" -> unary(node, frame, outcome);
            case "binary_expression" -> binary(node, frame, outcome, role);
            case "ternary_expression" -> ternary(node, frame, outcome);
            case "parenthesized_expression",
                    "as_expression",
                    "satisfies_expression",
                    "non_null_expression" ->
                    value(tree.firstNamed(node), frame, outcome, role);
            case "type_assertion" -> value(last(node), frame, outcome, role);
            case "sequence_expression" -> sequence(node, frame, outcome);
            case "object" -> object(node, frame);
            case "array" -> array(node, frame);
            case "class" -> walk.classes.expression(node, frame, "");
            case "spread_element" -> {
                value(tree.firstNamed(node), frame, Use.Outcome.KEPT);
                yield new Expr.Unknown("spread");
            }
            case "meta_property" -> new Expr.Global(tree.text(node));
            case "jsx_element", "jsx_self_closing_element", "jsx_fragment" -> jsx(node, frame);
            default -> {
                if (isFunction(node)) {
                    yield walk.functions.expression(node, frame, "");
                }
                children(node, frame);
                yield new Expr.Unknown(kind);
            }
        };
    }

    private boolean isFunction(int node) {
        return switch (tree.kind(node)) {
            case "arrow_function", "function_expression", "function", "generator_function" ->
                    tree.isNamed(node);
            default -> false;
        };
    }

    private Expr member(int node, Frame frame, Access.Role role) {
        int property = tree.child(node, "property");
        String name = property == NONE ? "" : tree.text(property);
        Expr.Member member =
                new Expr.Member(object(node, frame, role, Access.Role.ELEMENT_READ), name);
        fieldAccess(member, property, frame, role);
        if (role != Access.Role.MEMBER_CALLED && role != Access.Role.ELEMENT_WRITTEN) {
            read(member, tree.region(node), frame);
        }
        return member;
    }

    /** The object of a member access; what is done to the member is done to an element of it. */
    private Expr object(int node, Frame frame, Access.Role role, Access.Role whenRead) {
        Access.Role ofObject =
                role == Access.Role.ASSIGNED || role == Access.Role.ELEMENT_WRITTEN
                        ? Access.Role.ELEMENT_WRITTEN
                        : whenRead;
        return base(tree.child(node, "object"), frame, ofObject);
    }

    /** The base of a longer path: not a read of its own. */
    Expr base(int object, Frame frame, Access.Role role) {
        if (tree.is(object, "member_expression")) {
            int property = tree.child(object, "property");
            if (!walk.enter()) {
                return new Expr.Unknown("nested too deep");
            }
            Expr.Member member =
                    new Expr.Member(
                            base(tree.child(object, "object"), frame, Access.Role.ELEMENT_READ),
                            property == NONE ? "" : tree.text(property));
            walk.leave();
            fieldAccess(member, property, frame, role);
            return member;
        }
        return value(object, frame, Use.Outcome.CHAINED, role);
    }

    private void fieldAccess(Expr.Member member, int property, Frame frame, Access.Role role) {
        if (member.object() instanceof Expr.This self && property != NONE) {
            int field = walk.fields.find(self.definition(), member.name());
            if (field >= 0) {
                walk.summary.access(
                        new Access(field, frame.definition(), tree.region(property), role));
            }
        }
    }

    /** Notes a property read that rules may ask for: of imports, globals and parameters. */
    void read(Expr.Member member, Region region, Frame frame) {
        Expr root = member;
        while (root instanceof Expr.Member inner) {
            root = inner.object();
        }
        boolean interesting =
                root instanceof Expr.Module
                        || root instanceof Expr.Global
                        || root instanceof Expr.Ref ref
                                && (walk.summary.binding(ref.binding()).kind()
                                                == Binding.Kind.IMPORT
                                        || walk.summary.binding(ref.binding()).kind()
                                                == Binding.Kind.PARAMETER);
        if (interesting) {
            walk.summary.use(Use.Kind.READ, member, List.of(), region, frame, Use.Outcome.KEPT);
        }
    }

    private Expr subscript(int node, Frame frame, Access.Role role) {
        Expr object = object(node, frame, role, Access.Role.ELEMENT_READ);
        int index = tree.child(node, "index");
        Expr key = value(index, frame, Use.Outcome.KEPT);
        if (key instanceof Expr.Literal literal && literal.value() instanceof String name) {
            Expr.Member member = new Expr.Member(object, name);
            if (role == Access.Role.READ) {
                read(member, tree.region(node), frame);
            }
            return member;
        }
        return new Expr.Index(object, key);
    }

    private Expr template(int node, Frame frame) {
        List<Expr> parts = new ArrayList<>();
        int at = tree.start(node) + 1;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "template_substitution")) {
                continue;
            }
            addText(parts, at, tree.start(child));
            parts.add(value(tree.firstNamed(child), frame, Use.Outcome.KEPT));
            at = tree.end(child);
        }
        addText(parts, at, tree.end(node) - 1);
        if (parts.isEmpty()) {
            return new Expr.Literal("");
        }
        return parts.size() == 1 && parts.get(0) instanceof Expr.Literal literal
                ? literal
                : new Expr.Concat(parts);
    }

    private void addText(List<Expr> parts, int start, int end) {
        if (end > start) {
            parts.add(new Expr.Literal(Literals.unescape(tree.slice(start, end))));
        }
    }

    private Expr unary(int node, Frame frame, Use.Outcome outcome) {
        String operator = tree.text(tree.child(node, "operator"));
        int argument = tree.child(node, "argument");
        return switch (operator) {
            case "void" -> {
                value(argument, frame, Use.Outcome.DROPPED);
                yield Expr.Literal.NOTHING;
            }
            case "delete" -> assignments.delete(node, argument, frame);
            case "!" ->
                    new Expr.Operation(
                            "!",
                            List.of(
                                    value(
                                            argument,
                                            frame,
                                            Use.Outcome.KEPT,
                                            Access.Role.TESTED)));
            case "typeof" -> {
                value(argument, frame, Use.Outcome.KEPT, Access.Role.TESTED);
                yield new Expr.Unknown("typeof");
            }
            default -> {
                Expr operand = value(argument, frame, outcome);
                boolean negative = operator.equals("-");
                yield new Expr.Operation(negative ? "neg" : operator, List.of(operand));
            }
        };
    }

    private Expr binary(int node, Frame frame, Use.Outcome outcome, Access.Role role) {
        String operator = tree.text(tree.child(node, "operator"));
        int leftNode = tree.child(node, "left");
        int rightNode = tree.child(node, "right");
        boolean tests = EQUALITIES.contains(operator) && isNothing(rightNode);
        boolean logical =
                operator.equals("&&") || operator.equals("||") || operator.equals("??");
        boolean tested = tests || logical && !operator.equals("??");
        Expr left =
                value(
                        leftNode,
                        frame,
                        Use.Outcome.KEPT,
                        tested ? Access.Role.TESTED : Access.Role.READ);
        if (!logical) {
            return new Expr.Operation(
                    operator, List.of(left, value(rightNode, frame, Use.Outcome.KEPT)));
        }
        Frame under =
                operator.equals("??")
                        ? frame
                        : frame.under(
                                walk.summary.guard(left, operator.equals("&&"), frame.guard()));
        return new Expr.Operation(operator, List.of(left, value(rightNode, under, outcome, role)));
    }

    private boolean isNothing(int node) {
        return tree.is(node, "null")
                || tree.is(node, "undefined")
                || tree.is(node, "identifier") && tree.text(node).equals("undefined");
    }

    private Expr ternary(int node, Frame frame, Use.Outcome outcome) {
        Expr test =
                value(
                        tree.child(node, "condition"),
                        frame,
                        Use.Outcome.KEPT,
                        Access.Role.TESTED);
        Frame holds = frame.under(walk.summary.guard(test, true, frame.guard()));
        Frame fails = frame.under(walk.summary.guard(test, false, frame.guard()));
        return new Expr.Conditional(
                test,
                value(tree.child(node, "consequence"), holds, outcome),
                value(tree.child(node, "alternative"), fails, outcome));
    }

    private Expr sequence(int node, Frame frame, Use.Outcome outcome) {
        Expr last = new Expr.Unknown("nothing there");
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                boolean isLast = tree.next(child) == NONE;
                last = value(child, frame, isLast ? outcome : Use.Outcome.DROPPED);
            }
        }
        return last;
    }

    private Expr object(int node, Frame frame) {
        List<Expr.Property> properties = new ArrayList<>();
        List<Expr> spreads = new ArrayList<>();
        boolean open = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case "pair" -> {
                    int key = tree.child(child, "key");
                    int value = tree.child(child, "value");
                    if (tree.is(key, "computed_property_name")) {
                        value(tree.firstNamed(key), frame, Use.Outcome.KEPT);
                        value(value, frame, Use.Outcome.KEPT);
                        open = true;
                    } else {
                        String name = keyOf(key);
                        properties.add(
                                new Expr.Property(
                                        name, value(value, frame, Use.Outcome.KEPT, name)));
                    }
                }
                case "shorthand_property_identifier" ->
                        properties.add(
                                new Expr.Property(
                                        tree.text(child),
                                        value(child, frame, Use.Outcome.KEPT)));
                case "method_definition" -> {
                    int name = tree.child(child, "name");
                    String key = keyOf(name);
                    Expr method =
                            walk.functions.define(
                                    child,
                                    frame,
                                    Definition.Kind.FUNCTION,
                                    key,
                                    tree.region(name),
                                    -1,
                                    walk.functions.traits(child));
                    properties.add(new Expr.Property(key, method));
                }
                case "spread_element" ->
                        spreads.add(value(tree.firstNamed(child), frame, Use.Outcome.KEPT));
                default -> {}
            }
        }
        return new Expr.ObjectOf(properties, spreads, open);
    }

    /** The name that a key of a literal or class writes. */
    String keyOf(int key) {
        if (key == NONE) {
            return "";
        }
        return tree.is(key, "string") ? Literals.string(tree, key) : tree.text(key);
    }

    private Expr array(int node, Frame frame) {
        List<Expr> elements = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && !tree.is(child, "comment")) {
                elements.add(value(child, frame, Use.Outcome.KEPT));
            }
        }
        return new Expr.ListOf(elements);
    }

    private Expr jsx(int node, Frame frame) {
        int name = tree.child(node, "name");
        if (name != NONE) {
            Expr component = value(name, frame, Use.Outcome.KEPT);
            walk.summary.use(Use.Kind.OTHER, component, List.of(), tree.region(name), frame, Use.Outcome.KEPT);
        }
        children(node, frame);
        return new Expr.Unknown("markup");
    }

    private void children(int node, Frame frame) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && tree.firstChild(child) != NONE) {
                value(child, frame, Use.Outcome.KEPT);
            }
        }
    }

    private int last(int node) {
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            last = tree.isNamed(child) ? child : last;
        }
        return last;
    }
}
