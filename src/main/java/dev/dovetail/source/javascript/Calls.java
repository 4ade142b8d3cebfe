package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Access;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Import;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;

/** Calls and constructions, and the calls that are imports. */
final class Calls {

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
        int arguments = tree.child(node, "arguments");
        if (function == NONE) {
            return new Expr.Unknown("call");
        }
        if (tree.is(function, "await_expression")) {
            // The grammar takes await f<T>() for (await f)<T>(), which nobody writes without brackets.
            Expr called = call(node, tree.firstNamed(function), arguments, frame, Use.Outcome.AWAITED);
            return new Expr.Awaited(called);
        }
        return call(node, function, arguments, frame, outcome);
    }

    private Expr call(int node, int function, int arguments, Frame frame, Use.Outcome outcome) {
        if (isImport(function, frame)) {
            return imported(node, function, arguments, frame);
        }
        Expr target = target(function, frame);
        List<Use.Argument> given = arguments(arguments, frame);
        walk.modules.exportByCall(target, given, tree.region(node));
        return walk.summary.use(
                Use.Kind.CALL, target, given, region(node, function), frame, outcome);
    }

    Expr construction(int node, Frame frame, Use.Outcome outcome) {
        int constructor = tree.child(node, "constructor");
        Expr target = expressions.base(constructor, frame, Access.Role.READ);
        List<Use.Argument> given = arguments(tree.child(node, "arguments"), frame);
        return walk.summary.use(
                Use.Kind.CONSTRUCT, target, given, tree.region(node), frame, outcome);
    }

    private Expr target(int function, Frame frame) {
        if (!tree.is(function, "member_expression")) {
            return expressions.value(function, frame, Use.Outcome.CHAINED);
        }
        Expr object =
                expressions.base(
                        tree.child(function, "object"), frame, Access.Role.MEMBER_CALLED);
        int property = tree.child(function, "property");
        return new Expr.Member(object, property == NONE ? "" : tree.text(property));
    }

    /** A chained call begins at its own name; others at their first character. */
    private Region region(int node, int function) {
        if (tree.is(function, "member_expression")) {
            int object = tree.child(function, "object");
            int property = tree.child(function, "property");
            if (tree.is(object, "call_expression") && property != NONE) {
                return tree.region(tree.start(property), tree.end(node));
            }
        }
        return tree.region(node);
    }

    private List<Use.Argument> arguments(int node, Frame frame) {
        List<Use.Argument> given = new ArrayList<>();
        if (node == NONE) {
            return given;
        }
        if (tree.is(node, "template_string")) {
            given.add(
                    new Use.Argument(
                            null, expressions.value(node, frame, Use.Outcome.PASSED), false));
            return given;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (!tree.isNamed(child) || tree.is(child, "comment")) {
                continue;
            }
            boolean spread = tree.is(child, "spread_element");
            Expr value = expressions.value(child, frame, Use.Outcome.PASSED);
            given.add(new Use.Argument(null, value, spread));
        }
        return given;
    }

    private boolean isImport(int function, Frame frame) {
        return tree.is(function, "import")
                || tree.is(function, "identifier")
                        && tree.text(function).equals("require")
                        && frame.scope().find("require") < 0;
    }

    private Expr imported(int node, int function, int arguments, Frame frame) {
        int specifier = arguments == NONE ? NONE : tree.firstNamed(arguments);
        Expr named =
                specifier == NONE
                        ? new Expr.Unknown("nothing imported")
                        : expressions.value(specifier, frame, Use.Outcome.PASSED);
        if (!(named instanceof Expr.Literal literal)
                || !(literal.value() instanceof String text)) {
            return new Expr.Unknown("computed import");
        }
        Import.Kind kind =
                tree.is(function, "import") ? Import.Kind.DYNAMIC : Import.Kind.REQUIRE;
        return new Expr.Module(
                walk.summary.imported(
                        kind, text, tree.region(node), frame.definition(), frame.guard(), frame.caught()));
    }
}
