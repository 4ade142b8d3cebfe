package dev.dovetail.knowledge;

import java.util.List;
import java.util.Optional;

/** Reads frameworks. */
final class FrameworkReader {

    private FrameworkReader() {}

    static Framework read(FieldReader fields) {
        fields.texts("packages");
        return new Framework(
                fields.required("id"),
                fields.required("name"),
                fields.required("language"),
                fields.list(
                        "aliases",
                        each -> new Framework.Alias(each.required("path"), each.required("is"))),
                fields.list("callbacks", FrameworkReader::callback),
                fields.list("routes", FrameworkReader::route),
                fields.list("mounts", FrameworkReader::mount),
                fields.list("containers", FrameworkReader::container),
                fields.map("conventions", FrameworkReader::convention),
                fields.list("components", FrameworkReader::component),
                fields.texts("promises"),
                fields.list("wrappers", FrameworkReader::wrapper),
                fields.list("prefixes", FrameworkReader::prefix),
                fields.texts("neutral"),
                fields.list("listens", FrameworkReader::listen),
                fields.texts("quiet"),
                fields.list(
                        "folds",
                        each -> new Framework.Fold(each.apis("apis"), each.required("as"))),
                fields.list("loads", FrameworkReader::load));
    }

    private static Framework.Callback callback(FieldReader fields) {
        List<String> when = fields.texts("when");
        return new Framework.Callback(
                fields.apis("apis"),
                positions(fields, "arguments").orElse(new Framework.Positions(0, -1, false, List.of())),
                when.isEmpty() ? Optional.empty() : Optional.of(when),
                runs(fields),
                fields.texts("parameters"));
    }

    private static Framework.Route route(FieldReader fields) {
        return new Framework.Route(
                fields.apis("apis"),
                fields.text("method"),
                selector(fields, "method_from"),
                selector(fields, "path"),
                positions(fields, "handlers"),
                fields.texts("parameters"));
    }

    private static Framework.Mount mount(FieldReader fields) {
        return new Framework.Mount(
                fields.apis("apis"),
                selector(fields, "path"),
                positions(fields, "targets").orElse(new Framework.Positions(0, -1, false, List.of())));
    }

    private static Framework.Prefix prefix(FieldReader fields) {
        return new Framework.Prefix(
                fields.apis("apis"),
                selector(fields, "path").orElse(Selector.argument(0)),
                fields.text("whole").filter("true"::equals).isPresent());
    }

    private static Framework.Listen listen(FieldReader fields) {
        return new Framework.Listen(
                fields.apis("apis"),
                fields.tree("where")
                        .map(tree -> ConditionReader.read(tree, fields.errors()))
                        .orElse(new Condition.Constant(true)),
                fields.list(
                        "forms",
                        form ->
                                new Framework.Listen.Form(
                                        selector(form, "port")
                                                .orElse(Selector.argument(0)),
                                        selector(form, "host"))),
                fields.text("default_port"),
                fields.text("default_host"),
                fields.text("only_with_port").filter("true"::equals).isPresent());
    }

    private static Framework.Container container(FieldReader fields) {
        return new Framework.Container(
                fields.texts("apis"),
                fields.texts("reads"),
                fields.texts("writes"),
                fields.text("expires").filter("true"::equals).isPresent(),
                fields.text("sequence").filter("true"::equals).isPresent());
    }

    private static Framework.Convention convention(FieldReader fields) {
        return new Framework.Convention(
                fields.texts("exports"),
                fields.texts("parameters"),
                fields.text("listen_captured").filter("true"::equals).isPresent(),
                fields.texts("hosts"));
    }

    private static Framework.Component component(FieldReader fields) {
        return new Framework.Component(
                fields.apis("apis"),
                fields.apis("per_request_methods"),
                fields.text("scan").filter("true"::equals).isPresent(),
                fields.text("shared").filter("false"::equals).isEmpty());
    }

    private static Framework.Wrapper wrapper(FieldReader fields) {
        return new Framework.Wrapper(
                fields.apis("apis"),
                positions(fields, "argument").orElse(new Framework.Positions(0, 0, false, List.of())),
                fields.keys().contains("runs") ? runs(fields) : Framework.Runs.PER_REQUEST);
    }

    private static Framework.Load load(FieldReader fields) {
        return new Framework.Load(
                fields.apis("apis"),
                fields.texts("when"),
                positions(fields, "argument").orElse(new Framework.Positions(0, 0, false, List.of())),
                fields.texts("variables"),
                fields.text("settings").orElse(""));
    }

    private static Framework.Runs runs(FieldReader fields) {
        String word = fields.required("runs");
        for (Framework.Runs runs : Framework.Runs.values()) {
            if (runs.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(word)) {
                return runs;
            }
        }
        fields.error(word + " is not when a function runs");
        return Framework.Runs.NOW;
    }

    private static Optional<Selector> selector(FieldReader fields, String key) {
        return fields.tree(key).map(tree -> ConditionReader.selector(tree, fields.errors()));
    }

    private static Optional<Framework.Positions> positions(FieldReader fields, String key) {
        List<String> properties =
                fields.text("property").map(text -> List.of(text.split("\\."))).orElse(List.of());
        List<String> names = fields.texts("name");
        Optional<Framework.Positions> byPosition =
                fields.tree(key)
                        .map(tree -> ConditionReader.positions(tree, properties, fields.errors()));
        boolean receiver = fields.text("receiver").filter("true"::equals).isPresent();
        if (byPosition.isEmpty() && names.isEmpty() && !receiver) {
            return Optional.empty();
        }
        Framework.Positions positions =
                byPosition.orElse(Framework.Positions.NONE).orNamed(names);
        return Optional.of(receiver ? positions.orReceiver() : positions);
    }
}
