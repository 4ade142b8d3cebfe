package dev.dovetail.cli.replay;

import java.util.List;

/**
 * What a run said.
 *
 * @param out bytes on standard output
 * @param err bytes on standard error
 * @param files that it wrote, in the order in which it did
 * @param status its exit status
 */
// Bytes as they were written; nothing compares answers.
@SuppressWarnings("ArrayRecordComponent")
public record Answer(byte[] out, byte[] err, List<Written> files, int status) {

    /** A file that was written, by its absolute path. */
    public record Written(String file, byte[] bytes) {}

    public Answer {
        files = List.copyOf(files);
    }
}
