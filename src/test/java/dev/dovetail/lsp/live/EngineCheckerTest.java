package dev.dovetail.lsp.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.policy.Policy;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A quick answer after an edit says what a whole analysis says. */
class EngineCheckerTest {

    private static final Knowledge KNOWLEDGE = KnowledgeResource.load();

    private static EngineChecker checker() {
        Decisions.Decided none = new Decisions.Decided(Policy.NONE, KNOWLEDGE, List.of());
        return new EngineChecker(workspace -> none, () -> "2026-11-25");
    }

    static Stream<Path> rules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("test-fixtures"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** Each rule's fixtures, as one workspace of many units. */
    @ParameterizedTest
    @MethodSource("rules")
    void an_edit_of_code_is_answered_as_a_whole_analysis_would(Path rule) throws IOException {
        DiskTexts disk = new DiskTexts(DirectoryWorkspace.open(rule));
        EngineChecker edits = checker();
        Checked before = edits.check(workspace(disk, Map.of()), Set.of());
        Set<String> files = new TreeSet<>();
        for (Finding finding : before.findings()) {
            files.add(finding.code().file());
        }
        for (String file : files.stream().limit(3).toList()) {
            String moved = "\n" + disk.text(file).orElseThrow();

            Checked quick = edits.check(workspace(disk, Map.of(file, moved)), Set.of(file));

            Checked whole = checker().check(workspace(disk, Map.of(file, moved)), Set.of());
            assertThat(quick.findings())
                    .as(file)
                    .containsExactlyElementsOf(whole.findings());
            edits.check(workspace(disk, Map.of()), Set.of());
        }
    }

    @Test
    void an_edit_of_one_unit_leaves_the_others_as_they_were() throws IOException {
        DiskTexts disk =
                new DiskTexts(
                        DirectoryWorkspace.open(Path.of("test-fixtures/websocket-server")));
        EngineChecker edits = checker();
        Checked before = edits.check(workspace(disk, Map.of()), Set.of());
        String file = "socket-io-behind-http-api/src/realtime.js";

        Checked quick =
                edits.check(
                        workspace(disk, Map.of(file, "exports.openRealtime = () => {};\n")),
                        Set.of(file));

        assertThat(quick.whole()).isFalse();
        assertThat(quick.units()).hasSameSizeAs(before.units());
        assertThat(quick.findings())
                .containsExactlyElementsOf(
                        before.findings().stream()
                                .filter(finding -> !finding.code().file().equals(file))
                                .toList());
    }

    private static OverlaidWorkspace workspace(DiskTexts disk, Map<String, String> open) {
        return new OverlaidWorkspace(disk, open, () -> false);
    }

    @Test
    void a_uri_in_any_spelling_is_the_path_that_it_names() {
        assertThat(FileUri.path("file:///shop/a%20b/caf%C3%A9.ts"))
                .contains(Path.of("/shop/a b/café.ts"));
        assertThat(FileUri.path("file:///shop/a b/café.ts")).contains(Path.of("/shop/a b/café.ts"));
        assertThat(FileUri.path("file:///shop/[id].ts")).contains(Path.of("/shop/[id].ts"));
        assertThat(FileUri.path("file:///shop/%5Bid%5D/../x.ts")).contains(Path.of("/shop/x.ts"));
        assertThat(FileUri.path("untitled:Untitled-1")).isEqualTo(Optional.empty());
        assertThat(FileUri.path("git:/shop/a.ts?ref")).isEqualTo(Optional.empty());
        assertThat(FileUri.path("file://other-machine/a.ts")).isEqualTo(Optional.empty());
        assertThat(FileUri.of(Path.of("/shop/a b/é.ts"))).isEqualTo("file:///shop/a%20b/%C3%A9.ts");
    }

    @Test
    void edits_count_lines_of_all_kinds_and_utf_16_units() {
        OpenFile file = new OpenFile("file:///a", 1, "a\r\nb😀c\rd\n");

        assertThat(file.edited(2, 1, 3, 1, 4, "x").text()).isEqualTo("a\r\nb😀x\rd\n");
        assertThat(file.edited(2, 2, 0, 2, 99, "e").text()).isEqualTo("a\r\nb😀c\re\n");
        assertThat(file.edited(2, 9, 0, 9, 0, "end").text()).isEqualTo("a\r\nb😀c\rd\nend");
        assertThat(file.edited(2, 0, 1, 1, 0, "").text()).isEqualTo("ab😀c\rd\n");
        assertThat(file.edited(2, 0, 0, 0, 0, "x").version()).isEqualTo(2);
    }
}
