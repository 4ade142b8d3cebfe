package dev.dovetail.source;

import dev.dovetail.workspace.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the code does: a call, a construction, an annotation, a read of a property.
 *
 * @param id its index in {@link SourceSummary#uses()}; {@link Expr.Result} refers to it
 * @param target what is called, constructed or read; for an annotation, its type
 * @param arguments as written, not yet folded
 * @param region what a finding points at: the whole call without the calls it is chained on ({@code
 *     .listen(3000)} of a long chain begins at {@code listen}), or the whole expression when it is
 *     not chained
 * @param definition the body it stands in; for an annotation, the definition that it is on
 * @param binding the field or parameter that an annotation is on, else -1
 * @param guard the condition it stands under, or -1
 * @param outcome what becomes of its result
 * @param caught whether a try around it catches what it throws
 * @param loop whether it stands in a loop of its definition
 */
public record Use(
        int id,
        Kind kind,
        Expr target,
        List<Argument> arguments,
        Region region,
        int definition,
        int binding,
        int guard,
        Outcome outcome,
        boolean caught,
        boolean loop) {

    public Use {
        arguments = List.copyOf(arguments);
    }

    /** What is done. */
    public enum Kind {
        CALL,
        CONSTRUCT,
        /** An annotation or decorator. */
        ANNOTATION,
        /**
         * A property that is read and neither called nor the base of a longer path; kept for
         * properties of imported names, of globals ({@code process.env.PORT}) and of parameters.
         */
        READ,
        /**
         * A value given to a property of a library's object, {@code app.secret_key = value}: the
         * value is its one argument. Made of a {@link Write} when what the target is was resolved.
         */
        ASSIGN,
        /** Markup that constructs or an expression such as {@code delete x[k]}. */
        OTHER
    }

    /** What becomes of a use's result. */
    public enum Outcome {
        /** Waited for where it stands: {@code await f()}. */
        AWAITED,
        RETURNED,
        /** Bound to a name, put in a literal, or part of a larger expression. */
        KEPT,
        /** Given to another call. */
        PASSED,
        /** The object of a further member access or call: {@code f().g()}. */
        CHAINED,
        /** Nothing looks at it: an expression statement, {@code void f()}. */
        DROPPED
    }

    /**
     * One argument.
     *
     * @param name a keyword or annotation attribute's name, or null when it goes by position
     * @param spread whether it stands for any number of arguments: {@code ...rest}
     */
    public record Argument(@Nullable String name, Expr value, boolean spread) {}
}
