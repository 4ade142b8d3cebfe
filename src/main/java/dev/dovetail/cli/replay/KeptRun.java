package dev.dovetail.cli.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run as the cache keeps it: what it saw, and what it said. */
record KeptRun(Map<Question, String> answers, Answer answer) {

    private static final Question.Kind[] KINDS = Question.Kind.values();

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(answers.size());
            for (Map.Entry<Question, String> each : answers.entrySet()) {
                out.writeByte(each.getKey().kind().ordinal());
                write(out, each.getKey().subject().getBytes(StandardCharsets.UTF_8));
                write(out, each.getValue().getBytes(StandardCharsets.UTF_8));
            }
            write(out, answer.out());
            write(out, answer.err());
            out.writeInt(answer.files().size());
            for (Answer.Written file : answer.files()) {
                write(out, file.file().getBytes(StandardCharsets.UTF_8));
                write(out, file.bytes());
            }
            out.writeInt(answer.status());
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    /** Empty when they are not what {@link #bytes()} gives. */
    static Optional<KeptRun> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Map<Question, String> answers = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Question.Kind kind = KINDS[in.readByte()];
                answers.put(new Question(kind, text(in)), text(in));
            }
            byte[] out = part(in);
            byte[] err = part(in);
            List<Answer.Written> files = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                files.add(new Answer.Written(text(in), part(in)));
            }
            return Optional.of(new KeptRun(answers, new Answer(out, err, files, in.readInt())));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static byte[] part(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(part(in), StandardCharsets.UTF_8);
    }
}
