package dev.dovetail.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be a secret, by the name that it is given to or by how it looks.
 *
 * <p>More people read a build's log than may read the repository, and it is kept for longer: what is
 * told apart here is neither shown nor followed into what code does.
 */
public final class Secrets {

    /** A word of a name that speaks of a secret, for patterns without regard to case. */
    public static final String WORD =
            "(?:passw|pwd|passphrase|secret|token|credential|dsn|cookie"
                    + "|(?:api|access|private|auth|account|signing|encryption|master|license)[_-]?key)";

    private static final Pattern NAME =
            Pattern.compile(
                    WORD + "|(?:^|[_.-])(?:key|pass|pin|salt)(?:$|[_.-])",
                    Pattern.CASE_INSENSITIVE);

    /** {@code TOKEN_URL} says where secrets are to be had, {@code COOKIE_SECURE} how one is sent. */
    private static final Pattern ABOUT_ONE =
            Pattern.compile(
                    ".*[_.-](?:url|uri|host|port|path|dir|folder|file|endpoint|issuer|domain|region|bucket"
                            + "|table|prefix|ttl|timeout|age|expiry|expires|expiration|secure|samesite|enabled)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LOOKS_LIKE_ONE =
            Pattern.compile(
                    // postgres://user:password@host
                    "(?<=://)[^/\\s:@\"']{0,200}:[^\\s@\"']{1,200}(?=@)"
                            // ?token=… and --password …, "--password", "…"
                            + "|(?<=[?&][\\w-]{0,40}" + WORD + "[\\w-]{0,20}=)[^\\s&\"'`]{1,200}"
                            + "|(?<=--[\\w.-]{0,40}" + WORD + "[\\w.-]{0,20}[\"']?[\\s,=]{1,3}[\"']?)[^\\s\"',=]{1,200}"
                            // the tokens of Stripe, OpenAI, GitHub, Slack, AWS and Google; JSON Web Tokens
                            + "|\\b[spr]k_(?:live|test)_\\w{1,200}"
                            + "|\\bsk-[\\w-]{16,200}"
                            + "|\\bgh[pousr]_\\w{16,200}"
                            + "|\\bxox[abprs]-[\\w-]{8,200}"
                            + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}"
                            + "|\\bAIza[\\w-]{30,100}"
                            + "|\\beyJ[\\w-]{8,2000}\\.[\\w.-]{8,2000}",
                    Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Whether a variable or a property of that name may hold a secret. */
    public static boolean isNameOfOne(String name) {
        return NAME.matcher(name).find() && !ABOUT_ONE.matcher(name).matches();
    }

    /** {@code text} with what looks like a secret by itself starred out; as long as it was. */
    public static String starred(String text) {
        Matcher found = LOOKS_LIKE_ONE.matcher(text);
        if (!found.find()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text);
        star(shown, found.reset(), 0);
        return shown.toString();
    }

    /** Stars out what a group of a pattern finds; quotation marks are kept. */
    public static void star(StringBuilder shown, Matcher matcher, int group) {
        while (matcher.find()) {
            for (int i = matcher.start(group); i < matcher.end(group); i++) {
                if ("\"'`".indexOf(shown.charAt(i)) < 0) {
                    shown.setCharAt(i, '*');
                }
            }
        }
    }
}
