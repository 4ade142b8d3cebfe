package dev.dovetail.robustness;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Projects that are whole, damaged one file at a time: nothing that is thrown gets out. */
class DamagedProjectsTest {

    private static final Path FIXTURES = Path.of("test-fixtures");
    private static final String TODAY = "2026-11-24";

    /** One in so many files is damaged; which ones, and where, is the same in every run. */
    private static final int EVERY = 16;

    private final Knowledge knowledge = KnowledgeResource.load();

    @Test
    void a_file_that_is_gone_is_survived() throws IOException {
        for (Workspace project : projects()) {
            for (String file : project.files()) {
                if (isChosen(project, file, "gone")) {
                    survives(project, file, Optional.empty(), "gone");
                }
            }
        }
    }

    @Test
    void a_file_that_ends_too_early_is_survived() throws IOException {
        damage(
                "short",
                (text, random) -> text.substring(0, random.nextInt(text.length() + 1)));
    }

    @Test
    void a_file_without_some_of_its_text_is_survived() throws IOException {
        damage(
                "cut",
                (text, random) -> {
                    int from = random.nextInt(text.length() + 1);
                    int to = Math.min(text.length(), from + 1 + random.nextInt(40));
                    return text.substring(0, from) + text.substring(to);
                });
    }

    @Test
    void a_file_with_characters_that_belong_elsewhere_is_survived() throws IOException {
        String strange = "{}[]()<>:;,.*&!|%@`'\"\\\n\t\r\0-#$\u202E\uFEFF\uD800\u00e9";
        damage(
                "strange",
                (text, random) -> {
                    StringBuilder changed = new StringBuilder(text);
                    for (int i = 0; i < 3; i++) {
                        changed.insert(
                                random.nextInt(changed.length() + 1),
                                strange.charAt(random.nextInt(strange.length())));
                    }
                    return changed.toString();
                });
    }

    private void damage(String how, BiFunction<String, Random, String> damage) throws IOException {
        for (Workspace project : projects()) {
            for (String file : project.files()) {
                if (isChosen(project, file, how)) {
                    Random random = new Random(file.hashCode());
                    String damaged = damage.apply(project.read(file).orElse(""), random);
                    survives(project, file, Optional.of(damaged), damaged);
                }
            }
        }
    }

    private static boolean isChosen(Workspace project, String file, String how) {
        return Math.floorMod((project.files() + file + how).hashCode(), EVERY) == 0;
    }

    private void survives(
            Workspace project, String file, Optional<String> text, String description) {
        assertThatCode(() -> analyse(new EditedWorkspace(project, file, text)))
                .as(() -> file + ":\n" + description)
                .doesNotThrowAnyException();
    }

    private void analyse(Workspace workspace) {
        Analysis analysis = new Analysis(workspace, knowledge, 1);
        analysis.link(Optional.of("aws-lambda"));
        analysis.judge(TODAY);
        analysis.notifications();
    }

    /** The fixtures, and the showcase, in which several lie side by side. */
    private static List<Workspace> projects() throws IOException {
        List<Path> folders;
        try (Stream<Path> each = Files.walk(FIXTURES, 2)) {
            folders = each.filter(Files::isDirectory).filter(DamagedProjectsTest::isOne).sorted().toList();
        }
        List<Workspace> projects = new ArrayList<>();
        for (Path folder : folders) {
            projects.add(DirectoryWorkspace.open(folder));
        }
        return projects;
    }

    private static boolean isOne(Path folder) {
        boolean showcase = FIXTURES.relativize(folder).startsWith("showcase");
        return FIXTURES.relativize(folder).getNameCount() == (showcase ? 1 : 2)
                && !folder.equals(FIXTURES);
    }
}
