package dev.dovetail.config.commands;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One program that a script calls.
 *
 * @param words the program and its arguments, with {@code ${NAME}} where a variable is not known
 * @param folder of the workspace that it is called in; empty when the script goes elsewhere
 */
public record SimpleCommand(List<String> words, Optional<String> folder, Place place) {

    public SimpleCommand {
        words = List.copyOf(words);
    }

    /** Whether it begins with these words. */
    public boolean isCallOf(String... beginning) {
        return words.size() >= beginning.length
                && words.subList(0, beginning.length).equals(List.of(beginning));
    }

    /** Whether a text is known whole. */
    public static boolean isKnown(String text) {
        return !text.contains("${");
    }

    /** The options and arguments after the first words. */
    public Parts after(int count, Set<String> valued) {
        List<Argument> arguments =
                words.subList(Math.min(count, words.size()), words.size()).stream()
                        .map(word -> new Argument(word, isKnown(word)))
                        .toList();
        return new Parts(Options.anywhere(arguments, valued));
    }

    /** Options of a command apart from its other arguments. */
    public static final class Parts {
        private final Options options;

        private Parts(Options options) {
            this.options = options;
        }

        /** All that is given under these names, in order. */
        public List<String> values(String... names) {
            List<String> found = new ArrayList<>();
            for (String name : names) {
                options.values(name).forEach(each -> found.add(each.text()));
            }
            return found;
        }

        /** What is given last under one of these names. */
        public Optional<String> value(String... names) {
            return options.value(names).map(Argument::text);
        }

        /** What is no option. */
        public List<String> rest() {
            return options.rest().stream().map(Argument::text).toList();
        }
    }
}
