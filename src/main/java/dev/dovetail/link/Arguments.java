package dev.dovetail.link;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Picks values out of the arguments of a use. */
public final class Arguments {

    /** Lists and objects within an argument are looked into this deep for functions. */
    private static final int DEPTH = 4;

    private Arguments() {}

    /** The arguments at these positions and of these names, in order; properties are not followed. */
    public static List<Expr> at(Use use, Framework.Positions positions) {
        List<Use.Argument> byPosition =
                use.arguments().stream().filter(argument -> argument.name() == null).toList();
        List<Expr> found = new ArrayList<>();
        if (positions.lastOnly() && !byPosition.isEmpty()) {
            found.add(byPosition.get(byPosition.size() - 1).value());
        } else if (!positions.lastOnly()) {
            int last = positions.last() < 0 ? byPosition.size() - 1 : positions.last();
            for (int i = positions.first(); i <= last && i < byPosition.size(); i++) {
                found.add(byPosition.get(i).value());
            }
        }
        if (positions.receiver() && use.target() instanceof Expr.Member member) {
            found.add(member.object());
        }
        for (Use.Argument argument : use.arguments()) {
            if (argument.name() != null && positions.names().contains(argument.name())) {
                found.add(argument.value());
            }
        }
        return found;
    }

    /** The argument of a name, or at a position when no argument has the name. */
    public static Optional<Expr> named(Use use, Optional<String> name, int position) {
        if (name.isPresent()) {
            for (Use.Argument argument : use.arguments()) {
                if (name.get().equals(argument.name())) {
                    return Optional.of(argument.value());
                }
            }
        }
        if (position >= 0 && position < use.arguments().size()) {
            for (int i = 0; i <= position; i++) {
                Use.Argument argument = use.arguments().get(i);
                if (argument.spread() || argument.name() != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(use.arguments().get(position).value());
        }
        return Optional.empty();
    }

    /**
     * Functions, classes and applications that an argument holds: itself, in a list, or in an
     * object's properties.
     *
     * @param properties where in an object they are; empty for anywhere
     */
    static Set<Entity> functionsIn(
            Resolver resolver, SourceSummary file, Expr argument, List<String> properties) {
        Set<Entity> found = new LinkedHashSet<>();
        collect(resolver, file, argument, properties, 0, found);
        return found;
    }

    private static void collect(
            Resolver resolver,
            SourceSummary file,
            Expr value,
            List<String> properties,
            int depth,
            Set<Entity> found) {
        if (depth > DEPTH) {
            return;
        }
        if (value instanceof Expr.ListOf list) {
            for (Expr element : list.elements()) {
                collect(resolver, file, element, properties, depth + 1, found);
            }
            return;
        }
        if (value instanceof Expr.Conditional || value instanceof Expr.Operation) {
            found.addAll(resolver.resolve(file, value));
            return;
        }
        for (Entity entity : resolver.resolve(file, value)) {
            if (entity instanceof Entity.ObjectValue object) {
                inObject(resolver, object, properties, depth, found);
            } else {
                found.add(entity);
            }
        }
    }

    private static void inObject(
            Resolver resolver,
            Entity.ObjectValue object,
            List<String> properties,
            int depth,
            Set<Entity> found) {
        for (Expr.Property property : object.literal().properties()) {
            if (properties.isEmpty() || properties.get(0).equals(property.name())) {
                List<String> further =
                        properties.isEmpty()
                                ? properties
                                : properties.subList(1, properties.size());
                collect(resolver, object.file(), property.value(), further, depth + 1, found);
            }
        }
    }
}
