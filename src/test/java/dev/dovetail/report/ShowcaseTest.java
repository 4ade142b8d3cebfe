package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dovetail.engine.Analysis;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.report.sarif.SarifReport;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a user gets for the repository in {@code test-fixtures/showcase}. */
class ShowcaseTest {

    private static final Path SHOWCASE = Path.of("test-fixtures/showcase");

    private final Knowledge knowledge = KnowledgeResource.load();

    @Test
    void its_findings_are_held_by_a_snapshot() throws IOException {
        Snapshot.check("showcase.txt", new TextReport(Style.PLAIN), report());
    }

    @Test
    void its_sarif_results_are_held_by_a_snapshot() throws IOException {
        ReportFormat results =
                (report, out) -> {
                    ByteArrayOutputStream sarif = new ByteArrayOutputStream();
                    new SarifReport("0.0.0").write(report, sarif);
                    ObjectMapper mapper = new ObjectMapper();
                    JsonNode run = mapper.readTree(sarif.toByteArray()).at("/runs/0");
                    for (JsonNode result : run.at("/results")) {
                        // A rule's index moves with every rule that is added; what it leads to does not.
                        JsonNode index = ((ObjectNode) result).remove("ruleIndex");
                        assertThat(run.at("/tool/driver/rules").get(index.intValue()).get("id"))
                                .isEqualTo(result.get("ruleId"));
                    }
                    out.write(
                            mapper.writerWithDefaultPrettyPrinter()
                                    .writeValueAsBytes(run.at("/results")));
                };
        Snapshot.check("showcase-results.json", results, report());
    }

    @Test
    void the_readme_shows_one_of_its_findings_as_it_is_printed() throws IOException {
        String printed = Snapshot.written(new TextReport(Style.PLAIN), report());
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```text\n") + "```text\n".length();
        String shown = readme.substring(start, readme.indexOf("```", start));

        assertThat(shown).isNotBlank();
        assertThat(printed).contains(shown);
    }

    private Report report() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(SHOWCASE);
        Analysis analysis = new Analysis(workspace, knowledge);
        List<LinkedUnit> units = analysis.link(Optional.empty());
        List<Finding> findings =
                analysis.judge("2026-11-24").stream()
                        .filter(finding -> finding.evidence() != Finding.Evidence.DISCHARGED)
                        .toList();
        return new Report(
                findings,
                analysis.notifications(),
                units.size(),
                analysis.fileCount(),
                knowledge,
                workspace);
    }
}
