package dev.dovetail.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dovetail.judge.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that are known, by fingerprints that survive moved lines. Its file is JSON: {@code
 * version} 1 and {@code findings}, each with {@code rule}, {@code unit}, {@code file} and {@code
 * fingerprint}, in the order of these, so that a diff shows what came and went.
 *
 * @param name as the user calls it: the file, or a revision
 */
public record Baseline(String name, Set<Known> findings) {

    private static final int VERSION = 1;

    /** One finding that is known. */
    public record Known(String rule, String unit, String file, String fingerprint)
            implements Comparable<Known> {
        @Override
        public int compareTo(Known other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return String.join("\n", file, rule, unit, fingerprint);
        }
    }

    public Baseline {
        findings = Set.copyOf(findings);
    }

    /** The open findings of a report. */
    public static Baseline of(String name, Report report) {
        Set<Known> known = new TreeSet<>();
        List<Fingerprints> fingerprints = Fingerprints.of(report);
        for (int i = 0; i < report.findings().size(); i++) {
            Finding finding = report.findings().get(i);
            if (finding.isOpen()) {
                known.add(known(finding, fingerprints.get(i)));
            }
        }
        return new Baseline(name, known);
    }

    private static Known known(Finding finding, Fingerprints fingerprints) {
        return new Known(
                finding.rule(), finding.unit(), finding.code().file(), fingerprints.finding());
    }

    /** The report without the findings that are known, and how many those were. */
    public Report without(Report report) {
        List<Finding> fresh = new ArrayList<>();
        Set<Known> seen = new HashSet<>();
        List<Fingerprints> fingerprints = Fingerprints.of(report);
        for (int i = 0; i < report.findings().size(); i++) {
            Finding finding = report.findings().get(i);
            Known as = known(finding, fingerprints.get(i));
            if (finding.isOpen() && findings.contains(as)) {
                seen.add(as);
            } else {
                fresh.add(finding);
            }
        }
        return new Report(
                fresh,
                report.notifications(),
                report.unitCount(),
                report.fileCount(),
                report.knowledge(),
                report.workspace(),
                Optional.of(new Comparison(name, seen.size(), findings.size() - seen.size())));
    }

    /** Writes the file. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("findings");
            for (Known known : new TreeSet<>(findings)) {
                json.writeStartObject();
                json.writeStringField("rule", known.rule());
                json.writeStringField("unit", known.unit());
                json.writeStringField("file", known.file());
                json.writeStringField("fingerprint", known.fingerprint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /**
     * Reads the text of a file.
     *
     * @throws IOException when it is no baseline, or of a later version
     */
    public static Baseline read(String name, String text) throws IOException {
        Set<Known> findings = new HashSet<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("version")) {
                    require(value == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == VERSION);
                } else if (field.equals("findings")) {
                    require(value == JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        findings.add(known(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Baseline(name, findings);
    }

    private static Known known(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        String rule = "";
        String unit = "";
        String file = "";
        String fingerprint = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            require(json.nextToken() == JsonToken.VALUE_STRING);
            switch (field) {
                case "rule" -> rule = json.getText();
                case "unit" -> unit = json.getText();
                case "file" -> file = json.getText();
                case "fingerprint" -> fingerprint = json.getText();
                default -> {}
            }
        }
        return new Known(rule, unit, file, fingerprint);
    }

    private static void require(boolean asExpected) throws IOException {
        if (!asExpected) {
            throw new IOException("it is no baseline of version " + VERSION);
        }
    }
}
