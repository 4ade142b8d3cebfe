package dev.dovetail.cli.replay;

import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The questions of an earlier run, asked again until one is answered otherwise. */
final class SameAnswers {

    /** Files whose reading is worth a second thread. */
    private static final int MANY = 200;

    private final Map<Question, String> before;
    private @Nullable DirectoryWorkspace workspace;

    /** @param before what was answered, in the order of the questions */
    SameAnswers(Map<Question, String> before) {
        this.before = before;
    }

    /** Whether every answer is as it was. */
    boolean hold() {
        List<Map.Entry<Question, String>> contents = new ArrayList<>();
        try {
            for (Map.Entry<Question, String> each : before.entrySet()) {
                if (each.getKey().kind() == Question.Kind.CONTENT) {
                    contents.add(each);
                } else if (!answer(each.getKey()).equals(each.getValue())) {
                    return false;
                }
            }
        } catch (IOException | InvalidPathException e) {
            return false;
        }
        if (contents.size() >= MANY) {
            return contents.parallelStream().allMatch(this::isSame);
        }
        for (Map.Entry<Question, String> each : contents) {
            if (!isSame(each)) {
                return false;
            }
        }
        return true;
    }

    private String answer(Question question) throws IOException {
        Path path = Path.of(question.kind() == Question.Kind.SIZE ? "" : question.subject());
        return switch (question.kind()) {
            case TYPE -> Looks.type(path);
            case REAL -> Looks.real(path);
            case BYTES -> Looks.bytes(path);
            case RULES -> Looks.rules(path);
            case LISTING -> {
                DirectoryWorkspace listed = DirectoryWorkspace.open(path);
                workspace = listed;
                yield Looks.listing(listed);
            }
            case SIZE -> {
                DirectoryWorkspace listed = workspace;
                yield listed == null ? "" : listed.size(question.subject()).toString();
            }
            case CONTENT -> "";
        };
    }

    private boolean isSame(Map.Entry<Question, String> file) {
        DirectoryWorkspace listed = workspace;
        return listed != null
                && Looks.content(listed.content(file.getKey().subject())).equals(file.getValue());
    }
}
