package dev.dovetail.workspace;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of paths as {@code .gitignore} writes them: {@code legacy/}, {@code *.test.ts}, {@code
 * /services/api/**}; a later pattern with {@code !} takes back what an earlier one meant.
 */
public final class PathPatterns {

    /** No path at all; asks nothing of the library, whose start costs more than a small check. */
    public static final PathPatterns NONE = new PathPatterns(null);

    private final @Nullable IgnoreNode node;

    private PathPatterns(@Nullable IgnoreNode node) {
        this.node = node;
    }

    /** Patterns in their order. */
    public static PathPatterns of(List<String> patterns) {
        List<FastIgnoreRule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            FastIgnoreRule rule = new FastIgnoreRule(pattern);
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
        }
        return rules.isEmpty() ? NONE : new PathPatterns(new IgnoreNode(rules));
    }

    /** Whether a pattern takes too long to match, as it would in an ignore file. */
    public static boolean isTooWild(String pattern) {
        return IgnoreRules.wildcards(pattern) > Limits.IGNORE_WILDCARDS;
    }

    public boolean isEmpty() {
        return node == null;
    }

    /** Whether a file is meant, or a folder that it lies in. */
    public boolean matches(String file) {
        if (node == null) {
            return false;
        }
        for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
            if (Boolean.TRUE.equals(node.checkIgnored(file.substring(0, slash), true))) {
                return true;
            }
        }
        return Boolean.TRUE.equals(node.checkIgnored(file, false));
    }
}
