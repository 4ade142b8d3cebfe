package dev.dovetail.cli.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Hears what a run says, up to a length. */
final class Ear {

    /** Bytes of one stream or file; more is not worth keeping. */
    private static final int MOST = 4 << 20;

    private final Heard out;
    private final Heard err;

    Ear(PrintStream out, PrintStream err) {
        this.out = new Heard(out);
        this.err = new Heard(err);
    }

    PrintStream out() {
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    PrintStream err() {
        return new PrintStream(err, false, StandardCharsets.UTF_8);
    }

    /**
     * What was heard; empty when there was too much.
     *
     * @param files that the run wrote
     */
    Optional<Answer> answer(List<Answer.Written> files, int status) {
        return out.heardAll && err.heardAll
                ? Optional.of(
                        new Answer(out.copy.toByteArray(), err.copy.toByteArray(), files, status))
                : Optional.empty();
    }

    /** A stream that goes on to another. */
    private static final class Heard extends OutputStream {

        private final PrintStream to;
        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private boolean heardAll = true;

        Heard(PrintStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            to.write(bytes, from, length);
            if (copy.size() + length > MOST) {
                heardAll = false;
            } else {
                copy.write(bytes, from, length);
            }
        }

        @Override
        public void flush() {
            to.flush();
        }
    }
}
