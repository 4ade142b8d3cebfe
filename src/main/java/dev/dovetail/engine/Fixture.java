package dev.dovetail.engine;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small project that says itself what must be found in it: {@code // expect: rule-id} on a line or
 * on the line before, {@code - file:line rule-id} in {@code expect.yaml} where a format has no
 * comments. What is not expected must not be found.
 *
 * @param expected {@code file:line rule-id}
 * @param found likewise
 */
public record Fixture(SortedSet<String> expected, SortedSet<String> found) {

    private static final Pattern EXPECT =
            Pattern.compile("(?://|#|/\\*|<!--)\\s*expect:\\s*([a-z0-9, -]+?)\\s*(?:\\*/|-->)?\\s*$");

    private static final String BESIDE = "expect.yaml";

    /**
     * Analyses a project.
     *
     * @param rules whose findings count
     * @param today {@code YYYY-MM-DD}
     */
    public static Fixture of(
            Workspace workspace, Knowledge knowledge, Set<String> rules, String today) {
        SortedSet<String> expected = new TreeSet<>();
        for (String file : workspace.files()) {
            read(file, workspace.read(file).orElse(""), expected);
        }
        Analysis analysis = new Analysis(workspace, knowledge);
        analysis.link(Optional.empty());
        SortedSet<String> found = new TreeSet<>();
        for (Finding finding : analysis.judge(today)) {
            if (finding.isOpen() && rules.contains(finding.rule())) {
                found.add(finding.code() + " " + finding.rule());
            }
        }
        return new Fixture(expected, found);
    }

    /** A comment speaks of its own line, or of the next one when it stands alone. */
    private static void read(String file, String text, SortedSet<String> expected) {
        if (file.endsWith(BESIDE)) {
            text.lines()
                    .filter(line -> line.startsWith("- "))
                    .forEach(line -> expected.add(line.substring(2).strip()));
            return;
        }
        if (!text.contains("expect:")) {
            return;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = EXPECT.matcher(lines[i]);
            if (matcher.find()) {
                boolean alone = lines[i].substring(0, matcher.start()).isBlank();
                int line = alone ? i + 2 : i + 1;
                for (String rule : matcher.group(1).split(",")) {
                    expected.add(file + ":" + line + " " + rule.strip());
                }
            }
        }
    }

    /** Expected, but not found. */
    public SortedSet<String> missed() {
        SortedSet<String> missed = new TreeSet<>(expected);
        missed.removeAll(found);
        return missed;
    }

    /** Found, but not expected. */
    public SortedSet<String> wrong() {
        SortedSet<String> wrong = new TreeSet<>(found);
        wrong.removeAll(expected);
        return wrong;
    }

    /** Whether what is found is what is expected. */
    public boolean passes() {
        return expected.equals(found);
    }
}
