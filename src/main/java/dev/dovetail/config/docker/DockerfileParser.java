package dev.dovetail.config.docker;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a Dockerfile into instructions, by https://docs.docker.com/reference/dockerfile/: the escape
 * directive, continued lines, comments between them, and here-documents.
 */
final class DockerfileParser {

    private static final int MOST = 5_000;
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([a-z]+)\\s*=\\s*(\\S+)\\s*");
    private static final Pattern DOCUMENT = Pattern.compile("<<-?[\"']?([A-Za-z_]\\w*)[\"']?");
    private static final Pattern FLAG = Pattern.compile("(--[a-z-]+(?:=\\S*)?)(?:\\s+|$)");

    private final String file;
    private final List<String> lines;
    private String escape = "\\";
    private int at;

    private DockerfileParser(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static List<Instruction> parse(String file, String text) {
        return new DockerfileParser(file, text).instructions();
    }

    private List<Instruction> instructions() {
        directives();
        List<Instruction> found = new ArrayList<>();
        while (at < lines.size() && found.size() < MOST) {
            String line = lines.get(at);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                at++;
            } else {
                found.add(instruction());
            }
        }
        return found;
    }

    /** Directives stand before everything else. */
    private void directives() {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.strip().toLowerCase(Locale.ROOT));
            if (!directive.matches()) {
                return;
            }
            if (directive.group(1).equals("escape")) {
                escape = directive.group(2);
            }
        }
    }

    private Instruction instruction() {
        int start = at;
        StringBuilder whole = new StringBuilder();
        boolean goesOn = true;
        while (goesOn && at < lines.size()) {
            String line = lines.get(at++);
            boolean comment = at - 1 > start && line.stripLeading().startsWith("#");
            if (comment || at - 1 > start && line.isBlank()) {
                continue;
            }
            String stripped = line.stripTrailing();
            goesOn = stripped.endsWith(escape);
            whole.append(
                    goesOn ? stripped.substring(0, stripped.length() - escape.length()) : stripped);
            if (goesOn) {
                whole.append(' ');
            }
        }
        int last = at;
        String text = whole.toString().strip();
        String keyword = text.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        String rest = text.substring(keyword.length()).strip();
        List<String> documents = new ArrayList<>();
        if (keyword.equals("RUN") || keyword.equals("COPY") || keyword.equals("ADD")) {
            Matcher mark = DOCUMENT.matcher(rest);
            while (mark.find()) {
                documents.add(document(mark.group(1)));
            }
        }
        List<String> flags = new ArrayList<>();
        Matcher flag = FLAG.matcher(rest);
        while (flag.lookingAt()) {
            flags.add(flag.group(1));
            rest = rest.substring(flag.end());
            flag = FLAG.matcher(rest);
        }
        String first = lines.get(start);
        int column = first.length() - first.stripLeading().length() + 1;
        String end = lines.get(last - 1);
        Region region = new Region(start + 1, column, last, Math.max(end.stripTrailing().length() + 1, 1));
        return new Instruction(keyword, flags, rest.strip(), documents, new Place(file, region));
    }

    private String document(String end) {
        List<String> body = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at++);
            if (line.strip().equals(end)) {
                break;
            }
            body.add(line);
        }
        return String.join("\n", body);
    }
}
