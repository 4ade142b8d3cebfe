package dev.dovetail.knowledge;

import java.util.Map;

/**
 * Something code and config must agree on; the relation itself is Java.
 *
 * @param messages further sentences by name, for contracts that are broken in several ways
 * @param tables names that the relation is about, such as fields of an event, each with what is said
 *     of it; by the table's name
 * @param fitsIf what config would have to say for it to hold, as the end of a sentence that begins
 *     {@code fits if}; empty where code has to change
 */
public record Contract(
        Words words,
        Map<String, String> messages,
        Map<String, Map<String, String>> tables,
        String fitsIf)
        implements Rule {

    public Contract {
        messages = Map.copyOf(messages);
        tables = Map.copyOf(tables);
    }

    /** The table of that name; empty when the file has none. */
    public Map<String, String> table(String name) {
        return tables.getOrDefault(name, Map.of());
    }
}
