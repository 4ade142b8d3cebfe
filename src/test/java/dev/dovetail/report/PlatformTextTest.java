package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformTextTest {

    private static final PlatformText TEXT =
            new PlatformText(Style.PLAIN, LocalDate.of(2026, 11, 24));

    private static Platform kubernetes(String asOf) {
        Platform.Source source = new Platform.Source("https://kubernetes.io/docs/", asOf);
        Condition oneReplica =
                new Condition.OfSetting("replicas", new Condition.Test("at-most", List.of("1")));
        Condition sticky =
                new Condition.OfSetting(
                        "session-affinity", new Condition.Test("is", List.of("true")));
        return new Platform(
                "kubernetes",
                Platform.Kind.HOST,
                "Kubernetes",
                Optional.empty(),
                "https://kubernetes.io",
                "Containers that are kept running.",
                Map.of(
                        "in-memory-session",
                        List.of(
                                new Platform.Support(
                                        new Condition.Any(List.of(oneReplica, sticky)),
                                        Optional.empty(),
                                        "requests of one client reach different replicas",
                                        Optional.empty(),
                                        source)),
                        "listen-socket",
                        List.of(
                                new Platform.Support(
                                        new Condition.Constant(true),
                                        Optional.empty(),
                                        "a container owns its ports",
                                        Optional.empty(),
                                        source))),
                Map.of(
                        "grace",
                        new Platform.Limit(
                                Optional.empty(),
                                Quantity.parse("30 s"),
                                Optional.empty(),
                                Quantity.parse("6 MB"),
                                Map.of("pro", new Quantity(512 * 1048576.0, Quantity.Kind.SIZE)),
                                "",
                                source)),
                Map.of(),
                List.of(),
                Map.of(
                        "nodejs18.x",
                        new Platform.Runtime(
                                "javascript",
                                "18",
                                Optional.of("2025-09-01"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                source)),
                Map.of());
    }

    @Test
    void a_page_shows_each_fact_with_its_source() {
        assertThat(TEXT.page(kubernetes("2026-11")))
                .isEqualTo(
                        """
                        Kubernetes [kubernetes] https://kubernetes.io

                          Containers that are kept running.

                        Features
                          in-memory-session: if replicas is at most 1 or session-affinity is true; requests of one
                            client reach different replicas
                              https://kubernetes.io/docs/, 2026-11
                          listen-socket: yes; a container owns its ports
                              https://kubernetes.io/docs/, 2026-11

                        Limits
                          grace: default 30 s, at most 6 MB, pro 512 MiB
                              https://kubernetes.io/docs/, 2026-11

                        Runtimes
                          nodejs18.x: javascript 18, deprecated 2025-09-01
                              https://kubernetes.io/docs/, 2026-11
                        """);
    }

    @Test
    void facts_older_than_a_year_are_marked() {
        assertThat(TEXT.page(kubernetes("2025-11"))).doesNotContain("older");
        assertThat(TEXT.page(kubernetes("2025-11-23"))).contains("2025-11-23 older than a year");
        assertThat(TEXT.line(kubernetes("2025-10"))).contains("4 facts are older than a year");
        assertThat(TEXT.line(kubernetes("yesterday"))).contains("4 facts are older than a year");
        assertThat(TEXT.line(kubernetes("2026-01"))).doesNotContain("older");
    }
}
