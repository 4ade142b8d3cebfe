package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions and selectors. */
final class ConditionReader {

    private static final Set<String> OPERATORS =
            Set.of(
                    "is",
                    "in",
                    "present",
                    "absent",
                    "known",
                    "at-least",
                    "at-most",
                    "above",
                    "below",
                    "starts-with",
                    "ends-with",
                    "contains",
                    "under",
                    "api",
                    "works",
                    "among",
                    "within");

    private ConditionReader() {}

    /** A condition; a list is the one that {@code join} makes of its parts. */
    static Condition read(Tree tree, List<String> errors) {
        if (tree instanceof Tree.Text text) {
            if (text.value().equals("true") || text.value().equals("false")) {
                return new Condition.Constant(text.value().equals("true"));
            }
            errors.add(tree.where() + ": a condition should stand here");
            return new Condition.Constant(false);
        }
        if (tree instanceof Tree.Items items) {
            return new Condition.Any(all(items, errors));
        }
        FieldReader fields = FieldReader.of(tree, errors);
        return FieldReader.closed(fields, reader -> one(reader, errors));
    }

    private static List<Condition> all(Tree tree, List<String> errors) {
        List<Condition> found = new ArrayList<>();
        if (tree instanceof Tree.Items items) {
            items.items().forEach(item -> found.add(read(item, errors)));
        } else {
            errors.add(tree.where() + ": a list of conditions should stand here");
        }
        return List.copyOf(found);
    }

    private static Condition one(FieldReader fields, List<String> errors) {
        Set<String> keys = fields.keys();
        if (keys.contains("all")) {
            return new Condition.All(all(fields.tree("all").orElseThrow(), errors));
        }
        if (keys.contains("any")) {
            return new Condition.Any(all(fields.tree("any").orElseThrow(), errors));
        }
        if (keys.contains("not")) {
            return new Condition.Not(read(fields.tree("not").orElseThrow(), errors));
        }
        if (keys.contains("holds")) {
            return new Condition.Named(fields.required("holds"));
        }
        if (keys.contains("setting")) {
            return new Condition.OfSetting(fields.required("setting"), test(fields));
        }
        if (keys.contains("variable")) {
            return new Condition.OfVariable(fields.required("variable"), test(fields));
        }
        if (keys.contains("value")) {
            return new Condition.OfValue(fields.required("value"), test(fields));
        }
        if (keys.contains("trigger")) {
            return new Condition.OfTriggers(fields.texts("trigger"));
        }
        if (keys.contains("hop")) {
            return new Condition.HasHop(fields.texts("hop"));
        }
        if (keys.contains("dependency")) {
            return new Condition.HasDependency(fields.texts("dependency"));
        }
        if (keys.contains("reaches")) {
            return new Condition.Reaches(fields.apis("reaches"));
        }
        if (keys.contains("dropped")) {
            Condition dropped = new Condition.IsDropped();
            return fields.required("dropped").equals("true") ? dropped : new Condition.Not(dropped);
        }
        if (keys.contains("later")) {
            Condition later = new Condition.RunsLater();
            return fields.required("later").equals("true") ? later : new Condition.Not(later);
        }
        if (keys.contains("beside")) {
            return new Condition.Beside(fields.apis("beside"));
        }
        if (keys.contains("caught")) {
            Condition caught = new Condition.IsCaught();
            return fields.required("caught").equals("true") ? caught : new Condition.Not(caught);
        }
        if (keys.stream().anyMatch(key -> key.equals("argument") || key.equals("receiver"))) {
            return new Condition.OfArgument(selector(fields), test(fields));
        }
        if (keys.contains("property")) {
            return new Condition.OfProperty(fields.required("property"), test(fields));
        }
        return shorthand(fields);
    }

    /** {@code {replicas: 1}}: a setting that is so. */
    private static Condition shorthand(FieldReader fields) {
        if (fields.keys().size() != 1) {
            fields.error("this is no condition");
            return new Condition.Constant(false);
        }
        String setting = fields.keys().iterator().next();
        return new Condition.OfSetting(
                setting, new Condition.Test("is", List.of(fields.required(setting))));
    }

    private static Condition.Test test(FieldReader fields) {
        for (String key : fields.keys()) {
            if (OPERATORS.contains(key)) {
                Tree operands = fields.tree(key).orElseThrow();
                List<String> texts =
                        operands instanceof Tree.Text text
                                ? List.of(text.value())
                                : FieldReader.texts(operands, fields.errors());
                boolean denied =
                        Set.of("present", "absent", "known").contains(key)
                                && texts.equals(List.of("false"));
                if (denied) {
                    fields.error(key + " can only be true: use its opposite");
                }
                return new Condition.Test(key, texts);
            }
        }
        fields.error("this condition asks nothing: one of " + OPERATORS + " is missing");
        return new Condition.Test("present", List.of());
    }

    static Selector selector(Tree tree, List<String> errors) {
        return FieldReader.closed(FieldReader.of(tree, errors), ConditionReader::selector);
    }

    private static Selector selector(FieldReader fields) {
        int argument = -1;
        Optional<String> name = fields.keys().contains("name") ? fields.text("name") : Optional.empty();
        Optional<Tree> position = fields.tree("argument");
        List<String> properties = new ArrayList<>();
        if (position.isPresent() && position.get() instanceof Tree.Fields inner) {
            FieldReader reader = new FieldReader(inner, fields.errors());
            name = reader.text("name");
            addProperties(reader, properties);
            reader.close();
        } else if (position.isPresent()) {
            String text = fields.required("argument");
            argument = text.equals("last") ? Selector.LAST : number(text, fields);
        }
        addProperties(fields, properties);
        int passes = fields.text("passes").map(text -> number(text, fields)).orElse(-1);
        return new Selector(
                argument,
                name,
                List.copyOf(properties),
                fields.text("receiver").filter("true"::equals).isPresent(),
                fields.text("literal"),
                fields.text("application"),
                passes,
                fields.text("of_call").map(text -> ApiPattern.parse(text).path()),
                unit(fields));
    }

    private static Optional<Quantity> unit(FieldReader fields) {
        Optional<String> written = fields.text("unit");
        Optional<Quantity> unit = written.flatMap(text -> Quantity.parse("1 " + text));
        if (written.isPresent() && unit.isEmpty()) {
            fields.error(written.get() + " is no unit of measure");
        }
        return unit;
    }

    private static void addProperties(FieldReader fields, List<String> properties) {
        fields.text("property").ifPresent(text -> properties.addAll(List.of(text.split("\\."))));
    }

    private static int number(String text, FieldReader fields) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            fields.error(text + " is no position");
            return -1;
        }
    }

    /** {@code 0}, {@code [0, 2]}, {@code 1..}, {@code last}. */
    static Framework.Positions positions(Tree tree, List<String> properties, List<String> errors) {
        if (tree instanceof Tree.Items items) {
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (String text : FieldReader.texts(items, errors)) {
                int position = Integer.parseInt(text);
                first = Math.min(first, position);
                last = Math.max(last, position);
            }
            return new Framework.Positions(first, last, false, properties);
        }
        String text = tree instanceof Tree.Text scalar ? scalar.value().strip() : "";
        try {
            if (text.equals("last")) {
                return new Framework.Positions(0, 0, true, properties);
            }
            if (text.endsWith("..")) {
                int first = Integer.parseInt(text.substring(0, text.length() - 2));
                return new Framework.Positions(first, -1, false, properties);
            }
            int dots = text.indexOf("..");
            if (dots > 0) {
                return new Framework.Positions(
                        Integer.parseInt(text.substring(0, dots)),
                        Integer.parseInt(text.substring(dots + 2)),
                        false,
                        properties);
            }
            int position = Integer.parseInt(text);
            return new Framework.Positions(position, position, false, properties);
        } catch (NumberFormatException e) {
            errors.add(tree.where() + ": " + text + " is no position");
            return new Framework.Positions(0, 0, false, properties);
        }
    }

    static Map<String, Selector> captures(FieldReader fields, String key) {
        Map<String, Selector> found = new java.util.LinkedHashMap<>();
        fields.tree(key)
                .map(tree -> FieldReader.of(tree, fields.errors()))
                .ifPresent(
                        inner -> {
                            for (String name : inner.keys()) {
                                found.put(
                                        name,
                                        selector(
                                                inner.tree(name).orElseThrow(),
                                                fields.errors()));
                            }
                        });
        return found;
    }
}
