package dev.dovetail.source;

import dev.dovetail.workspace.Region;

/**
 * One request for another file or library.
 *
 * @param specifier as written: {@code ./routes}, {@code express}, {@code java.util.List}; for an
 *     on-demand import the package or type before {@code .*}
 * @param region the specifier
 * @param definition the body it stands in
 * @param guard the condition it stands under, or -1
 * @param caught whether a try around it catches that there is no such file or library
 */
public record Import(
        int id, Kind kind, String specifier, Region region, int definition, int guard, boolean caught) {

    /** When the other file's body runs, if it does. */
    public enum Kind {
        /** At load, as a declaration. */
        STATIC,
        /** When reached: {@code require()}, Python's import statement within a function. */
        REQUIRE,
        /** When reached, later: {@code import()}. */
        DYNAMIC,
        /** Never: it brings types alone. */
        TYPE_ONLY,
        /** All public types or static members beneath the specifier. */
        ON_DEMAND
    }
}
