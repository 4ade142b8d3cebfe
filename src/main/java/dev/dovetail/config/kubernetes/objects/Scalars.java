package dev.dovetail.config.kubernetes.objects;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Durations;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Quantities;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scalars of objects say. A placeholder that something fills in later is unknown. */
public final class Scalars {

    /** Begins and ends what stands for a value that a template would compute; no file holds it. */
    public static final char UNKNOWN = '\uE000';

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{[\\w.:-]+}|\\$\\([\\w. ]+\\)|\\{\\{.*}}|\\{%.*%}|<[A-Za-z][\\w .-]*>|" + UNKNOWN);
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h)?");

    private Scalars() {}

    /** Whether a text holds what something fills in later. */
    public static boolean isUnknown(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    public static Value value(ConfigNode node) {
        return Nodes.value(node, Scalars::isUnknown);
    }

    public static Setting setting(ConfigNode node) {
        return Setting.at(value(node), node.place());
    }

    /** The known text of a scalar at a path of keys. */
    public static Optional<String> text(ConfigNode node, String... keys) {
        return Nodes.text(node, keys).filter(text -> !isUnknown(text));
    }

    /** Whether the scalar at a path of keys is true. */
    public static boolean isTrue(ConfigNode node, String... keys) {
        return text(node, keys).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    /** A whole number. */
    public static Setting count(ConfigNode node) {
        Value value = value(node);
        return Setting.at(
                value.number().<Value>map(number -> new Value.Known(number.longValue())).orElse(unknown(value, "it is no number")),
                node.place());
    }

    /** An amount of memory, in MiB. */
    public static Setting mebibytes(ConfigNode node) {
        Value value = value(node);
        return Setting.at(
                value.text()
                        .flatMap(Quantities::mebibytes)
                        .<Value>map(Value.Known::new)
                        .orElse(unknown(value, "it is no quantity")),
                node.place());
    }

    /** A number of seconds, or a duration with its unit, in ms. */
    public static Setting milliseconds(ConfigNode node) {
        Value value = value(node);
        Matcher duration = DURATION.matcher(value.text().orElse(""));
        if (!duration.matches() || duration.group(1).length() > 9) {
            return Setting.at(unknown(value, "it is no duration"), node.place());
        }
        long time = Durations.milliseconds(duration.group(1), duration.group(2));
        return Setting.at(new Value.Known(time), node.place());
    }

    private static Value unknown(Value value, String why) {
        return value instanceof Value.Unknown ? value : new Value.Unknown(why);
    }
}
