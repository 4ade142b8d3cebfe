package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final String CODE =
            "const a = 1;\n\nserver.listen(80);\n\nmodule.exports = a;\n";

    @Test
    void moved_and_reindented_lines_keep_their_fingerprints() {
        Fingerprints before = of(CODE, 3);

        assertThat(of("// new\n\n" + CODE, 5)).isEqualTo(before);
        assertThat(of(CODE.replace("server", "\t  server").replace("\n", "\r\n"), 3))
                .isEqualTo(before);
    }

    @Test
    void another_line_has_another_fingerprint() {
        assertThat(of(CODE.replace("80", "81"), 3).finding()).isNotEqualTo(of(CODE, 3).finding());
    }

    @Test
    void changed_neighbours_change_the_lines_fingerprint_and_not_the_findings() {
        Fingerprints before = of(CODE, 3);
        Fingerprints after = of(CODE.replace("module.exports = a", "done()"), 3);

        assertThat(after.line()).isNotEqualTo(before.line());
        assertThat(after.finding()).isEqualTo(before.finding());
    }

    @Test
    void equal_lines_are_counted_and_units_told_apart() {
        String code = "listen(80);\n".repeat(6);
        List<Fingerprints> fingerprints =
                Fingerprints.of(
                        report(code, finding("api", 2), finding("api", 3), finding("admin", 3)));

        assertThat(fingerprints).doesNotHaveDuplicates();
        assertThat(fingerprints.get(0).finding()).endsWith(":1");
        assertThat(fingerprints.get(1).finding())
                .isEqualTo(fingerprints.get(0).finding().replace(":1", ":2"));
        assertThat(fingerprints.get(2).finding()).endsWith(":1");
    }

    @Test
    void fingerprints_never_change_between_versions() {
        assertThat(of(CODE, 3))
                .isEqualTo(new Fingerprints("782529bcfa9d5bdf:1", "c85391e87e7b3774:1"));
    }

    private static Fingerprints of(String code, int line) {
        return Fingerprints.of(report(code, finding("api", line))).get(0);
    }

    private static Report report(String code, Finding... findings) {
        return new Report(
                List.of(findings),
                List.of(),
                1,
                1,
                Examples.knowledge(),
                TextWorkspace.of(Map.of("a.js", code)));
    }

    private static Finding finding(String unit, int line) {
        return new Finding(
                "listen-socket",
                Level.ERROR,
                "Broken.",
                "",
                unit,
                "aws-lambda",
                Examples.place("a.js", line, 1, 5),
                "",
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Finding.Evidence.PROVED,
                Optional.empty(),
                List.of());
    }
}
