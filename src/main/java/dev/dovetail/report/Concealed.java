package dev.dovetail.report;

import dev.dovetail.config.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of the workspace's text is kept out of reports.
 *
 * <p>Values of variables are shown where they can be no secret (a port, a level). Of lines that are
 * quoted, what is given to a name that speaks of secrets is starred out, and so is what looks like
 * one by itself. Lines keep their length, so that what is marked in them stays where it is.
 */
final class Concealed {

    /** Stands for the value of a variable that is known. */
    static final String VALUE = "set, not shown";

    /** Lines above {@code value: …} that may name the variable that it is of. */
    static final int LINES_ABOVE = 3;

    /** A port or another small number, a switch, the name of a stage, a level of logging. */
    private static final Pattern NO_SECRET =
            Pattern.compile(
                    "-?[0-9]{1,5}|true|false|on|off|yes|no|development|production|staging|test"
                            + "|dev|prod|trace|debug|info|notice|warn|warning|error|fatal",
                    Pattern.CASE_INSENSITIVE);

    private static final String QUOTED =
            "\"(?:[^\"\\\\]|\\\\.)*+\"?|'(?:[^'\\\\]|\\\\.)*+'?|`[^`]*+`?";

    /** From a name to what is given to it; references to what lies elsewhere are no secrets. */
    private static final String GIVEN =
            "[\\w.-]{0,80}[\"']?\\s{0,20}(?::=|=>|=|:)\\s{0,20}(?![\\s$!{\\[<|>]|[\"'][$]\\{)";

    private static final Pattern IN_SOURCE =
            Pattern.compile(
                    Secrets.WORD + GIVEN + "(" + QUOTED + ")", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_CONFIG =
            Pattern.compile(
                    "(?:(?:" + Secrets.WORD + "|(?<![a-z])(?:key|pass|pin|salt))" + GIVEN
                            + "|(?:^|\\s)(?:ENV|ARG)\\s{1,20}\\w{0,80}" + Secrets.WORD + "\\w{0,80}\\s{1,20})"
                            + "(" + QUOTED + "|[^\\s\"'].*)",
                    Pattern.CASE_INSENSITIVE);

    /** {@code value: hunter2} and {@code default = "hunter2"}: the name stands above. */
    private static final Pattern BELOW_NAME =
            Pattern.compile("^[\\s{\"'-]{0,200}(?:value|default)[\"']?\\s{0,20}[:=]\\s{0,20}(.+)");

    private static final Pattern WORDS = Pattern.compile("[^\\w.-]+");

    private static final Set<String> SOURCES =
            Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "py", "java");

    private Concealed() {}

    /** Whether the value of a variable can be no secret. */
    static boolean mayBeShown(String variable, String value) {
        return !Secrets.isNameOfOne(variable) && NO_SECRET.matcher(value.strip()).matches();
    }

    /**
     * A line as it may be shown, as long as it was.
     *
     * @param above the lines before it, at most {@link #LINES_ABOVE}
     */
    static String line(String file, String line, List<String> above) {
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean source = SOURCES.contains(extension);
        StringBuilder shown = new StringBuilder(Secrets.starred(line));
        Secrets.star(shown, (source ? IN_SOURCE : IN_CONFIG).matcher(line), 1);
        if (!source && above.stream().anyMatch(Concealed::namesOne)) {
            Secrets.star(shown, BELOW_NAME.matcher(line), 1);
        }
        return shown.toString();
    }

    private static boolean namesOne(String line) {
        return WORDS.splitAsStream(line).anyMatch(Secrets::isNameOfOne);
    }
}
