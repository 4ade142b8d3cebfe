package dev.dovetail.config.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A .dockerignore, by https://docs.docker.com/build/concepts/context/#dockerignore-files: patterns are
 * of paths from the context's root, and the last one that matches decides.
 */
final class DockerIgnore {

    private static final int MOST = 2_000;
    private static final int LONGEST = 300;

    /** They are matched by backtracking, at a cost of length to the power of this. */
    private static final int MOST_WILDCARDS = 6;

    private record Rule(Pattern pattern, boolean keeps) {}

    private final List<Rule> rules = new ArrayList<>();

    private DockerIgnore() {}

    static DockerIgnore none() {
        return new DockerIgnore();
    }

    static DockerIgnore of(String text) {
        DockerIgnore ignore = new DockerIgnore();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && line.length() <= LONGEST)
                .filter(line -> line.chars().filter(c -> c == '*').count() <= MOST_WILDCARDS)
                .limit(MOST)
                .forEach(ignore::add);
        return ignore;
    }

    private void add(String line) {
        boolean keeps = line.startsWith("!");
        String path = keeps ? line.substring(1).strip() : line;
        path = path.replaceAll("^(\\./|/)+", "").replaceAll("/+$", "");
        if (path.equals(".") || path.isEmpty()) {
            path = "**";
        }
        rules.add(new Rule(Pattern.compile(expression(path)), keeps));
    }

    /** A pattern matches a path and all beneath it. */
    private static String expression(String glob) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                expression.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return expression.append("(?:/.*)?").toString();
    }

    /** Whether a path is left out of the context. */
    boolean excludes(String path) {
        boolean excluded = false;
        for (Rule rule : rules) {
            if (rule.keeps() == excluded && rule.pattern().matcher(path).matches()) {
                excluded = !rule.keeps();
            }
        }
        return excluded;
    }
}
