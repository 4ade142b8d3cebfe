package dev.dovetail.report.sarif;

import dev.dovetail.knowledge.Rule;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms that SARIF and its readers want texts in. */
final class Texts {

    /** GitHub shows no more of a description. */
    static final int DESCRIPTION = 1_024;

    private static final int MESSAGE = 4_000;

    private Texts() {}

    /** A message that ends as a sentence, is not endless and holds no link by accident. */
    static String sentence(String text) {
        String stripped = cut(text.strip(), MESSAGE).replace("](", "] (");
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }

    /** A link to the related location of this id; brackets in the link's text are escaped. */
    static String link(String text, int id) {
        String escaped = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
        return "[%s](%d)".formatted(escaped, id);
    }

    /** At most {@code length} UTF-16 units of a text. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    /** A rule's name, which a validator wants to be more than its id in another case: else its title. */
    static String name(Rule.Words words) {
        String name = pascalCase(words.id());
        return name.equalsIgnoreCase(words.id())
                ? pascalCase(words.title().replaceAll("[^A-Za-z0-9]+", "-"))
                : name;
    }

    /** {@code handler-exists} as {@code HandlerExists}. */
    static String pascalCase(String id) {
        return Stream.of(id.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
