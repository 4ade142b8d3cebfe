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
import java.util.Set;

/** Calls, and the calls that are imports, text or the superclass. */
final class Calls {

    private static final Set<String> IMPORTS =
            Set.of("importlib.import_module", "import_module", "__import__");

    private final Walk walk;
    private final SyntaxTree tree;
    private final Expressions expressions;

    Calls(Walk walk, Expressions expressions) {
        this.walk = walk;
        this.tree = walk.tree;
        this.expressions = expressions;
    }

    Expr call(int node, Frame frame, Use.Outcome outcome) {
        int function = tree.child(node, "function");
        if (function == NONE) {
            return new Expr.Unknown("call");
        }
        if (tree.is(function, "identifier")
                && tree.text(function).equals("super")
                && frame.self() >= 0
                && frame.scope().find("super") < 0) {
            return new Expr.Super(frame.self());
        }
        Expr target = target(function, frame);
        List<Use.Argument> given = arguments(tree.child(node, "arguments"), frame);
        if (target instanceof Expr.Member member
                && member.name().equals("format")
                && Texts.isText(member.object())) {
            return Texts.formatted(member.object(), given);
        }
        boolean imports =
                !given.isEmpty()
                        && given.get(0).value() instanceof Expr.Literal literal
                        && literal.value() instanceof String
                        && IMPORTS.contains(tree.text(function));
        if (imports) {
            String path = (String) ((Expr.Literal) given.get(0).value()).value();
            return walk.imports.dynamic(path == null ? "" : path, tree.region(node), frame);
        }
        return walk.summary.use(
                Use.Kind.CALL, target, given, region(node, function), frame, outcome);
    }

    private Expr target(int function, Frame frame) {
        if (!tree.is(function, "attribute")) {
            return expressions.value(function, frame, Use.Outcome.CHAINED);
        }
        Expr object =
                expressions.base(
                        tree.child(function, "object"), frame, Access.Role.MEMBER_CALLED);
        int attribute = tree.child(function, "attribute");
        return new Expr.Member(object, attribute == NONE ? "" : tree.text(attribute));
    }

    /** A chained call begins at its own name; others at their first character. */
    private Region region(int node, int function) {
        if (tree.is(function, "attribute")) {
            int object = tree.child(function, "object");
            int attribute = tree.child(function, "attribute");
            if (tree.is(object, "call") && attribute != NONE) {
                return tree.region(tree.start(attribute), tree.end(node));
            }
        }
        return tree.region(node);
    }

    List<Use.Argument> arguments(int node, Frame frame) {
        List<Use.Argument> given = new ArrayList<>();
        if (node == NONE) {
            return given;
        }
        if (!tree.is(node, "argument_list")) {
            Expr value = expressions.value(node, frame, Use.Outcome.PASSED);
            given.add(new Use.Argument(null, value, false));
            return given;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (!tree.isNamed(child) || tree.is(child, "comment")) {
                continue;
            }
            if (tree.is(child, "keyword_argument")) {
                int name = tree.child(child, "name");
                Expr value =
                        expressions.value(tree.child(child, "value"), frame, Use.Outcome.PASSED);
                given.add(
                        new Use.Argument(name == NONE ? null : tree.text(name), value, false));
                continue;
            }
            boolean spread = tree.is(child, "list_splat") || tree.is(child, "dictionary_splat");
            Expr value = expressions.value(child, frame, Use.Outcome.PASSED);
            given.add(new Use.Argument(null, value, spread));
        }
        return given;
    }
}
