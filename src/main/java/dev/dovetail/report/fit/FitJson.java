package dev.dovetail.report.fit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.judge.Demand;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Obstacle;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.JsonOutput;
import dev.dovetail.report.JsonReport;
import dev.dovetail.report.SettingText;
import dev.dovetail.workspace.Notification;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Units against hosts as JSON for scripts. New fields may be added within a version; none is taken
 * away or changes its meaning.
 *
 * <ul>
 *   <li>{@code version}: 1
 *   <li>{@code hosts}: {@code id} and {@code name}, by name
 *   <li>{@code units}: in the order of their places; of each
 *       <ul>
 *         <li>{@code name}; {@code platform}: id of the host that config puts it on, missing where no
 *             config does; {@code config}: the place that makes it a unit; {@code entry}: where its
 *             code starts, in words
 *         <li>{@code fits}: one for each host: {@code host}: id; {@code own}: whether it is there
 *             now; {@code verdict}: {@code fits}, {@code fits-but}, {@code fits-if}, {@code
 *             does-not-fit} or {@code unknown}; {@code why}: in few words, missing for {@code fits};
 *             {@code obstacles}
 *       </ul>
 *   <li>an obstacle: {@code rule}, {@code level}, {@code message}, {@code fix}, {@code code} and
 *       {@code sources} as of a finding; {@code reported}: whether {@code check} reports it as config
 *       is; {@code fitsIf}: what config would have to say, in words, and {@code demand}: the same for
 *       machines; both are missing when no config helps
 *   <li>a demand: {@code all} or {@code any} of several, or {@code setting} or {@code variable} with
 *       {@code test}, {@code operands} and {@code holds} ({@code false} when the test must not hold),
 *       or {@code volume} (a path), {@code program} or {@code says} (words)
 *   <li>{@code notifications}: as of {@code check}
 *   <li>{@code summary}: {@code units}, {@code hosts}, {@code files}, and the number of each verdict
 * </ul>
 */
public final class FitJson implements FitFormat {

    @Override
    public void write(FitReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("hosts");
            for (Platform host : report.hosts()) {
                json.writeStartObject();
                json.writeStringField("id", host.id());
                json.writeStringField("name", host.name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("units");
            for (UnitFits unit : report.units()) {
                unit(json, unit);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notifications");
            for (Notification notification : report.notifications()) {
                JsonReport.notification(json, notification);
            }
            json.writeEndArray();
            summary(json, report);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void unit(JsonGenerator json, UnitFits unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", unit.unit().unit().name());
        if (unit.isAimed()) {
            json.writeStringField("platform", unit.unit().unit().host());
            json.writeFieldName("config");
            JsonReport.place(json, unit.unit().unit().place(), "");
        }
        json.writeStringField("entry", SettingText.entryPoint(unit.unit().unit().entryPoint()));
        json.writeArrayFieldStart("fits");
        for (Fit fit : unit.fits()) {
            json.writeStartObject();
            json.writeStringField("host", fit.host().id());
            json.writeBooleanField("own", fit.isOwn());
            json.writeStringField("verdict", FitWords.id(fit.verdict()));
            String why = FitWords.why(fit);
            if (!why.isEmpty()) {
                json.writeStringField("why", why);
            }
            json.writeArrayFieldStart("obstacles");
            for (Obstacle obstacle : fit.obstacles()) {
                obstacle(json, obstacle);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void obstacle(JsonGenerator json, Obstacle obstacle) throws IOException {
        Finding finding = obstacle.finding();
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("level", finding.level().id());
        json.writeStringField("message", finding.message());
        json.writeStringField("fix", finding.fix());
        json.writeBooleanField("reported", obstacle.stands());
        if (!obstacle.isFirm()) {
            json.writeStringField("fitsIf", DemandText.of(obstacle.demand()));
            json.writeFieldName("demand");
            demand(json, obstacle.demand());
        }
        json.writeFieldName("code");
        JsonReport.place(json, finding.code(), finding.codeLabel());
        JsonReport.sources(json, finding.facts());
        json.writeEndObject();
    }

    private static void demand(JsonGenerator json, Demand demand) throws IOException {
        json.writeStartObject();
        if (demand instanceof Demand.All all) {
            several(json, "all", all.demands());
        } else if (demand instanceof Demand.Any any) {
            several(json, "any", any.demands());
        } else if (demand instanceof Demand.OfSetting setting) {
            json.writeStringField("setting", setting.setting());
            test(json, setting.test(), setting.holds());
        } else if (demand instanceof Demand.OfVariable variable) {
            json.writeStringField("variable", variable.variable());
            test(json, variable.test(), variable.holds());
        } else if (demand instanceof Demand.Volume volume) {
            json.writeStringField("volume", volume.path());
        } else if (demand instanceof Demand.Program program) {
            json.writeStringField("program", program.program());
        } else if (demand instanceof Demand.Said said) {
            json.writeStringField("says", said.words());
        }
        json.writeEndObject();
    }

    private static void several(JsonGenerator json, String name, List<Demand> demands)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Demand demand : demands) {
            demand(json, demand);
        }
        json.writeEndArray();
    }

    private static void test(JsonGenerator json, Condition.Test test, boolean holds)
            throws IOException {
        json.writeStringField("test", test.operator());
        json.writeArrayFieldStart("operands");
        for (String operand : test.operands()) {
            json.writeString(operand);
        }
        json.writeEndArray();
        json.writeBooleanField("holds", holds);
    }

    private static void summary(JsonGenerator json, FitReport report) throws IOException {
        FitSummary summary = FitSummary.of(report);
        json.writeObjectFieldStart("summary");
        json.writeNumberField("units", summary.units());
        json.writeNumberField("hosts", summary.hosts());
        json.writeNumberField("files", report.fileCount());
        for (Fit.Verdict verdict : Fit.Verdict.values()) {
            json.writeNumberField(FitWords.id(verdict), summary.count(verdict));
        }
        json.writeEndObject();
    }
}
