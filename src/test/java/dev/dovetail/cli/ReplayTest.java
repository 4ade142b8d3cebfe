package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose answer is known is not made again, and one whose answer may be another is. */
class ReplayTest extends SoundServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir Path caches;
    private Map<String, String> environment = Map.of();
    private LocalDate today = TODAY;
    private final AtomicInteger made = new AtomicInteger();

    @BeforeEach
    void the_users_folder_for_caches() {
        environment = Map.of("XDG_CACHE_HOME", caches.toString());
    }

    @Override
    int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        false,
                        environment,
                        folder,
                        today);
        int status =
                new Dovetail(
                                () -> {
                                    made.incrementAndGet();
                                    return new BuiltInEngine(today::toString);
                                },
                                console)
                        .run(arguments);
        printed = out.toString(StandardCharsets.UTF_8);
        failed = err.toString(StandardCharsets.UTF_8);
        return status;
    }

    private boolean isMadeAgain(String... arguments) {
        int before = made.get();
        run(arguments);
        return made.get() > before;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check . --format sarif",
                "check --format json --verbose --show-discharged",
                "check --color always",
                "check --select websocket-server",
                "check --focus src/other.js",
                "check --strict --fail-on never",
                "check --diff",
                "units",
                "units --format json"
            })
    void nothing_changed(String words) {
        String[] arguments = words.split(" ");
        int status = run(arguments);
        String out = printed;
        String err = failed;

        assertThat(isMadeAgain(arguments)).isFalse();
        assertThat(run(arguments)).isEqualTo(status);
        assertThat(printed).isEqualTo(out);
        assertThat(failed).isEqualTo(err);
        assertThat(made).hasValue(1);
    }

    @Test
    void every_fixture_is_answered_as_it_was() throws IOException {
        Path fixtures = Path.of("test-fixtures").toAbsolutePath();
        try (Stream<Path> rules = Files.list(fixtures)) {
            for (Path rule : rules.filter(Files::isDirectory).sorted().toList()) {
                int status = run("check", rule.toString(), "--format", "json", "--verbose");
                String said = printed + failed;
                assertThat(isMadeAgain("check", rule.toString(), "--format", "json", "--verbose"))
                        .as(rule.toString())
                        .isFalse();
                assertThat(status).isLessThanOrEqualTo(1);
                assertThat(printed + failed).isEqualTo(said);
            }
        }
    }

    @Test
    void a_file_that_is_written_is_written_again() throws IOException {
        Path outside = caches.resolve("report.sarif");
        String[] arguments = {
            "check", "--format", "sarif", "--output", outside.toString(), "--also", "json=all.json"
        };
        run(arguments);
        // It lies in the workspace, and was not there before.
        run(arguments);
        String report = Files.readString(outside);
        String all = read("all.json");
        Files.delete(outside);
        write("all.json", all);

        assertThat(isMadeAgain(arguments)).isFalse();
        assertThat(outside).hasContent(report);
        assertThat(read("all.json")).isEqualTo(all);
    }

    @Test
    void a_file_that_cannot_be_written_is_said_as_ever() throws IOException {
        Path reports = Files.createDirectory(caches.resolve("reports"));
        String[] arguments = {"check", "--output", reports.resolve("report.txt").toString()};
        run(arguments);
        Files.delete(reports.resolve("report.txt"));
        Files.delete(reports);

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(failed).contains("There is no folder");
    }

    @ParameterizedTest
    @CsvSource({
        "src/app.js, 'exports.handler = async () => 1;'",
        "src/new.txt, 'a file that nothing reads'",
        ".gitignore, 'src/other.js'",
        ".git/info/exclude, 'src/other.js'",
        "dovetail.yaml, 'rules: {local-file-write: note}'",
        "package.json, '{'"
    })
    void a_file_changed_or_came(String file, String text) throws IOException {
        run("check");
        write(file, text);

        assertThat(isMadeAgain("check")).isTrue();
        assertThat(isMadeAgain("check")).isFalse();
    }

    @Test
    void a_file_went() throws IOException {
        run("check");
        Files.delete(folder.resolve("src/other.js"));

        assertThat(isMadeAgain("check")).isTrue();
    }

    @Test
    void a_file_changed_and_kept_its_length_and_its_time() throws IOException {
        run("check");
        Path file = folder.resolve("src/app.js");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace("out.txt", "log.txt"));
        Files.setLastModifiedTime(file, time);

        assertThat(isMadeAgain("check")).isTrue();
        assertThat(printed).contains("log.txt");
    }

    @Test
    void settings_in_a_folder_above_came_changed_and_went() throws IOException {
        run("check", "src");
        write("dovetail.yaml", "rules: {local-file-write: note}\n");
        assertThat(isMadeAgain("check", "src")).isTrue();
        assertThat(isMadeAgain("check", "src")).isFalse();

        write("dovetail.yaml", "rules: {local-file-write: warning}\n");
        assertThat(isMadeAgain("check", "src")).isTrue();

        // The root of a repository, above which nothing counts.
        Files.createDirectory(folder.resolve("src/.git"));
        assertThat(isMadeAgain("check", "src")).isTrue();
    }

    @Test
    void the_users_own_rules_changed() throws IOException {
        copy(Path.of("test-fixtures/own-rules"));
        String rule = "dovetail-rules/features/legacy-queue-client.yaml";
        run("check");
        assertThat(isMadeAgain("check")).isFalse();

        write(rule, read(rule).replace("level: error", "level: note"));
        assertThat(isMadeAgain("check")).isTrue();
    }

    @Test
    void the_users_own_rules_changed_behind_links() throws IOException {
        copy(Path.of("test-fixtures/own-rules"));
        Files.move(folder.resolve("dovetail-rules"), folder.resolve("rules"));
        Files.createDirectories(folder.resolve("dovetail-rules"));
        Files.createSymbolicLink(
                folder.resolve("dovetail-rules/features"), folder.resolve("rules/features"));
        String rule = "rules/features/legacy-queue-client.yaml";
        run("check");
        assertThat(isMadeAgain("check")).isFalse();

        write(rule, read(rule).replace("level: error", "level: note"));
        assertThat(isMadeAgain("check")).isTrue();
    }

    @Test
    void a_file_that_is_sent_grew() throws IOException {
        copy(Path.of("test-fixtures/large-response/a-small-file"));
        assertThat(run("check", "--select", "large-response")).isEqualTo(0);
        assertThat(isMadeAgain("check", "--select", "large-response")).isFalse();

        write("src/prices.csv", "a,b\n".repeat(3_000_000));
        assertThat(run("check", "--select", "large-response")).isEqualTo(1);
    }

    private void copy(Path example) throws IOException {
        try (Stream<Path> all = Files.walk(example)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                write(example.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    @Test
    void a_baseline_changed() throws IOException {
        run("baseline");
        run("check", "--baseline", ".dovetail-baseline.json");
        assertThat(isMadeAgain("check", "--baseline", ".dovetail-baseline.json")).isFalse();

        write(".dovetail-baseline.json", "{\"version\": 1, \"findings\": []}");
        assertThat(isMadeAgain("check", "--baseline", ".dovetail-baseline.json")).isTrue();
    }

    @Test
    void another_day_other_colours_or_other_words() {
        run("check");
        today = TODAY.plusDays(1);
        assertThat(isMadeAgain("check")).isTrue();
        environment =
                Map.of("XDG_CACHE_HOME", caches.toString(), "FORCE_COLOR", "1");
        assertThat(isMadeAgain("check")).isTrue();
        assertThat(isMadeAgain("check", ".")).isTrue();
        assertThat(isMadeAgain("check", "--strict")).isTrue();
    }

    @Test
    void what_changes_files_or_sees_more_than_files_is_always_made() {
        assertThat(isMadeAgain("check", "--fix")).isTrue();
        assertThat(isMadeAgain("check", "--fix")).isTrue();
        assertThat(isMadeAgain("check", "--platfrom", "x")).isTrue();
        assertThat(isMadeAgain("check", "--platfrom", "x")).isTrue();
    }

    @Test
    void nothing_is_remembered_where_nobody_wants_it() throws IOException {
        run("check", "--no-cache");
        assertThat(entries()).isEmpty();
        run("check");
        assertThat(entries()).hasSize(1);
        assertThat(isMadeAgain("check", "--no-cache")).isTrue();
        run("check", "--cache-dir", caches.resolve("other").toString());
        assertThat(entries()).hasSize(2);
    }

    @Test
    void nothing_is_written_into_the_workspace() throws IOException {
        run("check", "--cache-dir", "caches");
        environment = Map.of("HOME", folder.toString());
        run("check");

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("serverless.yml", "src");
        }
    }

    @Test
    void a_cache_that_cannot_be_written_is_no_mistake() throws IOException {
        Path file = Files.writeString(caches.resolve("file"), "x");

        assertThat(run("check", "--cache-dir", file.toString())).isEqualTo(1);
        assertThat(failed).isEmpty();
        run("check", "--verbose", "--cache-dir", file.toString());
        assertThat(failed).contains("dovetail: this run is not remembered: ");
    }

    @Test
    void an_entry_that_is_torn_or_damaged_is_none() throws IOException {
        run("check", "--format", "json");
        String said = printed;
        Path entry = entries().get(0);
        byte[] whole = Files.readAllBytes(entry);
        for (int at = 0; at < whole.length; at += 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(entry, damaged);
            assertThat(isMadeAgain("check", "--format", "json")).as("damaged at " + at).isTrue();
            assertThat(printed).isEqualTo(said);

            Files.write(entry, Arrays.copyOf(whole, at));
            assertThat(isMadeAgain("check", "--format", "json")).as("torn at " + at).isTrue();
            assertThat(printed).isEqualTo(said);
        }
    }

    @Test
    void several_runs_at_once_say_the_same() throws Exception {
        run("check");
        String said = printed;
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread =
                    new Thread(
                            () -> {
                                ReplayTest other = new ReplayTest();
                                other.folder = folder;
                                other.environment = environment;
                                for (int round = 0; round < 5; round++) {
                                    other.run("check");
                                    if (!other.printed.equals(said)) {
                                        synchronized (wrong) {
                                            wrong.add(other.printed);
                                        }
                                    }
                                    other.entries().forEach(ReplayTest::delete);
                                }
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> entries() {
        try (Stream<Path> all = Files.walk(Path.of(environment.get("XDG_CACHE_HOME")))) {
            return all.filter(path -> path.toString().contains("runs"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
