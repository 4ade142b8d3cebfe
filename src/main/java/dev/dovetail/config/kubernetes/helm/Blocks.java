package dev.dovetail.config.kubernetes.helm;

import dev.dovetail.config.kubernetes.objects.Scalars;
import java.util.ArrayList;
import java.util.List;

/** Gives what stands for unknown lines of YAML the form that fits where it stands. */
final class Blocks {

    private Blocks() {}

    /** The text with an element where the neighbours are elements, and an entry elsewhere; line by line. */
    static String settled(String text) {
        if (text.indexOf(Printing.BLOCK) < 0 && text.indexOf(Scalars.UNKNOWN) < 0) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace(Printing.BLOCK, Scalars.UNKNOWN);
            if (isAlone(line.strip())) {
                int indent = indent(line);
                String marker = line.strip();
                boolean element = isElement(lines, i, -1, indent) || isElement(lines, i, 1, indent);
                line = " ".repeat(indent) + (element ? "- " + marker : marker + ": " + Scalars.UNKNOWN);
            }
            // A template that trims what stands before prints right after the colon.
            lines.set(i, line.replaceFirst("^([\\s-]*[\\w./-]+:)(?=" + Scalars.UNKNOWN + ")", "$1 "));
        }
        return String.join("\n", lines);
    }

    /** Whether a line is an unknown and nothing else. */
    private static boolean isAlone(String line) {
        return line.length() > 2
                && line.charAt(0) == Scalars.UNKNOWN
                && line.indexOf(Scalars.UNKNOWN, 1) == line.length() - 1;
    }

    /** Whether the next line that is as far in, up or down, begins an element. */
    private static boolean isElement(List<String> lines, int from, int step, int indent) {
        for (int i = from + step; i >= 0 && i < lines.size(); i += step) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            int own = indent(line);
            if (own < indent) {
                return false;
            }
            if (own == indent && !isAlone(line.strip())) {
                return line.strip().startsWith("- ");
            }
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
