package dev.dovetail.report;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A first {@code dovetail.yaml}, from what is seen of a workspace, with the reasons as comments. */
public final class StarterSettings {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/dovetail-dev/dovetail/main/rules/schema/dovetail.schema.json";

    /** A rule with so many findings is worth a thought of its own. */
    private static final int MANY = 10;

    private StarterSettings() {}

    /** The text of the file; it changes nothing until somebody edits it. */
    public static String of(List<UnitDescription> units, Report report) {
        return head(units)
                + rules(report)
                + platforms(units)
                + plans(units, report.knowledge())
                + environment(report);
    }

    private static String head(List<UnitDescription> units) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # yaml-language-server: $schema=%s
                        # Settings of Dovetail. Every part may be left out; without this file all rules hold everywhere.

                        """
                                .formatted(SCHEMA));
        Map<String, TreeSet<String>> byHost = new TreeMap<>();
        for (UnitDescription unit : units) {
            byHost.computeIfAbsent(unit.unit().host(), host -> new TreeSet<>())
                    .add(unit.unit().place().file());
        }
        byHost.forEach(
                (host, files) ->
                        text.append("# Found on %s: %s\n".formatted(host, some(files))));
        return text.append(byHost.isEmpty() ? "" : "\n").toString();
    }

    private static String rules(Report report) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding finding : report.open()) {
            counts.merge(finding.rule(), 1, Integer::sum);
        }
        StringBuilder text =
                new StringBuilder("# The level of a rule, or off: `dovetail rules` lists them.\n");
        text.append(counts.isEmpty() ? "# rules:\n" : "rules: {}\n");
        counts.forEach(
                (rule, count) -> {
                    if (count >= MANY) {
                        text.append(
                                "#  %s: note   # has %d findings now; `dovetail explain %s`\n"
                                        .formatted(rule, count, rule));
                    }
                });
        Optional<Finding> first = report.open().stream().findFirst();
        text.append(
                """

                # Rules that stand otherwise for some files or units. A reason is shown where findings are reviewed.
                # overrides:
                #   - paths: [%s]
                #     rules: {%s: off}
                #     reason: Why it is right here.

                # Files that are not analysed, in the words of .gitignore.
                # exclude: [examples/]
                """
                        .formatted(
                                first.map(finding -> "/" + finding.code().file()).orElse("legacy/"),
                                first.map(Finding::rule).orElse("log-file")));
        return text.toString();
    }

    private static String platforms(List<UnitDescription> units) {
        StringBuilder text =
                new StringBuilder(
                        "\n# The host of code that no config aims: `dovetail platforms` lists them.\n");
        List<String> unaimed = new ArrayList<>();
        for (UnitDescription unit : units) {
            DeploymentUnit each = unit.unit();
            if (each.format().equals("dockerfile") && !each.folder().isEmpty()) {
                unaimed.add(each.folder());
            }
        }
        if (unaimed.isEmpty()) {
            return text.append("# platforms: {services/api: aws-lambda}\n").toString();
        }
        text.append("# platforms:\n");
        for (String folder : new TreeSet<>(unaimed)) {
            text.append(
                    "#   %s: kubernetes   # has a Dockerfile, and nothing says where its image goes\n"
                            .formatted(folder));
        }
        return text.toString();
    }

    private static String plans(List<UnitDescription> units, Knowledge knowledge) {
        Map<String, String> plans = new LinkedHashMap<>();
        for (UnitDescription unit : units) {
            Platform host = knowledge.platforms().get(unit.unit().host());
            if (host != null) {
                TreeSet<String> names = new TreeSet<>();
                host.limits().values().forEach(limit -> names.addAll(limit.plans().keySet()));
                if (!names.isEmpty()) {
                    plans.put(
                            host.id(), names.first() + "   # or " + String.join(", ", names.tailSet(names.first(), false)));
                }
            }
        }
        if (plans.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder("\n# The price plan, where limits depend on it.\n# plans:\n");
        plans.forEach((host, names) -> text.append("#   %s: %s\n".formatted(host, names)));
        return text.toString();
    }

    private static String environment(Report report) {
        boolean asked =
                report.open().stream().anyMatch(finding -> finding.rule().equals("env-declared"));
        return """

               # Variables that are set where Dovetail cannot see them%s.
               # environment: [SENTRY_DSN]
               """
                .formatted(asked ? ": env-declared asks for some now" : "");
    }

    private static String some(Set<String> files) {
        List<String> shown = files.stream().limit(3).toList();
        int more = files.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
