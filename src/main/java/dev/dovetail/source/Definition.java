package dev.dovetail.source;

import dev.dovetail.workspace.Region;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body of code: the file's own, a function's, a method's or a class's.
 *
 * @param id its index in {@link SourceSummary#definitions()}
 * @param name as written; empty for anonymous functions and for the file's body
 * @param parent the definition it stands in; -1 for the file's body
 * @param region all of it
 * @param nameRegion its name, or its first token when it has none: what a finding points at
 * @param parameters bindings of its parameters, in order; a destructured parameter is a binding
 *     with an empty name, from whose members the names' bindings take their values
 * @param returns what it may return: every {@code return} and an arrow function's expression; for a
 *     class, nothing
 * @param supertypes what a class extends and implements, as written
 * @param returnType the declared type of what it returns, as {@link Expr.Instance} would hold it
 */
public record Definition(
        int id,
        Kind kind,
        String name,
        int parent,
        Region region,
        Region nameRegion,
        List<Integer> parameters,
        List<Expr> returns,
        List<Expr> supertypes,
        @Nullable Expr returnType,
        Set<Trait> traits) {

    public Definition {
        parameters = List.copyOf(parameters);
        returns = List.copyOf(returns);
        supertypes = List.copyOf(supertypes);
        traits = Set.copyOf(traits);
    }

    /** What sort of body it is. */
    public enum Kind {
        /** The file's own body: runs once, when the file is loaded. Java files have an empty one. */
        MODULE,
        /** A function or lambda, also a function-valued property of an object literal. */
        FUNCTION,
        /** A method of a class, getters and setters included. */
        METHOD,
        /** A constructor; field initializers of a class that has none stand in a synthetic one. */
        CONSTRUCTOR,
        /** What runs when a class is loaded: static initializers and static fields' values. */
        STATIC_INITIALIZER,
        /** A class, interface, record or enum: holds members, and no code of its own. */
        CLASS
    }

    /** What a declaration says of a definition. */
    public enum Trait {
        ASYNC,
        GENERATOR,
        STATIC,
        ABSTRACT,
        INTERFACE,
        PRIVATE,
        /** Takes any number of further arguments in its last parameter. */
        VARIADIC
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
