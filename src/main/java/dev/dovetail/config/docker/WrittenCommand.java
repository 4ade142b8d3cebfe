package dev.dovetail.config.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command of a {@code CMD} or {@code ENTRYPOINT} as it is written, where every word of it stands for
 * itself: no variable, no quote, nothing that a shell acts on.
 *
 * @param exec whether it is a list, which no shell runs
 * @param from offset of the command in the instruction's text, its bracket included
 * @param to offset after it
 */
public record WrittenCommand(boolean exec, List<String> words, int from, int to) {

    private static final String KEYWORD = "(?i)\\s*+(?:CMD|ENTRYPOINT)[ \\t]++";

    private static final String WORD = "[\\w./:@%+,-][\\w./:@%+,=-]*+";

    private static final Pattern SHELL =
            Pattern.compile(KEYWORD + "(" + WORD + "(?:[ \\t]++" + WORD + ")*+)\\s*+");

    private static final String QUOTED = "\"" + WORD + "\"\\s*+";

    private static final Pattern EXEC =
            Pattern.compile(KEYWORD + "(\\[\\s*+" + QUOTED + "(?:,\\s*+" + QUOTED + ")*+])\\s*+");

    private static final Pattern EACH_WORD = Pattern.compile(WORD);

    public WrittenCommand {
        words = List.copyOf(words);
    }

    /**
     * The command of an instruction.
     *
     * @param instruction all of its text; anything else gives empty
     */
    public static Optional<WrittenCommand> of(String instruction) {
        Matcher exec = EXEC.matcher(instruction);
        if (exec.matches()) {
            String inside = instruction.substring(exec.start(1) + 1, exec.end(1) - 1);
            return Optional.of(
                    new WrittenCommand(
                            true, words(inside.replace("\",", "\" ")), exec.start(1), exec.end(1)));
        }
        Matcher shell = SHELL.matcher(instruction);
        return shell.matches()
                ? Optional.of(
                        new WrittenCommand(
                                false, words(shell.group(1)), shell.start(1), shell.end(1)))
                : Optional.empty();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = EACH_WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Where more words would be added. */
    public int end() {
        return exec ? to - 1 : to;
    }

    /** More words, in the form that the command has, as they are added at {@link #end()}. */
    public String added(List<String> more) {
        StringBuilder text = new StringBuilder();
        more.forEach(word -> text.append(exec ? ", \"" + word + '"' : ' ' + word));
        return text.toString();
    }

    /** The command as a list. */
    public String asList() {
        return words.stream()
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
