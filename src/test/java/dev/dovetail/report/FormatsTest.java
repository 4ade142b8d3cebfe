package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Suppression;
import dev.dovetail.workspace.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats that other tools read. */
class FormatsTest {

    private static final Map<String, ReportFormat> FORMATS =
            new TreeMap<>(
                    Map.of(
                            "github.txt", new GithubReport(),
                            "junit.xml", new JunitReport(),
                            "gitlab.json", new GitlabReport(),
                            "markdown.md", new MarkdownReport(),
                            "slack.json", new SlackReport()));

    @ParameterizedTest
    @ValueSource(strings = {"github.txt", "junit.xml", "gitlab.json", "markdown.md", "slack.json"})
    void a_full_report_is_as_it_was_when_it_was_last_read(String file) throws IOException {
        Snapshot.check("full." + file, format(file), Examples.full());
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.txt", "junit.xml", "gitlab.json", "markdown.md", "slack.json"})
    void what_is_suppressed_or_discharged_is_not_shown(String file) throws IOException {
        Suppression accepted =
                new Suppression(
                        Suppression.Kind.EXTERNAL, "accepted", Place.startOf("dovetail.yaml"));
        Report hidden =
                Examples.report(
                        Examples.discharged(), Examples.websocket("api", 6).suppressed(accepted));

        assertThat(Snapshot.written(format(file), hidden))
                .doesNotContain("websocket-server", "in-memory-session");
    }

    @Test
    void text_of_the_workspace_cannot_end_a_github_command() throws IOException {
        Finding odd = named("a,b:c%\n::error::owned");

        String written = Snapshot.written(new GithubReport(), Examples.report(odd));

        assertThat(written.lines()).hasSize(1);
        assertThat(written).contains("file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Aowned,line=1");
    }

    @Test
    void junit_is_well_formed_whatever_a_file_is_called() throws Exception {
        Finding odd = named("a\u0001<&\"\uD800.ts");

        String written = Snapshot.written(new JunitReport(), Examples.report(odd));

        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    }

    @Test
    void slack_and_markdown_stay_within_the_limits_of_their_readers() throws IOException {
        Report many = Examples.report(distinct(3_000));

        String slack = Snapshot.written(new SlackReport(), many);
        String markdown = Snapshot.written(new MarkdownReport(), many);

        assertThat(slack.split("\"section\"", -1).length - 1).isLessThanOrEqualTo(50);
        assertThat(slack).contains("2980 more");
        assertThat(markdown).hasSizeLessThan(1024 * 1024).contains("2800 more");
    }

    private static Finding[] distinct(int count) {
        return IntStream.range(0, count).mapToObj(i -> named("src/f" + i)).toArray(Finding[]::new);
    }

    private static Finding named(String file) {
        Finding like = Examples.websocket("api", 6);
        return new Finding(
                like.rule(),
                like.level(),
                like.message(),
                like.fix(),
                like.unit(),
                like.host(),
                Place.startOf(file),
                like.codeLabel(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                like.evidence(),
                Optional.empty(),
                List.of());
    }

    private static ReportFormat format(String file) {
        return FORMATS.get(file);
    }
}
