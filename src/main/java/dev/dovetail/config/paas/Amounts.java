package dev.dovetail.config.paas;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Durations;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and durations as the config of these platforms writes them; empty for anything else. */
public final class Amounts {

    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(mb|mib|m|gb|gib|g)?");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    private Amounts() {}

    /** {@code 512mb}, {@code 1gb} or a number of MiB, in MiB. */
    public static Optional<Setting> mebibytes(ConfigNode node) {
        Matcher size = SIZE.matcher(Nodes.text(node).orElse("").strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            return Optional.empty();
        }
        boolean giga = size.group(2) != null && size.group(2).startsWith("g");
        double number = Double.parseDouble(size.group(1)) * (giga ? 1024 : 1);
        return Optional.of(Setting.at(new Value.Known(Math.round(number)), node.place()));
    }

    /** {@code 30s}, {@code 2m}, {@code 500ms} or a number of seconds, in ms. */
    public static Optional<Setting> seconds(ConfigNode node) {
        Matcher duration = DURATION.matcher(Nodes.text(node).orElse("").strip());
        if (!duration.matches()) {
            return Optional.empty();
        }
        long time = Durations.milliseconds(duration.group(1), duration.group(2));
        return Optional.of(Setting.at(new Value.Known(time), node.place()));
    }
}
