package dev.dovetail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final List<UnitDescription> UNITS =
            List.of(
                    new UnitDescription(
                            api(),
                            List.of("src/app.ts", "src/realtime.ts"),
                            List.of("What ${file(./env.js)} gives: it is a program.")));

    private static DeploymentUnit api() {
        Trigger trigger =
                new Trigger(
                        Trigger.Kind.HTTP,
                        List.of(
                                new Trigger.Hop(
                                        "aws-http-api",
                                        Map.of("timeout", Setting.byDefault(30_000L)),
                                        Examples.place("serverless.yml", 10, 9, 16))),
                        Optional.of("GET"),
                        Optional.of("/chat/{id}"),
                        Map.of("payload-format", Setting.byDefault("2.0")),
                        Examples.place("serverless.yml", 10, 9, 16));
        return new DeploymentUnit(
                "api",
                "aws-lambda",
                "services/chat",
                Examples.place("serverless.yml", 6, 3, 6),
                new EntryPoint.Handler(
                        "src/app.handler",
                        "services/chat",
                        "javascript",
                        Examples.place("serverless.yml", 7, 5, 29)),
                List.of(trigger),
                false,
                Map.of(
                        "timeout",
                        Setting.at(
                                new Value.Known(1_500L),
                                Examples.place("serverless.yml", 8, 5, 16)),
                        "memory",
                        Setting.byDefault(1024L),
                        "runtime",
                        Setting.at(
                                new Value.Known("nodejs22.x"),
                                Examples.place("serverless.yml", 4, 3, 22))),
                Map.of(
                        "TABLE",
                        Setting.at(
                                new Value.Unknown("it comes from ${ssm:/table}"),
                                Examples.place("serverless.yml", 5, 1, 2))),
                true,
                List.of(
                        new DeploymentUnit.Mount(
                                new Value.Known("/mnt/data"),
                                "efs",
                                Examples.place("serverless.yml", 9, 5, 11))),
                "serverless-framework");
    }

    @Test
    void text_shows_all_that_was_understood_and_where() throws IOException {
        Snapshot.check("units.txt", new Plain(), Examples.report());
    }

    @Test
    void json_holds_the_same() throws IOException {
        Snapshot.check("units.json", new Json(), Examples.report());
    }

    @Test
    void no_units_are_said_as_such() {
        assertThat(new UnitsText(Style.PLAIN).of(List.of()))
                .isEqualTo("No deployment units found.\n");
    }

    /** Writes the units whatever the report. */
    private static final class Plain implements ReportFormat {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            out.write(
                    new UnitsText(Style.PLAIN)
                            .of(UNITS)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Writes the units whatever the report. */
    private static final class Json implements ReportFormat {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            new UnitsJson().write(UNITS, out);
        }
    }
}
