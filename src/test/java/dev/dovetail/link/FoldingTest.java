package dev.dovetail.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    private static final String CONFIG =
            """
            service: orders
            provider:
              name: aws
              runtime: nodejs22.x
              environment: {TABLE: orders, TIMEOUT: '30'}
            functions:
              api: {handler: src/app.handler}
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "'a' + 1 => a1",
                "60 * 1000 => 60000",
                "`${NAME}-${2 + 3}` => shop-5",
                "process.env.TABLE || 'none' => orders",
                "process.env.MISSING || 'none' => none",
                "process.env.MISSING ?? 'none' => none",
                "Number(process.env.TIMEOUT) * 2 => 60",
                "process.env.TABLE === 'orders' ? 'yes' : 'no' => yes",
                "path.join(__dirname, '..', 'data', 'x.db') => ./data/x.db",
                "path.join(os.tmpdir(), 'x') => /tmp/x",
                "options.inner.size => 7",
                "twice('ab') => abab",
                "more.LIMIT => 12",
            })
    void a_value_is_folded(String expression, String expected) throws IOException {
        assertThat(fold(expression)).isEqualTo(Optional.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "Math.random()",
                "changed",
                "itself",
                "recursive(3)",
                "fetch('x')",
            })
    void what_only_running_tells_is_unknown(String expression) throws IOException {
        assertThat(fold(expression)).isEmpty();
    }

    @Test
    @Timeout(20)
    void many_names_that_lead_back_to_one_another_are_folded_once() throws IOException {
        StringBuilder code = new StringBuilder("let v0 = 1;\n");
        for (int i = 1; i < 60; i++) {
            code.append("let v%d = v%d + v%d;\nv%d = v%d + v%d;\n"
                    .formatted(i, i - 1, i - 1, i - 1, i, i));
        }
        assertThat(fold("v59", code.toString())).isEmpty();
    }

    private Optional<String> fold(String expression) throws IOException {
        return fold(expression, "");
    }

    private Optional<String> fold(String expression, String before) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("serverless.yml"), CONFIG);
        Files.writeString(folder.resolve("src/more.js"), "exports.LIMIT = 3 * 4;\n");
        Files.writeString(
                folder.resolve("src/app.js"),
                """
                const path = require('path');
                const os = require('node:os');
                const more = require('./more');
                const NAME = 'shop';
                const options = { inner: { size: 7 } };
                const twice = (text) => text + text;
                let changed = 1;
                changed = 2;
                let itself = 1;
                itself = itself + 1;
                function recursive(n) { return n === 0 ? 1 : recursive(n - 1); }
                """
                        + before
                        + "exports.value = "
                        + expression
                        + ";\nexports.handler = async () => 1;\n");
        Analysis analysis =
                new Analysis(DirectoryWorkspace.open(folder), KnowledgeResource.load());
        LinkedUnit unit = analysis.link(Optional.empty()).get(0);
        SourceSummary file =
                unit.files().stream()
                        .filter(each -> each.file().equals("src/app.js"))
                        .findFirst()
                        .orElseThrow();
        Expr value =
                file.exports().stream()
                        .filter(export -> export.name().equals("value"))
                        .findFirst()
                        .orElseThrow()
                        .value();
        return unit.folder().fold(file, value).text();
    }
}
