package dev.dovetail.config.cloudflare;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import java.util.List;
import java.util.Optional;

/**
 * How much of Node.js a Worker has, as its compatibility date and flags say: {@code true} for all that the
 * runtime knows, {@code partial} for the modules that it had before 2024-09-23, {@code false} for none.
 *
 * @see <a href="https://developers.cloudflare.com/workers/runtime-apis/nodejs/">Node.js compatibility</a>
 */
final class NodeCompatibility {

    /** From this date on, the flag brings every module, those that do nothing included. */
    private static final String SECOND = "2024-09-23";

    /** From this date on, no flag is needed. */
    private static final String BY_DEFAULT = "2026-08-04";

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    private NodeCompatibility() {}

    /** The setting; empty when neither date nor flags tell. */
    static Optional<Setting> of(Optional<ConfigNode> date, Optional<ConfigNode> flags, Optional<ConfigNode> polyfills) {
        if (polyfills.flatMap(Nodes::text).filter("true"::equals).isPresent()) {
            return setting("true", polyfills.get());
        }
        Optional<String> day = date.flatMap(Nodes::text).filter(text -> text.matches(DATE));
        List<String> named = flags.map(Nodes::elements).orElse(List.of()).stream().flatMap(each -> Nodes.text(each).stream()).toList();
        boolean second = named.contains("nodejs_compat_v2");
        if (named.contains("no_nodejs_compat")) {
            return setting(second ? "true" : "false", flags.get());
        }
        if (second || named.contains("nodejs_compat") && isFrom(day, SECOND) || isFrom(day, BY_DEFAULT)) {
            return setting("true", flags.orElseGet(date::get));
        }
        if (named.contains("nodejs_compat")) {
            // Without a date it may be given to the command.
            return day.isPresent() ? setting("partial", flags.get()) : setting("true", flags.get());
        }
        return day.isPresent() ? setting("false", date.get()) : Optional.empty();
    }

    private static boolean isFrom(Optional<String> day, String first) {
        return day.filter(text -> text.compareTo(first) >= 0).isPresent();
    }

    private static Optional<Setting> setting(String value, ConfigNode node) {
        return Optional.of(Setting.at(new Value.Known(value), node.place()));
    }
}
