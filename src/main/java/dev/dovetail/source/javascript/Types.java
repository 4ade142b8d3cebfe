package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** TypeScript's types, as far as they name a class or interface; and its enumerations. */
final class Types {

    /** Types that stand for what they hold. */
    private static final Set<String> TRANSPARENT =
            Set.of("Promise", "Readonly", "Partial", "Required", "NonNullable", "Awaited");

    private static final Set<String> NOTHING = Set.of("null", "undefined", "void");

    private final Walk walk;
    private final SyntaxTree tree;

    Types(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** The type that a {@code : T} names; unknown for types without a name. */
    Expr annotation(int node, Frame frame) {
        int type = tree.firstNamed(node);
        return type == NONE ? new Expr.Unknown("type") : named(type, frame, 0);
    }

    /** What a type itself names. */
    Expr type(int type, Frame frame) {
        return named(type, frame, 0);
    }

    private Expr named(int type, Frame frame, int level) {
        if (level > 8) {
            return new Expr.Unknown("type");
        }
        switch (tree.kind(type)) {
            case "type_identifier", "identifier" -> {
                return walk.name(frame, tree.text(type));
            }
            case "nested_type_identifier", "nested_identifier", "member_expression" -> {
                String[] parts = tree.text(type).split("\\s*\\.\\s*");
                Expr path = walk.name(frame, parts[0]);
                for (int i = 1; i < parts.length; i++) {
                    path = new Expr.Member(path, parts[i]);
                }
                return path;
            }
            case "generic_type" -> {
                int name = tree.child(type, "name");
                int arguments = tree.child(type, "type_arguments");
                if (name != NONE
                        && arguments != NONE
                        && TRANSPARENT.contains(tree.text(name))
                        && tree.firstNamed(arguments) != NONE) {
                    return named(tree.firstNamed(arguments), frame, level + 1);
                }
                return name == NONE ? new Expr.Unknown("type") : named(name, frame, level + 1);
            }
            case "union_type" -> {
                return union(type, frame, level);
            }
            case "parenthesized_type", "readonly_type" -> {
                int inner = tree.firstNamed(type);
                return inner == NONE ? new Expr.Unknown("type") : named(inner, frame, level + 1);
            }
            default -> {
                return new Expr.Unknown("type");
            }
        }
    }

    /** {@code T | null}: the one part that is a type of something. */
    private Expr union(int type, Frame frame, int level) {
        Expr found = null;
        for (int child = tree.firstChild(type); child != NONE; child = tree.next(child)) {
            if (!tree.isNamed(child) || NOTHING.contains(tree.text(child))) {
                continue;
            }
            if (found != null) {
                return new Expr.Unknown("union");
            }
            found = named(child, frame, level + 1);
        }
        return found == null ? new Expr.Unknown("type") : found;
    }

    void enumeration(int node, Frame frame) {
        int name = tree.child(node, "name");
        int body = tree.child(node, "body");
        if (name == NONE || body == NONE) {
            return;
        }
        List<Expr.Property> members = new ArrayList<>();
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "enum_assignment")) {
                Expr value =
                        walk.expressions.value(
                                tree.child(child, "value"), frame, Use.Outcome.KEPT);
                String key = walk.expressions.keyOf(tree.child(child, "name"));
                members.add(new Expr.Property(key, value));
            } else if (tree.is(child, "property_identifier")) {
                members.add(
                        new Expr.Property(tree.text(child), new Expr.Unknown("enumeration")));
            }
        }
        int binding = frame.scope().find(tree.text(name));
        if (binding >= 0) {
            walk.summary
                    .binding(binding)
                    .values
                    .add(new Expr.ObjectOf(members, List.of(), false));
        }
    }
}
