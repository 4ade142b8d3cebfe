package dev.dovetail.source;

import dev.dovetail.workspace.Region;

/**
 * What a file offers under a name.
 *
 * @param name as others ask for it; {@code default} for a default export, {@link #WHOLE} for what
 *     {@code module.exports = …} replaces the file's exports by, {@link #ALL} for {@code export *}
 * @param declared whether an export declaration of an ES module says so, and no assignment
 * @param value what it is; for {@link #ALL} the {@link Expr.Module} it passes on
 */
public record Export(String name, Expr value, Region region, boolean declared) {

    /** {@code module.exports = …}: the value itself is the module. */
    public static final String WHOLE = "=";

    /** {@code export * from …}. */
    public static final String ALL = "*";
}
