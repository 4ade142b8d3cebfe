package dev.dovetail.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads platforms. A fact without source and date is an error. */
final class PlatformReader {

    private PlatformReader() {}

    static Platform read(FieldReader fields) {
        Map<String, Optional<String>> environment = new LinkedHashMap<>();
        fields.textMap("environment")
                .forEach(
                        (name, value) ->
                                environment.put(
                                        name,
                                        Optional.of(value)
                                                .filter(text -> !text.isEmpty())
                                                .filter(text -> !text.equals("null"))));
        Map<String, Platform.Fact> traits = fields.map("traits", PlatformReader::fact);
        Platform.Kind kind =
                fields.required("kind").equals("hop") ? Platform.Kind.HOP : Platform.Kind.HOST;
        return new Platform(
                fields.required("id"),
                kind,
                fields.required("name"),
                fields.text("like"),
                fields.required("home"),
                fields.text("summary").orElse(""),
                fields.lists("features", PlatformReader::support),
                fields.map("limits", PlatformReader::limit),
                environment,
                fields.texts("writable_folders"),
                runtimes(fields),
                traits);
    }

    static Platform.Support support(FieldReader fields) {
        return new Platform.Support(
                supported(fields),
                fields.text("level").map(id -> RuleReader.level(fields, id)),
                fields.text("because").orElse(""),
                fields.text("fix"),
                source(fields));
    }

    private static Condition supported(FieldReader fields) {
        Optional<Tree> tree = fields.tree("supported");
        if (tree.isEmpty()) {
            fields.error("the key supported is missing");
            return new Condition.Constant(true);
        }
        if (tree.get() instanceof Tree.Fields inner && inner.fields().containsKey("when")) {
            return ConditionReader.read(inner.fields().get("when"), fields.errors());
        }
        return ConditionReader.read(tree.get(), fields.errors());
    }

    private static Platform.Limit limit(FieldReader fields) {
        Map<String, Quantity> plans = new LinkedHashMap<>();
        fields.textMap("plans")
                .forEach(
                        (plan, text) ->
                                quantity(fields, text).ifPresent(value -> plans.put(plan, value)));
        return new Platform.Limit(
                fields.text("setting"),
                fields.text("default").flatMap(text -> quantity(fields, text)),
                fields.text("min").flatMap(text -> quantity(fields, text)),
                fields.text("max").flatMap(text -> quantity(fields, text)),
                plans,
                fields.text("because").orElse(""),
                source(fields));
    }

    private static Optional<Quantity> quantity(FieldReader fields, String text) {
        Optional<Quantity> quantity = Quantity.parse(text);
        if (quantity.isEmpty()) {
            fields.error(text + " is no quantity such as 30 s or 512 MiB");
        }
        return quantity;
    }

    private static Platform.Fact fact(FieldReader fields) {
        return new Platform.Fact(fields.required("says"), source(fields));
    }

    private static Map<String, Platform.Runtime> runtimes(FieldReader fields) {
        Map<String, Platform.Runtime> found = new LinkedHashMap<>();
        Optional<Tree> tree = fields.tree("runtimes");
        if (tree.isEmpty()) {
            return found;
        }
        FieldReader inner = FieldReader.of(tree.get(), fields.errors());
        Optional<Platform.Source> shared =
                inner.tree("runtimes_source")
                        .map(each -> source(FieldReader.of(each, fields.errors())));
        for (String name : inner.keys()) {
            if (!name.equals("runtimes_source")) {
                FieldReader runtime =
                        FieldReader.of(inner.tree(name).orElseThrow(), fields.errors());
                found.put(name, runtime(runtime, shared));
                runtime.close();
            }
        }
        return found;
    }

    private static Platform.Runtime runtime(
            FieldReader fields, Optional<Platform.Source> shared) {
        boolean own = fields.keys().contains("source");
        return new Platform.Runtime(
                fields.text("language").orElse(""),
                fields.text("version").orElse(""),
                date(fields, "deprecated"),
                date(fields, "create_block"),
                date(fields, "update_block"),
                date(fields, "successor"),
                own || shared.isEmpty() ? source(fields) : shared.get());
    }

    private static Optional<String> date(FieldReader fields, String key) {
        return fields.text(key).filter(text -> !text.isEmpty() && !text.equals("null"));
    }

    private static Platform.Source source(FieldReader fields) {
        return new Platform.Source(fields.required("source"), fields.required("as_of"));
    }
}
