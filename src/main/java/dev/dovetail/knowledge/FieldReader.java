package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes the fields of one mapping, and tells which of them nobody asked for. */
final class FieldReader {

    /** Stands between the texts of a list that is written as one. */
    private static final String BAR = " | ";

    private final Tree.Fields fields;
    private final List<String> errors;
    private final Set<String> asked = new HashSet<>();

    FieldReader(Tree.Fields fields, List<String> errors) {
        this.fields = fields;
        this.errors = errors;
    }

    /** A reader of what should be a mapping; of an empty one, with an error, when it is none. */
    static FieldReader of(Tree tree, List<String> errors) {
        if (tree instanceof Tree.Fields fields) {
            return new FieldReader(fields, errors);
        }
        errors.add(tree.where() + ": a mapping should stand here");
        return new FieldReader(new Tree.Fields(Map.of(), tree.where()), errors);
    }

    String where() {
        return fields.where();
    }

    List<String> errors() {
        return errors;
    }

    void error(String message) {
        errors.add(where() + ": " + message);
    }

    Set<String> keys() {
        return fields.fields().keySet();
    }

    Optional<Tree> tree(String key) {
        asked.add(key);
        return Optional.ofNullable(fields.fields().get(key));
    }

    /** A text, with the line breaks that folding left at its ends taken off. */
    Optional<String> text(String key) {
        return tree(key).flatMap(tree -> asText(key, tree));
    }

    String required(String key) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            error("the key " + key + " is missing");
        }
        return value.orElse("");
    }

    private Optional<String> asText(String key, Tree tree) {
        if (tree instanceof Tree.Text text) {
            return Optional.of(text.value().strip());
        }
        errors.add(tree.where() + ": " + key + " should be a text");
        return Optional.empty();
    }

    /** A list of texts; one text stands for a list of it, {@code a | b} for two. */
    List<String> texts(String key) {
        return tree(key).map(tree -> texts(tree, errors)).orElse(List.of());
    }

    static List<String> texts(Tree tree, List<String> errors) {
        List<String> found = new ArrayList<>();
        if (tree instanceof Tree.Text text) {
            addParts(text.value(), found);
        } else if (tree instanceof Tree.Items items) {
            items.items().forEach(item -> found.addAll(texts(item, errors)));
        } else {
            errors.add(tree.where() + ": a list of texts should stand here");
        }
        return found;
    }

    /** Without a regular expression, which would take a quarter of the time that loading takes. */
    private static void addParts(String text, List<String> parts) {
        int start = 0;
        while (start <= text.length()) {
            int bar = text.indexOf(BAR, start);
            int end = bar < 0 ? text.length() : bar;
            String part = text.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + BAR.length();
        }
    }

    List<ApiPattern> apis(String key) {
        return texts(key).stream().map(ApiPattern::parse).toList();
    }

    /** The elements of a list, each read as a mapping. */
    <T> List<T> list(String key, Function<FieldReader, T> read) {
        List<T> found = new ArrayList<>();
        for (Tree item : items(key)) {
            found.add(closed(FieldReader.of(item, errors), read));
        }
        return List.copyOf(found);
    }

    List<Tree> items(String key) {
        Optional<Tree> tree = tree(key);
        if (tree.isEmpty()) {
            return List.of();
        }
        if (tree.get() instanceof Tree.Items items) {
            return items.items();
        }
        errors.add(tree.get().where() + ": " + key + " should be a list");
        return List.of();
    }

    /** The fields of a mapping by name, each read as a mapping. */
    <T> Map<String, T> map(String key, Function<FieldReader, T> read) {
        Map<String, T> found = new LinkedHashMap<>();
        tree(key)
                .map(tree -> FieldReader.of(tree, errors))
                .ifPresent(
                        inner -> {
                            for (String name : inner.keys()) {
                                Tree value = inner.tree(name).orElseThrow();
                                found.put(
                                        name, closed(FieldReader.of(value, errors), read));
                            }
                        });
        return found;
    }

    /** The fields of a mapping by name, each one mapping or a list of them. */
    <T> Map<String, List<T>> lists(String key, Function<FieldReader, T> read) {
        Map<String, List<T>> found = new LinkedHashMap<>();
        tree(key)
                .map(tree -> FieldReader.of(tree, errors))
                .ifPresent(
                        inner -> {
                            for (String name : inner.keys()) {
                                Tree value = inner.tree(name).orElseThrow();
                                List<Tree> each =
                                        value instanceof Tree.Items items
                                                ? items.items()
                                                : List.of(value);
                                found.put(
                                        name,
                                        each.stream()
                                                .map(
                                                        item ->
                                                                closed(
                                                                        FieldReader.of(
                                                                                item, errors),
                                                                        read))
                                                .toList());
                            }
                        });
        return found;
    }

    /** The fields of a mapping whose values are texts; an empty one is {@code null} in YAML. */
    Map<String, String> textMap(String key) {
        Map<String, String> found = new LinkedHashMap<>();
        tree(key)
                .map(tree -> FieldReader.of(tree, errors))
                .ifPresent(
                        inner -> {
                            for (String name : inner.keys()) {
                                inner.text(name).ifPresent(text -> found.put(name, text));
                            }
                        });
        return found;
    }

    /** Reads a mapping and complains of keys that {@code read} did not ask for. */
    static <T> T closed(FieldReader reader, Function<FieldReader, T> read) {
        T value = read.apply(reader);
        reader.close();
        return value;
    }

    void close() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                error("the key " + key + " means nothing here");
            }
        }
    }
}
