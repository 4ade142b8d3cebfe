package dev.dovetail.report.sarif;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fix;
import dev.dovetail.judge.Suppression;
import dev.dovetail.report.FindingGroup;
import dev.dovetail.report.Fingerprints;
import dev.dovetail.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Findings as SARIF results.
 *
 * @param kept at most {@link #MOST}, the most severe
 * @param leftOut how many more there were
 */
record Results(List<Result> kept, int leftOut) {

    /** GitHub keeps no more of a run. */
    static final int MOST = 5_000;

    /** GitHub shows no more related locations of a result. */
    private static final int MOST_RELATED = 100;

    static Results of(Report report, Rules rules) {
        List<Finding> findings = report.findings();
        List<Fingerprints> fingerprints = Fingerprints.of(report);
        Map<Finding, Fingerprints> byFinding = new IdentityHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            byFinding.put(findings.get(i), fingerprints.get(i));
        }
        List<FindingGroup> groups = FindingGroup.of(findings);
        List<FindingGroup> kept = groups;
        if (groups.size() > MOST) {
            kept =
                    groups.stream()
                            .sorted(Comparator.comparing(group -> severity(group.first())))
                            .limit(MOST)
                            .toList();
        }
        return new Results(
                kept.stream()
                        .map(group -> result(group, byFinding.get(group.first()), rules))
                        .toList(),
                groups.size() - kept.size());
    }

    private static int severity(Finding finding) {
        return !finding.isOpen() ? Integer.MAX_VALUE : finding.level().ordinal();
    }

    private static Result result(
            FindingGroup group, @Nullable Fingerprints fingerprints, Rules rules) {
        Finding finding = group.first();
        List<Finding.Step> related = related(finding);
        int onWay = related.size();
        addFurther(group, related);
        Result result =
                new Result()
                        .withRuleId(finding.rule())
                        .withKind(finding.isDischarged() ? Result.Kind.PASS : Result.Kind.FAIL)
                        .withLevel(level(finding))
                        .withMessage(
                                new Message()
                                        .withText(message(group, related.subList(0, onWay))))
                        .withLocations(
                                List.of(Places.location(finding.code(), finding.codeLabel())))
                        .withProperties(properties(group));
        if (fingerprints != null) {
            result.setPartialFingerprints(
                    new PartialFingerprints()
                            .withAdditionalProperty("dovetail/v1", fingerprints.finding())
                            .withAdditionalProperty(
                                    "primaryLocationLineHash", fingerprints.line()));
        }
        rules.indexOf(finding.rule()).ifPresent(result::setRuleIndex);
        if (!related.isEmpty()) {
            result.setRelatedLocations(locations(related));
        }
        if (onWay > 0) {
            result.setCodeFlows(List.of(flow(finding)));
        }
        finding.suppression()
                .ifPresent(by -> result.setSuppressions(Set.of(suppression(by))));
        if (!finding.fixes().isEmpty()) {
            result.setFixes(
                    finding.fixes().stream()
                            .map(Results::fix)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return result;
    }

    private static com.contrastsecurity.sarif.Suppression suppression(Suppression by) {
        com.contrastsecurity.sarif.Suppression suppression =
                new com.contrastsecurity.sarif.Suppression()
                        .withKind(
                                switch (by.kind()) {
                                    case IN_SOURCE ->
                                            com.contrastsecurity.sarif.Suppression.Kind.IN_SOURCE;
                                    case EXTERNAL ->
                                            com.contrastsecurity.sarif.Suppression.Kind.EXTERNAL;
                                })
                        .withLocation(Places.location(by.place()));
        return by.reason().isBlank()
                ? suppression
                : suppression.withJustification(Texts.sentence(by.reason()));
    }

    /** One change per file, in path order. */
    private static com.contrastsecurity.sarif.Fix fix(Fix fix) {
        Map<String, List<Replacement>> byFile = new TreeMap<>();
        for (Fix.Edit edit : fix.edits()) {
            byFile.computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
                    .add(
                            new Replacement()
                                    .withDeletedRegion(Places.region(edit.place().region()))
                                    .withInsertedContent(
                                            new ArtifactContent().withText(edit.text())));
        }
        Set<ArtifactChange> changes = new LinkedHashSet<>();
        byFile.forEach(
                (file, replacements) ->
                        changes.add(
                                new ArtifactChange()
                                        .withArtifactLocation(Places.artifact(file))
                                        .withReplacements(replacements)));
        return new com.contrastsecurity.sarif.Fix()
                .withDescription(new Message().withText(Texts.sentence(fix.description())))
                .withArtifactChanges(changes);
    }

    private static Result.Level level(Finding finding) {
        if (finding.isDischarged()) {
            // SARIF: a result that is no failure has no level.
            return Result.Level.NONE;
        }
        return switch (finding.level()) {
            case ERROR -> Result.Level.ERROR;
            case WARNING -> Result.Level.WARNING;
            case NOTE -> Result.Level.NOTE;
        };
    }

    /** The end in config first, then the steps between it and the code. */
    private static List<Finding.Step> related(Finding finding) {
        List<Finding.Step> related = new ArrayList<>();
        finding.config()
                .filter(place -> !place.equals(finding.code()))
                .ifPresent(place -> related.add(new Finding.Step(place, finding.configLabel())));
        for (Finding.Step step : finding.way()) {
            boolean known =
                    step.place().equals(finding.code())
                            || related.stream().anyMatch(one -> one.place().equals(step.place()));
            if (!known) {
                related.add(step);
            }
        }
        return related;
    }

    /** What belongs to it besides the way, and the ends in config of the further units. */
    private static void addFurther(FindingGroup group, List<Finding.Step> related) {
        List<Finding.Step> further = new ArrayList<>(group.first().related());
        for (Finding other : group.others()) {
            other.config()
                    .ifPresent(place -> further.add(new Finding.Step(place, other.configLabel())));
        }
        for (Finding.Step step : further) {
            boolean known =
                    step.place().equals(group.first().code())
                            || related.stream().anyMatch(one -> one.place().equals(step.place()));
            if (!known && related.size() < MOST_RELATED) {
                related.add(step);
            }
        }
    }

    private static String message(FindingGroup group, List<Finding.Step> related) {
        Finding finding = group.first();
        StringBuilder message = new StringBuilder(Texts.sentence(finding.message()));
        finding.discharge()
                .ifPresent(
                        why -> message.append(" It is right here: ").append(Texts.sentence(why)));
        if (!related.isEmpty()) {
            message.append(" See ");
            for (int i = 0; i < related.size(); i++) {
                message.append(i == 0 ? "" : " → ")
                        .append(Texts.link(related.get(i).place().toString(), i + 1));
            }
            message.append('.');
        }
        if (!group.others().isEmpty()) {
            message.append(" The same holds for ").append(Texts.sentence(group.otherUnits()));
        }
        if (!finding.fix().isBlank() && !finding.isDischarged()) {
            message.append(' ').append(Texts.sentence(finding.fix()));
        }
        return message.toString();
    }

    private static Set<Location> locations(List<Finding.Step> related) {
        Set<Location> locations = new LinkedHashSet<>();
        for (Finding.Step step : related) {
            locations.add(Places.location(step.place(), step.label()).withId(locations.size() + 1));
        }
        return locations;
    }

    private static CodeFlow flow(Finding finding) {
        List<Finding.Step> way = new ArrayList<>(finding.way());
        if (way.isEmpty()) {
            finding.config()
                    .ifPresent(place -> way.add(new Finding.Step(place, finding.configLabel())));
            way.add(new Finding.Step(finding.code(), finding.codeLabel()));
        }
        List<ThreadFlowLocation> locations =
                way.stream()
                        .map(step -> Places.location(step.place(), step.label()))
                        .map(location -> new ThreadFlowLocation().withLocation(location))
                        .toList();
        return new CodeFlow().withThreadFlows(List.of(new ThreadFlow().withLocations(locations)));
    }

    private static PropertyBag properties(FindingGroup group) {
        Finding finding = group.first();
        List<String> units = new ArrayList<>();
        units.add(finding.unit());
        group.others().forEach(other -> units.add(other.unit()));
        return new PropertyBag()
                .withAdditionalProperty(
                        "evidence", finding.evidence().name().toLowerCase(Locale.ROOT))
                .withAdditionalProperty("platform", finding.host())
                .withAdditionalProperty("unit", finding.unit())
                .withAdditionalProperty("units", List.copyOf(units));
    }
}
