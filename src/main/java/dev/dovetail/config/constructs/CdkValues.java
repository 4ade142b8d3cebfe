package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that constructs are given: amounts, paths, constants, and what other calls give. */
final class CdkValues {

    static final String COMPUTED = "${computed}";

    private static final int DEEPEST = 12;

    private final Map<String, Construct> constructs;
    private final Map<String, SourceCall> calls;
    private final String folder;

    /**
     * @param constructs of the CDK by their keys
     * @param calls all others, likewise
     * @param folder that the program runs in
     */
    CdkValues(Map<String, Construct> constructs, Map<String, SourceCall> calls, String folder) {
        this.constructs = constructs;
        this.calls = calls;
        this.folder = folder;
    }

    /** The call of the CDK that gives a value, or of which it is a part. */
    Optional<Construct> made(ConfigNode node) {
        return key(node).map(constructs::get);
    }

    private static Optional<String> key(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.tag().startsWith(SourceCall.CALL)
                ? Optional.of(node.place().file() + scalar.tag())
                : Optional.empty();
    }

    /** The last word of a constant: {@code ARM_64} of {@code lambda.Architecture.ARM_64}. */
    static Optional<String> constant(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.tag().startsWith(SourceCall.NAMED)
                ? Optional.of(scalar.tag().substring(scalar.tag().lastIndexOf('.') + 1))
                : Optional.empty();
    }

    /** A literal text. */
    static Optional<String> text(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.tag().isEmpty() && !scalar.text().contains(COMPUTED)
                ? Nodes.text(node)
                : Optional.empty();
    }

    /** A value as a template has it: a literal, an amount of time in seconds, or unknown. */
    ConfigNode plain(ConfigNode node) {
        if (node instanceof ConfigNode.Scalar scalar && scalar.tag().isEmpty()) {
            return node;
        }
        return TemplateDraft.scalar(COMPUTED, node.place());
    }

    /** {@code Duration.minutes(5)} in seconds. */
    ConfigNode seconds(ConfigNode node) {
        Optional<Construct> made = made(node).filter(each -> each.name().startsWith("Duration."));
        Optional<Double> amount = made.flatMap(each -> each.argument(0)).flatMap(CdkValues::text).flatMap(CdkValues::number);
        if (amount.isEmpty()) {
            return TemplateDraft.scalar(COMPUTED, node.place());
        }
        double factor =
                switch (made.get().name()) {
                    case "Duration.millis" -> 0.001;
                    case "Duration.minutes" -> 60;
                    case "Duration.hours" -> 3600;
                    case "Duration.days" -> 86_400;
                    default -> 1;
                };
        return TemplateDraft.scalar(amount.get() * factor, made.get().place());
    }

    /** {@code Size.gibibytes(1)} in MiB. */
    ConfigNode mebibytes(ConfigNode node) {
        Optional<Construct> made = made(node).filter(each -> each.name().startsWith("Size."));
        Optional<Double> amount = made.flatMap(each -> each.argument(0)).flatMap(CdkValues::text).flatMap(CdkValues::number);
        double factor = made.filter(each -> each.name().equals("Size.gibibytes")).isPresent() ? 1024 : 1;
        return amount.map(number -> TemplateDraft.scalar((long) (number * factor), node.place())).orElse(TemplateDraft.scalar(COMPUTED, node.place()));
    }

    private static Optional<Double> number(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,9})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    /** A path of the workspace; empty for one that is computed or lies elsewhere. */
    Optional<String> path(ConfigNode node) {
        Optional<String> text = text(node).filter(each -> !each.startsWith("/"));
        return text.isPresent() ? text.flatMap(each -> Paths.resolve(folder, each)) : fromFile(node, 0);
    }

    /** A path that begins at the file's own folder: {@code path.join(__dirname, '../src')}. */
    private Optional<String> fromFile(ConfigNode node, int depth) {
        if (!(node instanceof ConfigNode.Scalar scalar) || depth > DEEPEST) {
            return Optional.empty();
        }
        if (scalar.tag().equals(SourceCall.GLOBAL + "__dirname") || scalar.tag().equals(SourceCall.GLOBAL + "__file__")) {
            String file = node.place().file();
            return Optional.of(scalar.tag().endsWith("__file__") ? file : Paths.parent(file));
        }
        SourceCall call = key(node).map(calls::get).orElse(null);
        if (call == null) {
            return Optional.empty();
        }
        String function = call.api().substring(call.api().lastIndexOf('.') + 1);
        Optional<String> start = call.argument(0).flatMap(first -> text(first).isPresent() ? path(first) : fromFile(first, depth + 1));
        return switch (function) {
            case "dirname" -> start.map(Paths::parent);
            case "abspath", "realpath", "normpath" -> start;
            case "join", "resolve" -> {
                Optional<String> joined = start;
                for (ConfigNode part : call.arguments().subList(Math.min(1, call.arguments().size()), call.arguments().size())) {
                    Optional<String> word = text(part);
                    joined = joined.flatMap(path -> word.flatMap(each -> Paths.resolve(path, each)));
                }
                yield joined;
            }
            default -> Optional.empty();
        };
    }

    /** {@code lambda.Runtime.NODEJS_22_X} in the words of the platform. */
    ConfigNode runtime(ConfigNode node) {
        Optional<String> named =
                made(node).filter(each -> each.name().equals("lambda.Runtime")).flatMap(each -> each.argument(0)).flatMap(CdkValues::text);
        Optional<String> word = named.or(() -> constant(node).flatMap(CdkValues::runtimeOf));
        return TemplateDraft.scalar(word.orElse(COMPUTED), node.place());
    }

    private static Optional<String> runtimeOf(String constant) {
        String word = constant.toLowerCase(Locale.ROOT);
        if (word.matches("nodejs_\\d+_x")) {
            return Optional.of("nodejs" + word.substring(7).replace("_x", ".x"));
        }
        if (word.matches("python_\\d+_\\d+")) {
            return Optional.of("python" + word.substring(7).replace('_', '.'));
        }
        if (word.matches("java_\\d+(_corretto)?")) {
            return Optional.of(word.equals("java_8_corretto") ? "java8.al2" : word.replace("_corretto", "").replace("_", ""));
        }
        return word.startsWith("provided") ? Optional.of(word.replaceFirst("^provided_", "provided.")) : Optional.empty();
    }

    /**
     * The constructs that a value leads to, itself or in its parts and in what its calls are given; what
     * these are made of in turn is their own.
     */
    Set<Construct> reached(ConfigNode node) {
        Set<Construct> found = new LinkedHashSet<>();
        reach(node, found, 0);
        return found;
    }

    private void reach(ConfigNode node, Set<Construct> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof ConfigNode.Mapping mapping) {
            mapping.entries().forEach(each -> reach(each.value(), found, depth + 1));
        } else if (node instanceof ConfigNode.Sequence sequence) {
            sequence.elements().forEach(each -> reach(each, found, depth + 1));
        }
        made(node).ifPresent(each -> {
            boolean wraps = each.id().isEmpty() || each.method().isPresent() || each.name().contains("integrations");
            if (found.add(each) && wraps) {
                each.values().forEach(value -> reach(value, found, depth + 1));
                each.receiver().map(constructs::get).ifPresent(found::add);
            }
        });
        key(node).map(calls::get).ifPresent(call -> {
            List<ConfigNode> given = new ArrayList<>(call.arguments());
            given.addAll(call.keywords().values());
            given.forEach(value -> reach(value, found, depth + 1));
        });
    }
}
