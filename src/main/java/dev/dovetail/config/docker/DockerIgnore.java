package dev.dovetail.config.docker;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A .dockerignore, by https://docs.docker.com/build/concepts/context/#dockerignore-files: patterns are
 * of paths from the context's root, and the last one that matches decides.
 */
final class DockerIgnore {

    private static final int MOST = 2_000;
    private static final int LONGEST = 300;

    /** They are matched by backtracking, at a cost of length to the power of this. */
    private static final int MOST_WILDCARDS = 6;

    private record Rule(Pattern pattern, boolean keeps, Place place) {}

    private final List<Rule> rules = new ArrayList<>();
    private final String file;
    private final String text;

    private DockerIgnore(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static DockerIgnore none() {
        return new DockerIgnore("", "");
    }

    static DockerIgnore of(String file, String text) {
        DockerIgnore ignore = new DockerIgnore(file, text);
        int number = 0;
        for (String written : text.lines().limit(MOST).toList()) {
            number++;
            String line = written.strip();
            boolean quick = line.chars().filter(c -> c == '*').count() <= MOST_WILDCARDS;
            if (!line.isEmpty() && !line.startsWith("#") && line.length() <= LONGEST && quick) {
                Region region = new Region(number, 1, number, written.stripTrailing().length() + 1);
                ignore.add(line, new Place(file, region));
            }
        }
        return ignore;
    }

    private void add(String line, Place place) {
        boolean keeps = line.startsWith("!");
        String path = keeps ? line.substring(1).strip() : line;
        path = path.replaceAll("^(\\./|/)+", "").replaceAll("/+$", "");
        if (path.equals(".") || path.isEmpty()) {
            path = "**";
        }
        rules.add(new Rule(Pattern.compile(expression(path)), keeps, place));
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
        return excluding(path).isPresent();
    }

    /** The line that leaves a path out of the context. */
    Optional<Place> excluding(String path) {
        Optional<Place> excluded = Optional.empty();
        for (Rule rule : rules) {
            if (rule.keeps() == excluded.isPresent() && rule.pattern().matcher(path).matches()) {
                excluded = rule.keeps() ? Optional.empty() : Optional.of(rule.place());
            }
        }
        return excluded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DockerIgnore ignore
                && ignore.file.equals(file)
                && ignore.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
