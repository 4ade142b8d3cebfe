package dev.dovetail.config.project;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Properties of a Java application, as the {@code application.*} files among its resources give them.
 *
 * @param entries those that win last; of one profile or of all
 */
public record ApplicationConfig(List<Entry> entries) {

    /** No file, no property. */
    public static final ApplicationConfig EMPTY = new ApplicationConfig(List.of());

    public ApplicationConfig {
        entries = List.copyOf(entries);
    }

    /**
     * One property.
     *
     * @param key in {@link #canonical} form
     * @param text as written, placeholders and all
     * @param profile the one that it holds for; empty for all
     */
    public record Entry(String key, String text, Place place, Optional<String> profile) {}

    /** What is written for a property: for all profiles first, then for single ones. */
    public List<Entry> find(String name) {
        String key = canonical(name);
        return entries.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    /** A name as relaxed binding compares it: {@code maxFileSize} is {@code max-file-size}. */
    static String canonical(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
