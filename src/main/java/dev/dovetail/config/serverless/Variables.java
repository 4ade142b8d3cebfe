package dev.dovetail.config.serverless;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The values of {@code ${…}} in one service's file, for its default stage.
 *
 * <p>A node is resolved when it is asked for. What cannot be known keeps its {@code ${…}}, and {@link
 * #isUnresolved} tells.
 */
final class Variables {


    /** Most variables that one value is put together from; more is a bomb or a mistake. */
    private static final int MOST_STEPS = 1_000;

    private final String file;
    private final ConfigNode root;
    private final Documents documents;
    private final Consumer<Notification> notifications;
    private final Set<String> open = new HashSet<>();
    private int depth;
    private int steps;

    Variables(
            String file,
            ConfigNode root,
            Documents documents,
            Consumer<Notification> notifications) {
        this.file = file;
        this.root = root;
        this.documents = documents;
        this.notifications = notifications;
    }

    static boolean isUnresolved(String text) {
        return text.contains("${");
    }

    /** A node with its own variable replaced; what is within it is left for later. */
    ConfigNode resolve(ConfigNode node) {
        if (!(node instanceof ConfigNode.Scalar scalar)
                || !isUnresolved(scalar.text())
                || depth >= Limits.VARIABLE_NESTING) {
            return node;
        }
        if (depth == 0) {
            steps = 0;
        }
        if (++steps > MOST_STEPS) {
            return node;
        }
        depth++;
        try {
            String text = scalar.text().strip();
            if (text.startsWith("${") && close(text, 0) == text.length() - 1) {
                return variable(text.substring(2, text.length() - 1), scalar.place())
                        .map(value -> moved(value, scalar.place()))
                        .orElse(node);
            }
            String filled = fill(scalar.text(), scalar.place());
            return new ConfigNode.Scalar(filled, filled, scalar.tag(), scalar.place());
        } finally {
            depth--;
        }
    }

    /** A value keeps the place where it is used: that is the line of this unit. */
    private static ConfigNode moved(ConfigNode value, Place place) {
        return value instanceof ConfigNode.Scalar scalar
                ? new ConfigNode.Scalar(scalar.value(), scalar.text(), scalar.tag(), place)
                : value;
    }

    /** The node at keys of another, variables on the way resolved. */
    Optional<ConfigNode> at(ConfigNode node, String... keys) {
        ConfigNode at = resolve(node);
        for (String key : keys) {
            Optional<ConfigNode> next = at.get(key);
            if (next.isEmpty() && at instanceof ConfigNode.Sequence sequence) {
                next = element(sequence, key);
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = resolve(next.get());
        }
        return Optional.of(at);
    }

    private static Optional<ConfigNode> element(ConfigNode.Sequence sequence, String key) {
        try {
            int position = Integer.parseInt(key);
            return position >= 0 && position < sequence.elements().size()
                    ? Optional.of(sequence.elements().get(position))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<ConfigNode> ofRoot(String... keys) {
        return at(root, keys);
    }

    /** The stage that is deployed when nobody names one. */
    String stage() {
        return ofRoot("provider", "stage")
                .flatMap(Nodes::text)
                .filter(text -> !isUnresolved(text))
                .orElse("dev");
    }

    private String fill(String text, Place place) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (true) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : close(text, start);
            if (end < 0) {
                return filled.append(text.substring(at)).toString();
            }
            filled.append(text, at, start);
            String inner = text.substring(start + 2, end);
            filled.append(
                    variable(inner, place)
                            .flatMap(Nodes::text)
                            .orElse(text.substring(start, end + 1)));
            at = end + 1;
        }
    }

    /** Where the brace closes that opens at {@code start}, or -1. */
    private static int close(String text, int start) {
        int nested = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                nested++;
                i++;
            } else if (text.charAt(i) == '}' && --nested == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The first of the alternatives of a variable that has a value. */
    private Optional<ConfigNode> variable(String inner, Place place) {
        if (!open.add(inner)) {
            return Optional.empty();
        }
        try {
            String text = isUnresolved(inner) ? fill(inner, place) : inner;
            if (isUnresolved(text)) {
                return Optional.empty();
            }
            for (String alternative : alternatives(text)) {
                boolean notGiven =
                        alternative.strip().equals("opt:stage") && hasMore(text, alternative);
                Optional<ConfigNode> value =
                        notGiven ? Optional.empty() : one(alternative.strip(), place);
                if (value.isPresent()) {
                    return value.map(this::resolve);
                }
                if (mayBeGivenElsewhere(alternative.strip()) && !hasMore(text, alternative)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } finally {
            open.remove(inner);
        }
    }

    private static boolean mayBeGivenElsewhere(String alternative) {
        return alternative.startsWith("env:") || alternative.startsWith("opt:");
    }

    private static boolean hasMore(String text, String alternative) {
        return !text.endsWith(alternative);
    }

    private static List<String> alternatives(String text) {
        List<String> found = new ArrayList<>();
        int start = 0;
        int nested = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                nested++;
            } else if (c == ')') {
                nested--;
            } else if (c == ',' && nested == 0) {
                found.add(text.substring(start, i));
                start = i + 1;
            }
        }
        found.add(text.substring(start));
        return found;
    }

    private Optional<ConfigNode> one(String text, Place place) {
        if (text.length() >= 2
                && (text.startsWith("'") || text.startsWith("\""))
                && text.endsWith(text.substring(0, 1))) {
            return Optional.of(literal(text.substring(1, text.length() - 1), place));
        }
        if (text.startsWith("self:")) {
            String path = text.substring(5);
            return path.isEmpty() ? Optional.of(root) : ofRoot(path.split("\\."));
        }
        if (text.equals("sls:stage") || text.equals("opt:stage")) {
            return Optional.of(literal(stage(), place));
        }
        if (text.startsWith("param:")) {
            return parameter(text.substring(6));
        }
        if (text.startsWith("file(")) {
            return inFile(text, place);
        }
        if (text.startsWith("strToBool(") && text.endsWith(")")) {
            String inner = text.substring(10, text.length() - 1).replaceAll("['\"]", "");
            boolean yes = inner.equals("true") || inner.equals("1");
            return Optional.of(new ConfigNode.Scalar(yes, String.valueOf(yes), "", place));
        }
        if (text.matches("-?[0-9]+")) {
            return Optional.of(new ConfigNode.Scalar(Long.valueOf(text), text, "", place));
        }
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(new ConfigNode.Scalar(text.equals("true"), text, "", place));
        }
        return Optional.empty();
    }

    private Optional<ConfigNode> parameter(String name) {
        return ofRoot("stages", stage(), "params", name)
                .or(() -> ofRoot("stages", "default", "params", name))
                .or(() -> ofRoot("params", stage(), name))
                .or(() -> ofRoot("params", "default", name));
    }

    private Optional<ConfigNode> inFile(String text, Place place) {
        int end = text.indexOf(')');
        if (end < 0) {
            return Optional.empty();
        }
        String name = text.substring(5, end).strip();
        Optional<String> path = Paths.resolve(Paths.parent(file), name);
        if (path.isEmpty()) {
            notifications.accept(
                    new Notification(
                            Notification.Level.WARNING,
                            "${file(" + name + ")} leaves the workspace and is not read.",
                            place));
            return Optional.empty();
        }
        boolean data =
                name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json");
        if (!data) {
            return Optional.empty();
        }
        if (!open.add("file " + path.get() + text.substring(end))) {
            notifications.accept(
                    new Notification(
                            Notification.Level.WARNING,
                            "${file(" + name + ")} includes itself; it is left out here.",
                            place));
            return Optional.empty();
        }
        try {
            List<ConfigNode> read = documents.read(path.get());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            String rest = text.substring(end + 1);
            return rest.startsWith(":")
                    ? at(read.get(0), rest.substring(1).split("\\."))
                    : Optional.of(read.get(0));
        } finally {
            open.remove("file " + path.get() + text.substring(end));
        }
    }

    private static ConfigNode literal(String text, Place place) {
        return new ConfigNode.Scalar(text, text, "", place);
    }
}
