package dev.dovetail.cli.replay;

/**
 * Something that a run asks of the disk.
 *
 * @param subject an absolute path; of {@link Kind#SIZE} and {@link
 *     Kind#CONTENT}, the path of a file of the workspace
 */
record Question(Kind kind, String subject) implements Comparable<Question> {

    /** What is asked, in the order in which it is asked again: what is quickly answered first. */
    enum Kind {
        /** Whether there is a file, a folder or neither. */
        TYPE,
        /** The path without links. */
        REAL,
        /** The bytes of a file beside the workspace's. */
        BYTES,
        /** The rules that lie in a folder. */
        RULES,
        /** Which files the workspace in a folder has. */
        LISTING,
        /** How long a file of the workspace is. */
        SIZE,
        /** What a file of the workspace holds. */
        CONTENT
    }

    @Override
    public int compareTo(Question other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : subject.compareTo(other.subject);
    }
}
