package dev.dovetail.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.TestFolder;
import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of some MiB are made here, and lie in no fixture. */
class LargeResponseTest {

    private static final int LARGE = 7 * 1024 * 1024;

    @TempDir Path root;
    private TestFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new TestFolder(root);
        shop.write("netlify.toml", "[build]\nfunctions = 'functions'\n");
        shop.write(
                "functions/api.js",
                """
                const path = require('path');
                const app = require('express')();
                app.get('/catalogue', (req, res) => res.sendFile(path.join(__dirname, '..', 'files', 'catalogue.pdf')));
                app.get('/prices', (req, res) => res.sendFile(path.join(__dirname, '../files/prices.csv')));
                module.exports.handler = require('serverless-http')(app);
                """);
        shop.write("files/prices.csv", "1,2\n");
    }

    @Test
    void a_file_that_is_larger_than_the_way_out_is_found() throws IOException {
        Files.write(root.resolve("files/catalogue.pdf"), new byte[LARGE]);
        assertThat(messages()).containsExactly("api sends ./files/catalogue.pdf, which has 7 MiB, but Netlify lets out at most 6 MB, and of a binary answer 4.5 MB, unless it is streamed.");
    }

    @Test
    void a_small_one_passes_and_one_that_is_not_there_has_no_length() throws IOException {
        Files.write(root.resolve("files/catalogue.pdf"), new byte[1000]);
        assertThat(messages()).isEmpty();
        Files.delete(root.resolve("files/catalogue.pdf"));
        assertThat(messages()).isEmpty();
    }

    private List<String> messages() throws IOException {
        Analysis analysis = new Analysis(DirectoryWorkspace.open(root), KnowledgeResource.load(), 1);
        analysis.link(Optional.empty());
        return analysis.judge("2026-11-24").stream()
                .filter(finding -> finding.rule().equals("large-response") && !finding.isDischarged())
                .map(Finding::message)
                .toList();
    }
}
