package dev.dovetail.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * The ignore rules that hold in one folder: its own {@code .gitignore} and those of the folders
 * above it, the nearest first, as git reads them.
 *
 * @param folder the folder the rules stand in, relative to the workspace
 * @param node the rules of that folder
 * @param outer the rules of the folders above it
 */
record IgnoreRules(String folder, IgnoreNode node, @Nullable IgnoreRules outer) {

    /** Rules as the lines of an ignore file write them; what cannot be used is reported. */
    static IgnoreRules parse(
            String file,
            String folder,
            String text,
            @Nullable IgnoreRules outer,
            Consumer<Notification> report) {
        List<FastIgnoreRule> rules = new ArrayList<>();
        int line = 0;
        for (String written : (Iterable<String>) text.lines()::iterator) {
            line++;
            Optional<String> refusal = refusal(written, rules.size());
            if (refusal.isPresent()) {
                Region region = new Region(line, 1, line, written.length() + 1);
                report.accept(
                        new Notification(
                                Notification.Level.WARNING,
                                refusal.get(),
                                new Place(file, region)));
                break;
            }
            FastIgnoreRule rule = new FastIgnoreRule(written);
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
        }
        return new IgnoreRules(folder, new IgnoreNode(rules), outer);
    }

    private static Optional<String> refusal(String written, int count) {
        if (written.startsWith("#")) {
            return Optional.empty();
        }
        if (count >= Limits.IGNORE_RULES) {
            return Optional.of(
                    "More than %d ignore rules; this one and those after it do not count."
                            .formatted(Limits.IGNORE_RULES));
        }
        if (wildcards(written) > Limits.IGNORE_WILDCARDS) {
            return Optional.of(
                    "An ignore rule with so many wildcards takes too long; this one and those after"
                            + " it do not count.");
        }
        return Optional.empty();
    }

    /** The most {@code *} in one part of the rule, or of {@code **} parts, whichever is more. */
    static int wildcards(String rule) {
        int most = 0;
        int deep = 0;
        for (String part : rule.split("/")) {
            if (part.equals("**")) {
                deep++;
            } else {
                most = Math.max(most, (int) part.chars().filter(c -> c == '*').count());
            }
        }
        return Math.max(most, deep);
    }

    /** Whether the nearest rule that speaks of {@code path} ignores it. */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
            int inside = rules.folder.isEmpty() ? 0 : rules.folder.length() + 1;
            Boolean ignored = rules.node.checkIgnored(path.substring(inside), isFolder);
            if (ignored != null) {
                return ignored;
            }
        }
        return false;
    }
}
