package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of a YAML, JSON or TOML document, with its place. Anchors and merges are resolved. */
public sealed interface ConfigNode {

    Place place();

    /**
     * A single value.
     *
     * @param value a String, Long, Double or Boolean; null for an empty or null value
     * @param text as written, without quotes
     * @param tag a YAML tag such as {@code !Ref}, or empty
     */
    record Scalar(@Nullable Object value, String text, String tag, Place place)
            implements ConfigNode {}

    /** Keys and values in the order of the file; a key that stands twice keeps the last value. */
    record Mapping(List<Entry> entries, String tag, Place place) implements ConfigNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public Optional<ConfigNode> get(String key) {
            return entry(key).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().equals(key)) {
                    return Optional.of(entries.get(i));
                }
            }
            return Optional.empty();
        }
    }

    /** Elements in order. */
    record Sequence(List<ConfigNode> elements, String tag, Place place) implements ConfigNode {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** A key and its value; {@code keyPlace} is where the key stands. */
    record Entry(String key, Place keyPlace, ConfigNode value) {}

    /** The value of a key, when this is a mapping that has it. */
    default Optional<ConfigNode> get(String key) {
        return Optional.empty();
    }
}
