package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.report.Examples;
import dev.dovetail.report.Report;
import dev.dovetail.report.UnitDescription;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.report.fit.FitReport;
import dev.dovetail.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DovetailTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Request> requests = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private List<Finding> findings = List.of();

    /** An engine that answers with what the test has laid out. */
    private final class LaidOut implements Engine {
        @Override
        public Knowledge knowledge() {
            return Examples.knowledge();
        }

        @Override
        public Knowledge knowledge(Path folder, String shown) {
            return knowledge();
        }

        @Override
        public Report check(Workspace workspace, Request request) {
            requests.add(request);
            return new Report(findings, notifications, 1, 2, knowledge(), workspace);
        }

        @Override
        public FitReport fit(Workspace workspace, Request request, Set<String> hosts) {
            throw new IllegalStateException();
        }

        @Override
        public List<UnitDescription> units(Workspace workspace, Request request) {
            throw new IllegalStateException("on purpose");
        }
    }

    @BeforeEach
    void realistic_folder() throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/app.ts"), "app.listen(80)\n");
    }

    @Test
    void the_exit_status_follows_the_findings_and_what_fails() {
        findings = List.of(Examples.timeout(), Examples.discharged());

        assertThat(run("check")).isEqualTo(0);
        assertThat(run("check", "--fail-on", "warning")).isEqualTo(1);
        assertThat(run("check", "--fail-on", "note")).isEqualTo(1);
        findings = List.of(Examples.websocket("api", 6));
        assertThat(run("check")).isEqualTo(1);
        assertThat(run("check", "--fail-on", "never")).isEqualTo(0);
    }

    @Test
    void strict_makes_what_was_not_analysed_a_failure() {
        notifications.add(
                new Notification(
                        Notification.Level.WARNING, "Half of it.", Place.startOf("src/app.ts")));

        assertThat(run("check")).isEqualTo(0);
        assertThat(run("check", "--strict")).isEqualTo(2);
        assertThat(out()).contains("src/app.ts:1:1: partly analysed: Half of it.");
    }

    @Test
    void options_reach_the_engine() {
        run(
                "check",
                "--select=websocket-server,timeout-order",
                "--select",
                "in-memory-session",
                "--ignore=timeout-order",
                "--show-discharged",
                "--jobs=3",
                "--focus",
                "src/app.ts",
                "src/deleted.ts");

        assertThat(requests)
                .singleElement()
                .satisfies(
                        request -> {
                            assertThat(request.focus())
                                    .containsExactly("src/app.ts", "src/deleted.ts");
                            assertThat(request.jobs()).isEqualTo(3);
                            assertThat(request.showDischarged()).isTrue();
                            assertThat(request.wants("websocket-server")).isTrue();
                            assertThat(request.wants("timeout-order")).isFalse();
                            assertThat(request.wants("local-file-write")).isFalse();
                        });
    }

    @Test
    void what_cannot_be_meant_is_refused_with_what_may_be() {
        Map<String, String> refused =
                Map.ofEntries(
                        Map.entry("chekc", "no command 'chekc'. Did you mean check?"),
                        Map.entry(
                                "check --select websocket-sever",
                                "no rule 'websocket-sever'. Did you mean websocket-server?"),
                        Map.entry(
                                "check --ignore xyzzy",
                                "no rule 'xyzzy'. Known: in-memory-session"),
                        Map.entry("check --platform lambda", "no platform 'lambda'"),
                        Map.entry("check --format srif", "Did you mean sarif?"),
                        Map.entry("check --fail-on errors", "Did you mean error?"),
                        Map.entry("check --color sometimes", "Known: auto, always, never."),
                        Map.entry("check --jobs 0", "--jobs takes a number from 1"),
                        Map.entry("check --jobs many", "--jobs"),
                        Map.entry("check --frmat json", "--frmat"),
                        Map.entry("check missing", "There is no folder 'missing'."),
                        Map.entry("check src/app.ts", "'src/app.ts' is a file"),
                        Map.entry("check --focus ../other.ts", "is no file of the folder"),
                        Map.entry("check --output no/such/x.sarif", "to write to"),
                        Map.entry("check a b", "'b'"),
                        Map.entry("explain", "RULE"),
                        Map.entry("explain websocket", "Did you mean websocket-server?"),
                        Map.entry("units", "This is a mistake in Dovetail"));
        refused.forEach(
                (line, message) -> {
                    assertThat(run(line.split(" "))).as(line).isEqualTo(2);
                    assertThat(err()).as(line).startsWith("dovetail: ").contains(message);
                });
    }

    @Test
    void output_goes_to_a_file_whole_or_not_at_all() throws IOException {
        findings = List.of(Examples.websocket("api", 6));
        Path file = folder.resolve("out.sarif");
        Files.writeString(file, "old");

        assertThat(run("check", "--format", "sarif", "--output", "out.sarif")).isEqualTo(1);
        assertThat(file).content().startsWith("{").endsWith("}\n");
        assertThat(out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("out.sarif", "src");
        }
    }

    @Test
    void colour_follows_the_terminal_the_environment_and_the_option() {
        findings = List.of(Examples.timeout());

        assertThat(isColoured(true)).isTrue();
        assertThat(isColoured(false)).isFalse();
        assertThat(isColoured(false, "--color=always")).isTrue();
        assertThat(isColoured(true, "--color=never")).isFalse();
        environment.put("TERM", "dumb");
        assertThat(isColoured(true)).isFalse();
        environment.put("FORCE_COLOR", "1");
        assertThat(isColoured(false)).isTrue();
        environment.put("NO_COLOR", "1");
        assertThat(isColoured(true)).isFalse();
        assertThat(isColoured(true, "--color=always")).isTrue();
    }

    @Test
    void help_and_version_need_no_engine() {
        for (String line : new String[] {"--help", "--version", "check --help", "units --help"}) {
            assertThat(run(line.split(" "))).as(line).isEqualTo(0);
            assertThat(out()).as(line).contains("ovetail");
        }
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void rules_are_listed_and_explained() {
        assertThat(run("rules")).isEqualTo(0);
        assertThat(out())
                .startsWith("in-memory-session  error    What in-memory-session is about\n");
        assertThat(run("explain", "timeout-order")).isEqualTo(0);
        assertThat(out())
                .isEqualTo(
                        """
                        What timeout-order is about [timeout-order] warning, precision high

                          Finds code that breaks `timeout-order`.

                        Why it matters
                          Requests fail at night.

                          - first one
                          - then all

                        Example
                            breakIt();

                        How to fix it
                          Use another way.

                        When it is not a problem
                          When a store is given.

                        How it decides
                          It looks at `api` paths; it cannot know plugins.

                        https://github.com/dovetail-dev/dovetail/blob/main/rules/docs/rules/timeout-order.md
                        """);
    }

    private boolean isColoured(boolean terminal, String... options) {
        String[] line =
                Stream.concat(Stream.of("check"), Stream.of(options)).toArray(String[]::new);
        run(terminal, line);
        return out().contains("\u001B[");
    }

    private int run(String... arguments) {
        return run(false, arguments);
    }

    private int run(boolean terminal, String... arguments) {
        out.reset();
        err.reset();
        Console console =
                new Console(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        terminal,
                        environment,
                        folder,
                        LocalDate.of(2026, 11, 24));
        return new Dovetail(LaidOut::new, console).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
