package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import java.util.HashMap;
import java.util.Map;

/**
 * What one program starts.
 *
 * @param settings that its arguments carry
 * @param state of the shell when it started
 */
record Outcome(EntryPoint entry, Map<String, Setting> settings, State state) {

    Outcome {
        settings = new HashMap<>(settings);
    }

    static Outcome unknown(String why, State state) {
        return new Outcome(new EntryPoint.Unknown(why, state.place), Map.of(), state);
    }

    boolean isKnown() {
        return !(entry instanceof EntryPoint.Unknown);
    }

    /** The same with settings that it does not have yet. */
    Outcome with(Map<String, Setting> more) {
        more.forEach(settings::putIfAbsent);
        return this;
    }
}
