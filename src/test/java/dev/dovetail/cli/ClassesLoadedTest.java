package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a check does not need is not loaded: libraries take longer to load than a check takes. */
class ClassesLoadedTest {

    @Test
    void a_check_loads_neither_schemas_nor_pages_nor_parsers_of_other_languages()
            throws IOException {
        Process check =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:stdout:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.dovetail.cli.Main",
                                "check",
                                "test-fixtures/websocket-server/socket-io-behind-http-api",
                                "--format",
                                "json",
                                "--no-cache")
                        .redirectErrorStream(true)
                        .start();
        String loaded =
                new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(loaded).contains("dev.dovetail.engine.Analysis", "websocket-server");
        for (String part :
                List.of(
                        "com.networknt",
                        "com.fasterxml.jackson.databind",
                        "com.contrastsecurity",
                        "com.github.javaparser.JavaParser",
                        "org.eclipse.jgit.ignore.IgnoreNode",
                        "org.slf4j",
                        "org.eclipse.lsp4j",
                        "com.google.gson",
                        "dev.dovetail.report.docs",
                        "dev.dovetail.knowledge.RulesFolder")) {
            assertThat(loaded.lines().filter(line -> line.startsWith(part))).isEmpty();
        }
    }
}
