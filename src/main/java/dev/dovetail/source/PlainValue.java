package dev.dovetail.source;

import dev.dovetail.workspace.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file exports that is config written in a programming language, as far as it is plain: no
 * more than literals, names of literals and imports of such files.
 */
public sealed interface PlainValue {

    Place place();

    /**
     * A literal.
     *
     * @param value a String, Long, Double or Boolean; null for none
     */
    record Scalar(@Nullable Object value, Place place) implements PlainValue {}

    /** An object literal, its keys in order. */
    record Mapping(List<Entry> entries, Place place) implements PlainValue {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A list literal. */
    record Sequence(List<PlainValue> elements, Place place) implements PlainValue {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** What is computed. */
    record Unknown(Place place) implements PlainValue {}

    /** A key with its value. */
    record Entry(String key, Place keyPlace, PlainValue value) {}
}
