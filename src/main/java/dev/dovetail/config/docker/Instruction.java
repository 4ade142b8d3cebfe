package dev.dovetail.config.docker;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/**
 * An instruction of a Dockerfile.
 *
 * @param keyword in upper case
 * @param flags such as {@code --from=build}
 * @param text what follows the flags, continued lines joined by a space
 * @param documents bodies of its here-documents, by the order of their marks
 */
record Instruction(
        String keyword, List<String> flags, String text, List<String> documents, Place place) {

    Instruction {
        flags = List.copyOf(flags);
        documents = List.copyOf(documents);
    }

    /** The value of {@code --name=value}. */
    Optional<String> flag(String name) {
        String start = "--" + name + "=";
        return flags.stream()
                .filter(flag -> flag.startsWith(start))
                .map(flag -> flag.substring(start.length()))
                .findFirst();
    }
}
