package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/** Which files of the workspace are in what is deployed. Equal to another that answers alike. */
public interface PackagedFiles {

    /** Where nothing in the workspace says what is deployed. */
    PackagedFiles UNKNOWN = file -> Answer.unknown();

    /** What is known of a file of the workspace. */
    Answer of(String file);

    /** How a file stands to what is deployed. */
    enum Kind {
        /** It is in it, as it lies in the workspace. */
        HELD,
        /** It is not, but a build may have made of it what is. */
        BUILT_FROM,
        /** An ignore file or pattern leaves it out. */
        IGNORED,
        /** Nothing takes it along. */
        NOT_TAKEN,
        /** Cannot be told. */
        UNKNOWN
    }

    /**
     * An answer.
     *
     * @param places where a file that is held lies in what is deployed, absolute; may be empty
     * @param because the line that takes it along or leaves it out
     */
    record Answer(Kind kind, List<String> places, Optional<Place> because) {
        public Answer {
            places = List.copyOf(places);
        }

        public static Answer unknown() {
            return new Answer(Kind.UNKNOWN, List.of(), Optional.empty());
        }

        public static Answer leftOut(Kind kind, Place because) {
            return new Answer(kind, List.of(), Optional.of(because));
        }

        /** Whether what runs cannot find the file. */
        public boolean isLeftOut() {
            return kind == Kind.IGNORED || kind == Kind.NOT_TAKEN;
        }
    }
}
