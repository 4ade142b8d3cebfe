package dev.dovetail.workspace;

import java.util.OptionalLong;

/** What is found where a file was listed. */
public sealed interface FileContent {

    /** The bytes of the file. */
    // As they were read; nothing compares contents.
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements FileContent {}

    /**
     * Nothing that could be read.
     *
     * @param why a sentence
     */
    record None(String why) implements FileContent {}

    /** Told of every reading, by the thread that reads. */
    interface Observer {
        void hasRead(String path, FileContent content);

        /** @param bytes how long the file is; empty when there is none */
        default void hasMeasured(String path, OptionalLong bytes) {}
    }
}
