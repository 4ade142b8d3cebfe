package dev.dovetail.config.machines;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The directives of an nginx file, as blocks in blocks; what is broken ends with the file. */
final class NginxFile {

    private static final int DEEPEST = 30;
    private static final int MOST = 20_000;

    /** {@code proxy_pass http://localhost:3000;} */
    record Line(String name, List<String> words, Place place) {}

    /** {@code location / { … }} */
    record Block(String name, List<String> words, List<Line> lines, List<Block> blocks) {}

    private NginxFile() {}

    static Block parse(String file, String text) {
        Deque<Block> open = new ArrayDeque<>();
        Block root = new Block("", List.of(), new ArrayList<>(), new ArrayList<>());
        open.push(root);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int line = 1;
        int start = 1;
        int count = 0;
        for (int i = 0; i < text.length() && count < MOST; i++) {
            char c = text.charAt(i);
            if (c == '#' && word.length() == 0) {
                while (i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                    i++;
                }
            } else if (c == '"' || c == '\'') {
                int end = text.indexOf(c, i + 1);
                end = end < 0 ? text.length() : end;
                word.append(text, i + 1, end);
                line += (int) text.substring(i, end).chars().filter(each -> each == '\n').count();
                i = end;
            } else if (c == '$' && text.startsWith("{", i + 1)) {
                int end = text.indexOf('}', i);
                end = end < 0 ? text.length() - 1 : end;
                word.append(text, i, end + 1);
                i = end;
            } else if (c == ';' || c == '{' || c == '}') {
                start = words.isEmpty() && word.length() > 0 ? line : start;
                flush(word, words);
                count++;
                if (c == ';' && !words.isEmpty()) {
                    open.getFirst().lines().add(new Line(words.get(0), List.copyOf(words.subList(1, words.size())), new Place(file, new Region(start, 1, start, 1))));
                } else if (c == '{') {
                    Block block = new Block(words.isEmpty() ? "" : words.get(0), words.size() > 1 ? List.copyOf(words.subList(1, words.size())) : List.of(), new ArrayList<>(), new ArrayList<>());
                    open.getFirst().blocks().add(block);
                    if (open.size() > DEEPEST) {
                        return root;
                    }
                    open.push(block);
                } else if (c == '}' && open.size() > 1) {
                    open.pop();
                }
                words.clear();
            } else if (Character.isWhitespace(c)) {
                start = words.isEmpty() && word.length() > 0 ? line : start;
                flush(word, words);
                line += c == '\n' ? 1 : 0;
            } else {
                word.append(c);
            }
        }
        return root;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
