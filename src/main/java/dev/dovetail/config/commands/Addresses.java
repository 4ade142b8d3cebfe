package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import java.util.Map;

/** Addresses and ports as servers take them: {@code 0.0.0.0:8000}, {@code :8000}, {@code [::]:8000}. */
final class Addresses {

    private Addresses() {}

    /** Sets bind address and port to what an argument says; a socket file clears both. */
    static void put(Argument argument, Map<String, Setting> settings, Invocation call) {
        String text = argument.text();
        if (text.startsWith("unix:") || text.startsWith("fd:") || text.startsWith("/")) {
            settings.remove(SettingName.BIND_ADDRESS);
            settings.remove(SettingName.LISTEN_PORT);
            return;
        }
        if (text.startsWith("tcp://")) {
            text = text.substring("tcp://".length());
        }
        // The last colon parts the port; a variable's own may hold one.
        int colon = text.endsWith("}") ? text.lastIndexOf(":${") : text.lastIndexOf(':');
        boolean portAlone = colon < 0 && text.matches("\\d{1,5}");
        String host = portAlone ? "" : colon < 0 ? text : text.substring(0, colon);
        String port = portAlone ? text : colon < 0 ? "" : text.substring(colon + 1);
        if (!host.isEmpty()) {
            settings.put(SettingName.BIND_ADDRESS, call.at(part(host.replaceAll("^\\[|\\]$", ""))));
        } else if (colon == 0) {
            settings.put(SettingName.BIND_ADDRESS, call.at(new Value.Known("0.0.0.0")));
        }
        if (!port.isEmpty()) {
            settings.put(SettingName.LISTEN_PORT, call.at(part(port)));
        }
    }

    private static Value part(String text) {
        return new Argument(text, !text.contains("${")).value();
    }
}
