package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as JUnit's XML: a suite per file, a failed test per finding; one test that passes when
 * there are none, so that readers see that it ran.
 */
public final class JunitReport implements ReportFormat {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        Map<String, List<Finding>> byFile = new TreeMap<>();
        for (Finding finding : report.open()) {
            byFile.computeIfAbsent(finding.code().file(), file -> new ArrayList<>()).add(finding);
        }
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            int count = Math.max(1, report.open().size());
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "dovetail");
            xml.writeAttribute("tests", String.valueOf(count));
            xml.writeAttribute("failures", String.valueOf(report.open().size()));
            for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
                suite(xml, file.getKey(), file.getValue());
            }
            if (byFile.isEmpty()) {
                suite(xml, "dovetail", List.of());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.flush();
    }

    private static void suite(XMLStreamWriter xml, String name, List<Finding> findings)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", plain(name));
        xml.writeAttribute("tests", String.valueOf(Math.max(1, findings.size())));
        xml.writeAttribute("failures", String.valueOf(findings.size()));
        for (Finding finding : findings) {
            test(xml, finding);
        }
        if (findings.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement("testcase");
            xml.writeAttribute("classname", plain(name));
            xml.writeAttribute("name", "no findings");
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", plain(finding.code().file()));
        xml.writeAttribute(
                "name",
                plain(
                        "%s %s:%d"
                                .formatted(
                                        finding.rule(),
                                        finding.unit(),
                                        finding.code().region().startLine())));
        xml.writeAttribute("line", String.valueOf(finding.code().region().startLine()));
        xml.writeCharacters("\n      ");
        xml.writeStartElement("failure");
        xml.writeAttribute("type", finding.level().id());
        xml.writeAttribute("message", plain(finding.message()));
        StringBuilder text = new StringBuilder(finding.code().toString());
        finding.config()
                .filter(place -> !place.equals(finding.code()))
                .ifPresent(
                        place -> text.append('\n').append(place).append(": ").append(finding.configLabel()));
        if (!finding.fix().isBlank()) {
            text.append('\n').append(finding.fix());
        }
        text.append('\n').append(RulePage.url(finding.rule()));
        xml.writeCharacters(plain(text.toString()));
        xml.writeEndElement();
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    /** What XML 1.0 cannot hold is left out. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(
                        c ->
                                c == '\t'
                                        || c == '\n'
                                        || c == '\r'
                                        || c >= 0x20 && c <= 0xD7FF
                                        || c >= 0xE000 && c <= 0xFFFD
                                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
