package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Expressions: the values they describe, and the uses, writes and accesses within them. */
final class Expressions {

    /** Python's operators under the names of {@link Expr.Operation}. */
    private static final Map<String, String> OPERATORS =
            Map.of("and", "&&", "or", "||", "is", "===", "<>", "!=");

    private final Walk walk;
    private final SyntaxTree tree;
    private final Calls calls;
    private final Texts texts;

    Expressions(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
        this.calls = new Calls(walk, this);
        this.texts = new Texts(walk, this);
    }

    Expr value(int node, Frame frame, Use.Outcome outcome) {
        return value(node, frame, outcome, Access.Role.READ);
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
            case "identifier" -> walk.mention(node, frame, role);
            case "string" -> texts.string(node, frame);
            case "concatenated_string" -> texts.concatenated(node, frame);
            case "integer", "float" -> Literals.number(tree.text(node));
            case "true" -> new Expr.Literal(true);
            case "false" -> new Expr.Literal(false);
            case "none" -> Expr.Literal.NOTHING;
            case "attribute" -> member(node, frame, role);
            case "subscript" -> subscript(node, frame, role);
            case "call" -> calls.call(node, frame, outcome);
            case "await" ->
                    new Expr.Awaited(value(tree.firstNamed(node), frame, Use.Outcome.AWAITED));
            case "yield" -> {
                walk.summary.definition(frame.definition()).trait(Definition.Trait.GENERATOR);
                each(node, frame, Use.Outcome.KEPT);
                yield new Expr.Unknown("yield");
            }
            case "assignment" -> walk.assignments.assign(node, frame);
            case "augmented_assignment" -> walk.assignments.augment(node, frame);
            case "named_expression" -> walk.assignments.named(node, frame);
            case "binary_operator" -> binary(node, frame);
            case "boolean_operator" -> logical(node, frame, outcome, role);
            case "not_operator" ->
                    new Expr.Operation(
                            "!",
                            List.of(
                                    value(
                                            tree.child(node, "argument"),
                                            frame,
                                            Use.Outcome.KEPT,
                                            Access.Role.TESTED)));
            case "unary_operator" -> unary(node, frame);
            case "comparison_operator" -> comparison(node, frame);
            case "conditional_expression" -> conditional(node, frame, outcome);
            case "parenthesized_expression" ->
                    value(tree.firstNamed(node), frame, outcome, role);
            case "lambda" -> walk.functions.lambda(node, frame);
            case "list", "tuple", "set", "expression_list", "pattern_list" ->
                    list(node, frame);
            case "dictionary" -> dictionary(node, frame);
            case "list_comprehension",
                    "set_comprehension",
                    "dictionary_comprehension",
                    "generator_expression" ->
                    comprehension(node, frame);
            case "list_splat", "dictionary_splat", "parenthesized_list_splat" -> {
                value(tree.firstNamed(node), frame, Use.Outcome.KEPT);
                yield new Expr.Unknown("spread");
            }
            case "comment" -> new Expr.Unknown(kind);
            default -> {
                each(node, frame, Use.Outcome.KEPT);
                yield new Expr.Unknown(kind);
            }
        };
    }

    private void each(int node, Frame frame, Use.Outcome outcome) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                value(child, frame, outcome);
            }
        }
    }

    private Expr member(int node, Frame frame, Access.Role role) {
        int attribute = tree.child(node, "attribute");
        String name = attribute == NONE ? "" : tree.text(attribute);
        Expr.Member member =
                new Expr.Member(base(tree.child(node, "object"), frame, ofObject(role)), name);
        if (role == Access.Role.READ && walk.classes.isProperty(member)) {
            return walk.summary.use(
                    Use.Kind.CALL,
                    member,
                    List.of(),
                    tree.region(node),
                    frame,
                    Use.Outcome.KEPT);
        }
        fieldAccess(member, attribute, frame, role);
        if (role == Access.Role.READ || role == Access.Role.TESTED) {
            read(member, tree.region(node), frame);
        }
        return member;
    }

    /** What is done to a member is done to an element of its object. */
    private static Access.Role ofObject(Access.Role role) {
        return role == Access.Role.ASSIGNED || role == Access.Role.ELEMENT_WRITTEN
                ? Access.Role.ELEMENT_WRITTEN
                : Access.Role.ELEMENT_READ;
    }

    /** The base of a longer path: not a read of its own. */
    Expr base(int object, Frame frame, Access.Role role) {
        if (!tree.is(object, "attribute")) {
            return value(object, frame, Use.Outcome.CHAINED, role);
        }
        if (!walk.enter()) {
            return new Expr.Unknown("nested too deep");
        }
        int attribute = tree.child(object, "attribute");
        Expr.Member member =
                new Expr.Member(
                        base(tree.child(object, "object"), frame, Access.Role.ELEMENT_READ),
                        attribute == NONE ? "" : tree.text(attribute));
        walk.leave();
        if (walk.classes.isProperty(member)) {
            return walk.summary.use(
                    Use.Kind.CALL,
                    member,
                    List.of(),
                    tree.region(object),
                    frame,
                    Use.Outcome.CHAINED);
        }
        fieldAccess(member, attribute, frame, role);
        return member;
    }

    private void fieldAccess(Expr.Member member, int node, Frame frame, Access.Role role) {
        int owner = node == NONE ? -1 : walk.classes.namedBy(member.object());
        int field = owner < 0 ? -1 : walk.fields.find(owner, member.name());
        if (field >= 0) {
            walk.summary.access(new Access(field, frame.definition(), tree.region(node), role));
        }
    }

    /** Notes a property read that rules may ask for: of imports, globals and parameters. */
    private void read(Expr.Member member, Region region, Frame frame) {
        Expr root = member;
        while (root instanceof Expr.Member inner) {
            root = inner.object();
        }
        boolean interesting =
                root instanceof Expr.Module
                        || root instanceof Expr.Global
                        || root instanceof Expr.Ref ref && isOfInterest(ref);
        if (interesting) {
            walk.summary.use(Use.Kind.READ, member, List.of(), region, frame, Use.Outcome.KEPT);
        }
    }

    private boolean isOfInterest(Expr.Ref ref) {
        Binding.Kind kind = walk.summary.binding(ref.binding()).kind();
        return kind == Binding.Kind.IMPORT || kind == Binding.Kind.PARAMETER;
    }

    List<Use.Argument> arguments(int node, Frame frame) {
        return calls.arguments(node, frame);
    }

    private Expr subscript(int node, Frame frame, Access.Role role) {
        Expr object = base(tree.child(node, "value"), frame, ofObject(role));
        Expr key = null;
        boolean several = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isField(child, "subscript")) {
                several = key != null;
                key = value(child, frame, Use.Outcome.KEPT);
            }
        }
        if (!several && key instanceof Expr.Literal literal && literal.value() instanceof String name) {
            Expr.Member member = new Expr.Member(object, name);
            if (role == Access.Role.READ || role == Access.Role.TESTED) {
                read(member, tree.region(node), frame);
            }
            return member;
        }
        return new Expr.Index(object, key == null || several ? new Expr.Unknown("keys") : key);
    }

    private Expr unary(int node, Frame frame) {
        String operator = tree.text(tree.child(node, "operator"));
        Expr operand = value(tree.child(node, "argument"), frame, Use.Outcome.KEPT);
        return new Expr.Operation(operator.equals("-") ? "neg" : operator, List.of(operand));
    }

    /** Chains of operators lean left, and may be long: they are not walked down but along. */
    private Expr binary(int node, Frame frame) {
        Deque<Integer> chain = new ArrayDeque<>();
        int at = node;
        while (tree.is(at, "binary_operator")) {
            chain.push(at);
            at = tree.child(at, "left");
        }
        Expr left = value(at, frame, Use.Outcome.KEPT);
        for (int each : chain) {
            String operator = tree.text(tree.child(each, "operator"));
            Expr right = value(tree.child(each, "right"), frame, Use.Outcome.KEPT);
            left =
                    operator.equals("%") && Texts.isText(left)
                            ? texts.filled(left, right)
                            : new Expr.Operation(operator, List.of(left, right));
        }
        return left;
    }

    private Expr logical(int node, Frame frame, Use.Outcome outcome, Access.Role role) {
        Deque<Integer> chain = new ArrayDeque<>();
        int at = node;
        while (tree.is(at, "boolean_operator")) {
            chain.push(at);
            at = tree.child(at, "left");
        }
        Expr left = value(at, frame, Use.Outcome.KEPT, Access.Role.TESTED);
        for (int each : chain) {
            String operator = OPERATORS.get(tree.text(tree.child(each, "operator")));
            Frame under =
                    frame.under(
                            walk.summary.guard(left, "&&".equals(operator), frame.guard()));
            Expr right = value(tree.child(each, "right"), under, outcome, role);
            left = new Expr.Operation(operator == null ? "||" : operator, List.of(left, right));
        }
        return left;
    }

    /** {@code a < b < c} is {@code a < b and b < c}. */
    private Expr comparison(int node, Frame frame) {
        List<Integer> operands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isField(child, "operators")) {
                String text = tree.text(child).replaceAll("\\s+", " ");
                boolean continues =
                        text.equals("not") && !operators.isEmpty()
                                && operators.get(operators.size() - 1).equals("is")
                                && operators.size() == operands.size();
                if (continues) {
                    operators.set(operators.size() - 1, "is not");
                } else {
                    operators.add(text);
                }
            } else if (tree.isNamed(child) && !tree.is(child, "comment")) {
                operands.add(child);
            }
        }
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean tested =
                    i == 0 && operands.size() == 2 && tree.is(operands.get(1), "none");
            values.add(
                    value(
                            operands.get(i),
                            frame,
                            Use.Outcome.KEPT,
                            tested ? Access.Role.TESTED : Access.Role.READ));
        }
        Expr all = new Expr.Unknown("comparison");
        for (int i = 0; i + 1 < values.size() && i < operators.size(); i++) {
            Expr pair = compare(operators.get(i), values.get(i), values.get(i + 1));
            all = i == 0 ? pair : new Expr.Operation("&&", List.of(all, pair));
        }
        return all;
    }

    private static Expr compare(String operator, Expr left, Expr right) {
        return switch (operator) {
            case "is not" -> new Expr.Operation("!==", List.of(left, right));
            case "not in" ->
                    new Expr.Operation(
                            "!", List.of(new Expr.Operation("in", List.of(left, right))));
            default ->
                    new Expr.Operation(
                            OPERATORS.getOrDefault(operator, operator), List.of(left, right));
        };
    }

    private Expr conditional(int node, Frame frame, Use.Outcome outcome) {
        List<Integer> parts = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && !tree.is(child, "comment")) {
                parts.add(child);
            }
        }
        if (parts.size() < 3) {
            each(node, frame, Use.Outcome.KEPT);
            return new Expr.Unknown("conditional");
        }
        Expr test = value(parts.get(1), frame, Use.Outcome.KEPT, Access.Role.TESTED);
        Frame holds = frame.under(walk.summary.guard(test, true, frame.guard()));
        Frame fails = frame.under(walk.summary.guard(test, false, frame.guard()));
        return new Expr.Conditional(
                test,
                value(parts.get(0), holds, outcome),
                value(parts.get(2), fails, outcome));
    }

    private Expr list(int node, Frame frame) {
        List<Expr> elements = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.isNamed(child) && !tree.is(child, "comment")) {
                elements.add(value(child, frame, Use.Outcome.KEPT));
            }
        }
        return new Expr.ListOf(elements);
    }

    private Expr dictionary(int node, Frame frame) {
        List<Expr.Property> properties = new ArrayList<>();
        List<Expr> spreads = new ArrayList<>();
        boolean open = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "dictionary_splat")) {
                spreads.add(value(tree.firstNamed(child), frame, Use.Outcome.KEPT));
            } else if (tree.is(child, "pair")) {
                Expr key = value(tree.child(child, "key"), frame, Use.Outcome.KEPT);
                Expr value = value(tree.child(child, "value"), frame, Use.Outcome.KEPT);
                if (key instanceof Expr.Literal literal
                        && literal.value() instanceof String name) {
                    properties.add(new Expr.Property(name, value));
                } else {
                    // What is kept under a key that is not known may still be a function.
                    properties.add(new Expr.Property("", value));
                    open = true;
                }
            }
        }
        return new Expr.ObjectOf(properties, spreads, open);
    }

    /** The first collection is looked at outside; the rest has the loops' names. */
    private Expr comprehension(int node, Frame frame) {
        Frame inside = frame.inLoop();
        boolean first = true;
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "for_in_clause")) {
                value(tree.child(child, "right"), first ? frame : inside, Use.Outcome.KEPT);
                loopNames(tree.child(child, "left"), inside);
                first = false;
            }
        }
        int body = tree.child(node, "body");
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "if_clause")) {
                Expr test =
                        value(
                                tree.firstNamed(child),
                                inside,
                                Use.Outcome.KEPT,
                                Access.Role.TESTED);
                inside = inside.under(walk.summary.guard(test, true, inside.guard()));
            }
        }
        if (body != NONE) {
            value(body, inside, Use.Outcome.KEPT);
        }
        return new Expr.Unknown("comprehension");
    }

    private void loopNames(int pattern, Frame frame) {
        if (pattern == NONE || !walk.enter()) {
            return;
        }
        if (tree.is(pattern, "identifier")) {
            walk.declare(frame, Binding.Kind.LOCAL_UNKNOWN, tree.text(pattern), pattern);
        } else {
            for (int child = tree.firstChild(pattern); child != NONE; child = tree.next(child)) {
                if (tree.isNamed(child) && !tree.is(pattern, "attribute")) {
                    loopNames(child, frame);
                }
            }
        }
        walk.leave();
    }
}
