package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Output held by a file that is read in the diff; {@code -Dsnapshots=write} writes them anew. */
public final class Snapshot {

    private static final Path FOLDER = Path.of("src/test/resources/dev/dovetail/report");

    private Snapshot() {}

    static void check(String file, ReportFormat format, Report report) throws IOException {
        check(file, written(format, report));
    }

    /** Holds a text. */
    public static void check(String file, String written) throws IOException {
        Path path = FOLDER.resolve(file);
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, written);
        }
        assertThat(written).isEqualTo(Files.readString(path));
    }

    static String written(ReportFormat format, Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
