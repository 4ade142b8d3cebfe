package dev.dovetail.config.docker;

import java.util.regex.Pattern;

/** The command by which a container is asked whether it is healthy. */
final class HealthCheck {

    private static final Pattern CURL = Pattern.compile("\\bcurl\\b");

    private static final Pattern CURL_THAT_FAILS =
            Pattern.compile("\\bcurl\\b[^|;&]*(\\s|\")(-[a-zA-Z]*f[a-zA-Z]*|--fail(-with-body)?)(?=[\\s\"])");

    private static final Pattern RAISES = Pattern.compile("\\bwget\\b|urlopen|raise_for_status|statusCode|\\.ok\\b");

    private HealthCheck() {}

    /** Whether an answer such as 404 makes the container unhealthy: curl alone is content with any. */
    static boolean looksAtStatus(String command) {
        return CURL.matcher(command).find()
                ? CURL_THAT_FAILS.matcher(command).find()
                : RAISES.matcher(command).find();
    }
}
