package dev.dovetail.config.aws;

import java.util.List;

/** Handlers that layers, plugins and wrappers bring, by how the reference begins. */
public final class ProvidedHandlers {

    private static final List<String> PREFIXES =
            List.of(
                    "/opt/",
                    "newrelic",
                    "datadog",
                    "node_modules/",
                    "wsgi_handler.",
                    "lumigo",
                    "epsagon",
                    "Bref\\",
                    "public/index.php");

    private ProvidedHandlers() {}

    /** Whether a handler is not the repository's own. */
    public static boolean include(String reference) {
        return PREFIXES.stream().anyMatch(reference::startsWith);
    }
}
