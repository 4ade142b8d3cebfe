package dev.dovetail.config.project;

import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** A pattern over paths with stars and braces, as vercel.json and package.json write it. */
public final class Glob {

    private static final int LONGEST = 256;

    private final String pattern;
    private final List<PathMatcher> matchers = new ArrayList<>();

    public Glob(String pattern) {
        this.pattern = pattern.startsWith("./") ? pattern.substring(2) : pattern;
        if (pattern.length() > LONGEST) {
            return;
        }
        add(this.pattern);
        // Two stars also stand for no folder at all.
        add(this.pattern.replace("**/", ""));
    }

    private void add(String glob) {
        try {
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
        } catch (PatternSyntaxException e) {
            // It can only mean the very file of that name.
        }
    }

    /** Whether a path, relative to the project, is meant. */
    public boolean matches(String path) {
        return path.equals(pattern)
                || matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(path)));
    }

    /** Whether it may mean several files. */
    public boolean isOpen() {
        return pattern.contains("*") || pattern.contains("{");
    }
}
