package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Place;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final TextReport PLAIN = new TextReport(Style.PLAIN);

    @Test
    void findings_look_as_a_compiler_would_say_them() throws IOException {
        Snapshot.check("full.txt", PLAIN, Examples.full());
    }

    @Test
    void colour_is_written_when_asked_for() throws IOException {
        String text = Snapshot.written(new TextReport(new Style(true, Style.USUAL_WIDTH)), Examples.full());

        assertThat(text).contains("\u001B[1;31merror\u001B[0m");
        assertThat(text.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(Snapshot.written(PLAIN, Examples.full()));
    }

    @Test
    void units_with_the_same_finding_share_a_block() throws IOException {
        Report report =
                Examples.report(Examples.websocket("admin", 11), Examples.websocket("api", 6));

        assertThat(Snapshot.written(PLAIN, report))
                .containsOnlyOnce("^ opens a WebSocket server")
                .contains("= also: api (serverless.yml:6)")
                .endsWith("2 errors in 3 units (42 files)\n");
    }

    @Test
    void what_would_steer_a_terminal_is_spelled_out() throws IOException {
        String text = frame("a = '\u001B[2J\u202E\u200B';", 5, 11, "evil\u0007\u2066label");

        assertThat(text)
                .contains("a = '\\u{1B}[2J\\u{202E}\\u{200B}';")
                .contains("evil\\u{7}\\u{2066}label")
                .doesNotContain("\u001B", "\u202E", "\u200B", "\u0007");
    }

    @Test
    void marks_stand_below_their_columns_after_tabs_and_wide_characters() throws IOException {
        assertThat(frame("\t\tlisten(80)", 3, 13, ""))
                .contains("1 │         listen(80)\n  │         ^^^^^^^^^^\n");
        assertThat(frame("'日本', listen(80)", 7, 17, ""))
                .contains("1 │ '日本', listen(80)\n  │         ^^^^^^^^^^\n");
    }

    @Test
    void a_long_line_is_cut_around_its_mark() throws IOException {
        String line = "x".repeat(5_000) + "listen(80)" + "y".repeat(5_000);
        String text = frame(line, 5_001, 5_011, "here");

        assertThat(text).contains("│ …xxx").contains("yyy…\n").contains("^^^^^^^^^^ here");
        assertThat(text.lines()).allSatisfy(shown -> assertThat(shown.length()).isLessThan(130));
    }

    @Test
    void a_region_that_ends_on_another_line_is_marked_to_the_end_of_its_first() throws IOException {
        Finding finding =
                at(new Place("a.js", new dev.dovetail.workspace.Region(1, 1, 3, 2)), "opens");
        Report report =
                new Report(
                        List.of(finding),
                        List.of(),
                        1,
                        1,
                        Examples.knowledge(),
                        TextWorkspace.of(Map.of("a.js", "listen({\n port\n})\n")));

        assertThat(Snapshot.written(PLAIN, report)).contains("1 │ listen({\n  │ ^^^^^^^^ opens\n");
    }

    @Test
    void a_place_beyond_the_file_is_named_without_a_frame() throws IOException {
        Report report = Examples.report(at(Examples.place("gone.js", 9, 1, 2), "opens"));

        assertThat(Snapshot.written(PLAIN, report)).contains("gone.js:9:1: error: Broken.");
    }

    @Test
    void no_units_is_said_as_such() throws IOException {
        Report report =
                new Report(
                        List.of(),
                        List.of(),
                        0,
                        0,
                        Examples.knowledge(),
                        TextWorkspace.of(Map.of()));

        assertThat(Snapshot.written(PLAIN, report)).startsWith("No deployment units found");
        assertThat(Snapshot.written(PLAIN, Examples.report()))
                .isEqualTo("no findings in 3 units (42 files)\n");
    }

    private static String frame(String line, int from, int to, String label) throws IOException {
        Report report =
                new Report(
                        List.of(at(Examples.place("a.js", 1, from, to), label)),
                        List.of(),
                        1,
                        1,
                        Examples.knowledge(),
                        TextWorkspace.of(Map.of("a.js", line)));
        return Snapshot.written(PLAIN, report);
    }

    private static Finding at(Place code, String label) {
        return new Finding(
                "listen-socket",
                Level.ERROR,
                "Broken.",
                "",
                "api",
                "aws-lambda",
                code,
                label,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Finding.Evidence.PROVED,
                Optional.empty(),
                List.of());
    }
}
