package dev.dovetail.report.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Rule;
import dev.dovetail.report.RulePage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rules as SARIF describes them, in id order.
 *
 * @param indexes position of each rule among {@code descriptors}, by id
 */
record Rules(List<ReportingDescriptor> descriptors, Map<String, Integer> indexes) {

    /** GitHub shows ten. */
    private static final int MOST_TAGS = 10;

    private static final String SECURITY = "security";

    static Rules of(Knowledge knowledge) {
        Map<String, Rule> rules = new TreeMap<>(knowledge.features());
        rules.putAll(knowledge.contracts());
        List<ReportingDescriptor> descriptors = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (Rule rule : rules.values()) {
            indexes.put(rule.id(), descriptors.size());
            descriptors.add(descriptor(rule.words()));
        }
        return new Rules(descriptors, indexes);
    }

    Optional<Integer> indexOf(String rule) {
        return Optional.ofNullable(indexes.get(rule));
    }

    private static ReportingDescriptor descriptor(Rule.Words words) {
        return new ReportingDescriptor()
                .withId(words.id())
                .withName(Texts.name(words))
                .withShortDescription(description(words.title()))
                .withFullDescription(description(words.summary()))
                .withHelpUri(URI.create(RulePage.url(words.id())))
                .withHelp(
                        new MultiformatMessageString()
                                .withText(RulePage.of(words).plain())
                                .withMarkdown(RulePage.of(words).markdown()))
                .withDefaultConfiguration(
                        new ReportingConfiguration().withLevel(level(words.level())))
                .withProperties(properties(words));
    }

    private static PropertyBag properties(Rule.Words words) {
        PropertyBag properties =
                new PropertyBag()
                        .withTags(
                                words.tags().stream()
                                        .sorted()
                                        .limit(MOST_TAGS)
                                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                        .withAdditionalProperty("precision", words.precision())
                        .withAdditionalProperty("problem.severity", severity(words.level()));
        // GitHub shows results of a rule that has one among security alerts.
        return words.tags().contains(SECURITY)
                ? properties.withAdditionalProperty(
                        "security-severity", securitySeverity(words.level()))
                : properties;
    }

    /** On the scale of CVSS: what lets somebody in is high where it is certain. */
    private static String securitySeverity(Level level) {
        return switch (level) {
            case ERROR -> "7.5";
            case WARNING -> "5.0";
            case NOTE -> "2.0";
        };
    }

    private static MultiformatMessageString description(String text) {
        return new MultiformatMessageString()
                .withText(Texts.cut(Texts.sentence(text), Texts.DESCRIPTION));
    }

    private static ReportingConfiguration.Level level(Level level) {
        return switch (level) {
            case ERROR -> ReportingConfiguration.Level.ERROR;
            case WARNING -> ReportingConfiguration.Level.WARNING;
            case NOTE -> ReportingConfiguration.Level.NOTE;
        };
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "recommendation";
        };
    }
}
