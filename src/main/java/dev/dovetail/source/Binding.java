package dev.dovetail.source;

import dev.dovetail.workspace.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that holds a value, as far as one file shows.
 *
 * <p>What it holds is every value that is ever assigned to it, in no order: a summary does not
 * follow control flow.
 *
 * @param id its index in {@link SourceSummary#bindings()}
 * @param name as written; empty for a destructured parameter as a whole
 * @param definition the body whose scope it belongs to; for a field, the class
 * @param region where the name is declared
 * @param type its declared type as an {@link Expr} that names it, or null
 * @param values its first value and all that is assigned to the bare name later; for a function or
 *     class, the {@link Expr.Function}; for an import, what it brings; for a parameter, its default
 */
public record Binding(
        int id,
        Kind kind,
        String name,
        int definition,
        Region region,
        @Nullable Expr type,
        List<Expr> values,
        boolean isStatic,
        boolean reassigned) {

    public Binding {
        values = List.copyOf(values);
    }

    /** How the name came to be. */
    public enum Kind {
        VARIABLE,
        PARAMETER,
        /** A field of a class or a {@code this.x = …} in a constructor. */
        FIELD,
        IMPORT,
        /** A function or class declaration's own name. */
        DEFINITION,
        /** The variable of a loop over a collection, or of a catch clause. */
        LOCAL_UNKNOWN
    }
}
