package dev.dovetail.policy;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.documents.YamlDocuments;
import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.PathPatterns;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code dovetail.yaml}. {@code rules/schema/dovetail.schema.json} says the same for editors; a
 * test holds the two together.
 */
public final class PolicyFile {

    /** Its name in the root of a workspace. */
    public static final String NAME = "dovetail.yaml";

    private static final List<String> KEYS =
            List.of(
                    "rules",
                    "overrides",
                    "exclude",
                    "platforms",
                    "plans",
                    "environment",
                    "own-rules",
                    "fail-on");
    private static final List<String> OVERRIDE_KEYS = List.of("paths", "units", "rules", "reason");
    private static final List<String> STANDS = List.of("off", "note", "warning", "error");
    private static final List<String> FAIL_ON = List.of("error", "warning", "note", "never");

    private final List<Notification> errors = new ArrayList<>();

    private PolicyFile() {}

    /**
     * The policy that a text holds.
     *
     * @param shown the file's name in errors
     * @throws InvalidPolicy with every error that there is
     */
    public static Policy read(String shown, String text) throws InvalidPolicy {
        PolicyFile file = new PolicyFile();
        List<ConfigNode> documents =
                YamlDocuments.parse(
                        shown,
                        text,
                        broken -> file.add(broken.place(), broken.message()));
        Policy policy = documents.isEmpty() ? Policy.NONE : file.policy(documents.get(0));
        if (!file.errors.isEmpty()) {
            throw new InvalidPolicy(file.errors.stream().sorted().toList());
        }
        return policy;
    }

    static Notification error(Place place, String what) {
        return new Notification(Notification.Level.ERROR, what, place);
    }

    private Policy policy(ConfigNode root) {
        if (root instanceof ConfigNode.Scalar scalar && scalar.value() == null) {
            return Policy.NONE;
        }
        checkKeys(root, KEYS);
        List<Policy.Override> overrides = new ArrayList<>();
        for (ConfigNode each : list(root.get("overrides"))) {
            overrides.add(override(each));
        }
        List<Policy.Said> excluded = texts(root.get("exclude"));
        Map<String, Policy.Said> platforms = new LinkedHashMap<>();
        for (ConfigNode.Entry each : entries(root.get("platforms"))) {
            Optional<String> folder = Paths.resolve("", each.key());
            if (folder.isEmpty()) {
                add(each.keyPlace(), "This folder lies outside.");
            } else {
                text(each.value()).ifPresent(host -> platforms.put(folder.get(), host));
            }
        }
        Map<String, Policy.Said> plans = new LinkedHashMap<>();
        for (ConfigNode.Entry each : entries(root.get("plans"))) {
            text(each.value()).ifPresent(plan -> plans.put(each.key(), plan));
        }
        return new Policy(
                "",
                stands(root.get("rules")),
                overrides,
                patterns(excluded),
                platforms,
                plans,
                texts(root.get("environment")),
                root.get("own-rules").flatMap(this::text),
                root.get("fail-on").flatMap(node -> oneOf(node, FAIL_ON)));
    }

    private Policy.Override override(ConfigNode node) {
        checkKeys(node, OVERRIDE_KEYS);
        if (node.get("rules").isEmpty()) {
            add(node.place(), "This override says nothing of rules; give it `rules`.");
        }
        if (node.get("paths").isEmpty() && node.get("units").isEmpty()) {
            add(
                    node.place(),
                    "This override holds everywhere; give it `paths` or `units`, or move its"
                            + " rules to the top.");
        }
        return new Policy.Override(
                patterns(texts(node.get("paths"))),
                texts(node.get("units")).stream().map(Policy.Said::text).toList(),
                stands(node.get("rules")),
                node.get("reason").flatMap(this::text).map(Policy.Said::text).orElse(""),
                node.place());
    }

    private Map<String, Policy.Stand> stands(Optional<ConfigNode> node) {
        Map<String, Policy.Stand> stands = new LinkedHashMap<>();
        for (ConfigNode.Entry entry : entries(node)) {
            // YAML 1.1 readers take a bare off for false, and so may the one that is used here.
            Optional<String> word =
                    entry.value() instanceof ConfigNode.Scalar scalar
                                    && Boolean.FALSE.equals(scalar.value())
                            ? Optional.of("off")
                            : oneOf(entry.value(), STANDS);
            word.ifPresent(
                    stand ->
                            stands.put(
                                    entry.key(),
                                    new Policy.Stand(level(stand), entry.keyPlace())));
        }
        return stands;
    }

    private static Optional<Level> level(String word) {
        return switch (word) {
            case "error" -> Optional.of(Level.ERROR);
            case "warning" -> Optional.of(Level.WARNING);
            case "note" -> Optional.of(Level.NOTE);
            default -> Optional.empty();
        };
    }

    private PathPatterns patterns(List<Policy.Said> patterns) {
        List<String> kept = new ArrayList<>();
        for (Policy.Said pattern : patterns) {
            if (PathPatterns.isTooWild(pattern.text())) {
                add(pattern.place(), "A pattern with so many wildcards takes too long.");
            } else {
                kept.add(pattern.text());
            }
        }
        return PathPatterns.of(kept);
    }

    private Optional<String> oneOf(ConfigNode node, List<String> words) {
        Optional<Policy.Said> said = text(node);
        if (said.isPresent() && !words.contains(said.get().text())) {
            add(
                    node.place(),
                    "This is %s; it can be %s."
                            .formatted(said.get().text(), String.join(", ", words)));
            return Optional.empty();
        }
        return said.map(Policy.Said::text);
    }

    private Optional<Policy.Said> text(ConfigNode node) {
        Optional<String> text = Nodes.text(node);
        if (text.isEmpty() || text.get().isBlank()) {
            add(node.place(), "A text is wanted here.");
            return Optional.empty();
        }
        return Optional.of(new Policy.Said(text.get(), node.place()));
    }

    private List<Policy.Said> texts(Optional<ConfigNode> node) {
        return list(node).stream().flatMap(each -> text(each).stream()).toList();
    }

    private List<ConfigNode> list(Optional<ConfigNode> node) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof ConfigNode.Sequence sequence) {
            return sequence.elements();
        }
        add(node.get().place(), "A list is wanted here.");
        return List.of();
    }

    private List<ConfigNode.Entry> entries(Optional<ConfigNode> node) {
        if (node.isPresent() && !(node.get() instanceof ConfigNode.Mapping)) {
            add(node.get().place(), "Keys with values are wanted here.");
        }
        return Nodes.entries(node);
    }

    private void checkKeys(ConfigNode node, List<String> known) {
        for (ConfigNode.Entry entry : entries(Optional.of(node))) {
            if (!known.contains(entry.key())) {
                add(entry.keyPlace(), SimilarWords.unknown("key", entry.key(), known));
            }
        }
    }

    private void add(Place place, String what) {
        errors.add(error(place, what));
    }
}
