package dev.dovetail.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that is well formed, and whose parts all know each other. */
class TangledCodeTest {

    private static final int CLASSES = 40;

    @TempDir Path folder;

    @Test
    void classes_that_all_hold_and_call_each_other_end() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CLASSES; i++) {
            text.append("export class C%d {\n".formatted(i));
            for (int j = 0; j < CLASSES; j++) {
                text.append("  f%d = make%d(this.f%d);\n".formatted(j, j, (j + 7) % CLASSES));
                text.append(
                        "  m%d(x) { return other(x).f%d.m%d(this.f%d.m%d(x)); }\n"
                                .formatted(j, i, (j + 1) % CLASSES, (i + j) % CLASSES, (j * 3) % CLASSES));
            }
            text.append("}\nfunction make%d(x) { return x ? x.m%d(new C%d()) : new C%d(); }\n".formatted(i, i, i, i));
        }
        text.append("function other(x) { return x ? ");
        for (int i = 0; i < CLASSES; i++) {
            text.append("x.f%d || ".formatted(i));
        }
        text.append("make0(x) : make1(x); }\nexport const handler = async (event) => other(event).m0(event);\n");
        Files.writeString(folder.resolve("app.ts"), text);

        Analysis analysis = new Analysis(DirectoryWorkspace.open(folder), KnowledgeResource.load(), 1);

        assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> analysis.link(Optional.of("aws-lambda")));
        assertThat(analysis.fileCount()).isEqualTo(1);
    }
}
