package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads features and contracts. */
final class RuleReader {

    private RuleReader() {}

    static Feature feature(FieldReader fields) {
        Rule.Words words = words(fields);
        Map<String, List<Signature>> uses = new LinkedHashMap<>();
        fields.tree("uses")
                .map(tree -> FieldReader.of(tree, fields.errors()))
                .ifPresent(
                        inner -> {
                            for (String language : inner.keys()) {
                                uses.put(language, inner.list(language, RuleReader::signature));
                            }
                        });
        Condition unless =
                fields.tree("unless")
                        .map(tree -> ConditionReader.read(tree, fields.errors()))
                        .orElse(new Condition.Constant(false));
        return new Feature(
                words,
                fields.textMap("unknown"),
                uses,
                unless,
                conditions(fields),
                fields.lists("platforms", PlatformReader::support));
    }

    private static Map<String, Condition> conditions(FieldReader fields) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        fields.tree("conditions")
                .map(tree -> FieldReader.of(tree, fields.errors()))
                .ifPresent(
                        inner ->
                                inner.keys()
                                        .forEach(
                                                name ->
                                                        conditions.put(
                                                                name,
                                                                ConditionReader.read(
                                                                        inner.tree(name).orElseThrow(),
                                                                        fields.errors()))));
        return conditions;
    }

    static Contract contract(FieldReader fields) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        fields.tree("tables")
                .map(tree -> FieldReader.of(tree, fields.errors()))
                .ifPresent(
                        inner -> inner.keys().forEach(key -> tables.put(key, inner.textMap(key))));
        return new Contract(
                words(fields),
                fields.textMap("messages"),
                tables,
                fields.text("fits_if").map(String::strip).orElse(""));
    }

    private static Rule.Words words(FieldReader fields) {
        return new Rule.Words(
                fields.required("id"),
                fields.required("title"),
                fields.required("summary"),
                level(fields, fields.required("level")),
                fields.required("precision"),
                fields.texts("tags"),
                fields.required("message"),
                fields.required("why"),
                fields.required("fix"),
                fields.text("when_not").orElse(""),
                fields.text("decides").orElse(""),
                fields.text("example").orElse(""));
    }

    static Level level(FieldReader fields, String id) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(id)) {
                return level;
            }
        }
        fields.error(id + " is no level: error, warning or note");
        return Level.NOTE;
    }

    private static Signature signature(FieldReader fields) {
        List<ApiPattern> apis = fields.apis("apis");
        Optional<String> shape = fields.text("shape");
        if (apis.isEmpty() == shape.isEmpty()) {
            fields.error("a signature has either apis or a shape");
        }
        return new Signature(
                apis,
                shape,
                fields.apis("sources"),
                sinks(fields),
                ConditionReader.captures(fields, "capture"),
                condition(fields, "where", true),
                condition(fields, "unless", false),
                context(fields),
                fields.text("level").map(id -> level(fields, id)),
                fields.text("message"));
    }

    private static List<Signature.Sink> sinks(FieldReader fields) {
        List<Signature.Sink> sinks = new ArrayList<>();
        for (Tree item : fields.items("sinks")) {
            if (item instanceof Tree.Text text) {
                sinks.add(new Signature.Sink(ApiPattern.parse(text.value()), Optional.empty()));
            } else {
                FieldReader inner = FieldReader.of(item, fields.errors());
                sinks.add(
                        new Signature.Sink(
                                ApiPattern.parse(inner.required("api")),
                                inner.tree("capture")
                                        .map(
                                                tree ->
                                                        ConditionReader.selector(
                                                                tree, fields.errors()))));
                inner.close();
            }
        }
        return List.copyOf(sinks);
    }

    private static Condition condition(FieldReader fields, String key, boolean otherwise) {
        return fields.tree(key)
                .map(tree -> ConditionReader.read(tree, fields.errors()))
                .orElse(new Condition.Constant(otherwise));
    }

    private static Signature.Context context(FieldReader fields) {
        return switch (fields.text("context").orElse("any")) {
            case "any" -> Signature.Context.ANY;
            case "request" -> Signature.Context.REQUEST;
            case "start" -> Signature.Context.START;
            case "load" -> Signature.Context.LOAD;
            default -> {
                fields.error("a context is any, request or start");
                yield Signature.Context.ANY;
            }
        };
    }
}
