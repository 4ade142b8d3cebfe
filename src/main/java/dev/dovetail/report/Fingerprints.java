package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a finding the same one after lines around it have moved.
 *
 * @param line of the rule, the unit and the marked line with its neighbours: GitHub's {@code
 *     primaryLocationLineHash}
 * @param finding of the rule, the unit, the file and the marked line: key of baselines
 */
public record Fingerprints(String line, String finding) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_HASHED = 1_000;
    private static final long OFFSET_BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    /**
     * Fingerprints of a report's findings, in their order; equal ones are told apart by a counter.
     */
    public static List<Fingerprints> of(Report report) {
        SourceLines lines = new SourceLines(report.workspace());
        Map<String, Integer> seen = new HashMap<>();
        List<Fingerprints> fingerprints = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Place code = finding.code();
            int number = code.region().startLine();
            String marked = normalized(lines, code.file(), number).orElse(finding.message());
            String around =
                    neighbour(lines, code.file(), number, -1)
                            + "\n"
                            + marked
                            + "\n"
                            + neighbour(lines, code.file(), number, 1);
            String line = hash("line", finding.rule(), finding.unit(), around);
            String whole = hash("finding", finding.rule(), finding.unit(), code.file(), marked);
            fingerprints.add(
                    new Fingerprints(
                            line + ":" + seen.merge(line, 1, Integer::sum),
                            whole + ":" + seen.merge(whole, 1, Integer::sum)));
        }
        return List.copyOf(fingerprints);
    }

    private static String neighbour(SourceLines lines, String file, int line, int step) {
        // Blank lines come and go without meaning.
        for (int i = 1; i <= 3; i++) {
            Optional<String> text = normalized(lines, file, line + step * i);
            if (text.isEmpty() || !text.get().isEmpty()) {
                return text.orElse("");
            }
        }
        return "";
    }

    private static Optional<String> normalized(SourceLines lines, String file, int line) {
        return lines.line(file, line)
                .map(text -> text.length() > MOST_HASHED ? text.substring(0, MOST_HASHED) : text)
                .map(text -> BLANKS.matcher(text).replaceAll(" ").strip());
    }

    /** FNV-1a of 64 bits: the same on every machine, and no security provider to start. */
    private static String hash(String... parts) {
        long hash = OFFSET_BASIS;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * PRIME;
            }
            hash = (hash ^ 0xFFFF) * PRIME;
        }
        return "%016x".formatted(hash);
    }
}
