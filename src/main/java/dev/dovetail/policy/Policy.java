package dev.dovetail.policy;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Suppression;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.PathPatterns;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code dovetail.yaml} says.
 *
 * @param prefix path of the workspace within the folder of {@code dovetail.yaml}, ending in a slash,
 *     or empty; patterns are relative to that folder
 * @param rules how rules stand everywhere, by id
 * @param overrides how they stand in some places, the later wins
 * @param exclude files that are not analysed
 * @param platforms host by folder, for code that no config aims
 * @param plans price plan by host
 * @param environment names of variables that are set where Dovetail cannot see them
 * @param ownRules folder of the user's own rules, relative to that of {@code dovetail.yaml}
 * @param failOn {@code error}, {@code warning}, {@code note} or {@code never}
 */
public record Policy(
        String prefix,
        Map<String, Stand> rules,
        List<Override> overrides,
        PathPatterns exclude,
        Map<String, Said> platforms,
        Map<String, Said> plans,
        List<Said> environment,
        Optional<Said> ownRules,
        Optional<String> failOn) {

    /** The policy of those who have none. */
    public static final Policy NONE =
            new Policy(
                    "",
                    Map.of(),
                    List.of(),
                    PathPatterns.NONE,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());

    public Policy {
        rules = Map.copyOf(rules);
        overrides = List.copyOf(overrides);
        platforms = Map.copyOf(platforms);
        plans = Map.copyOf(plans);
        environment = List.copyOf(environment);
    }

    /** A word and the line that says it. */
    public record Said(String text, Place place) {}

    /**
     * How a rule stands.
     *
     * @param level empty when it is off
     */
    public record Stand(Optional<Level> level, Place place) {}

    /**
     * Other stands for some findings.
     *
     * @param paths files of which one end must be; every file when empty
     * @param units names of units, {@code *} for any letters; every unit when empty
     * @param reason in the user's words; empty when there is none
     */
    public record Override(
            PathPatterns paths,
            List<String> units,
            Map<String, Stand> rules,
            String reason,
            Place place) {
        public Override {
            units = List.copyOf(units);
            rules = Map.copyOf(rules);
        }
    }

    /** The same policy for a workspace that lies deeper. */
    public Policy within(String folder) {
        return new Policy(
                folder.isEmpty() ? "" : folder + "/",
                rules,
                overrides,
                exclude,
                platforms,
                plans,
                environment,
                ownRules,
                failOn);
    }

    /** Whether it leaves files out. */
    public boolean excludes() {
        return !exclude.isEmpty() || ownRules.isPresent();
    }

    /** Whether a file of the workspace is analysed; the fixtures of own rules are not. */
    public boolean includes(String file) {
        String path = prefix + file;
        return !exclude.matches(path)
                && ownRules.flatMap(own -> Paths.resolve("", own.text()))
                        .filter(folder -> Paths.isUnder(path, folder))
                        .isEmpty();
    }

    /** The finding as it stands here: at another level, suppressed, or as it is. */
    public Finding judge(Finding finding) {
        Finding stands = finding;
        Optional<Suppression> off = Optional.empty();
        Stand everywhere = rules.get(finding.rule());
        if (everywhere != null) {
            off = off(everywhere, "");
            stands = everywhere.level().map(finding::at).orElse(finding);
        }
        for (Override override : overrides) {
            Stand here = override.rules().get(finding.rule());
            if (here != null && concerns(override, finding)) {
                off = off(here, override.reason());
                stands = here.level().map(finding::at).orElse(finding);
            }
        }
        return off.isPresent() ? stands.suppressed(off.get()) : stands;
    }

    private static Optional<Suppression> off(Stand stand, String reason) {
        return stand.level().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Suppression(Suppression.Kind.EXTERNAL, reason, stand.place()));
    }

    private boolean concerns(Override override, Finding finding) {
        boolean path =
                override.paths().isEmpty()
                        || override.paths().matches(prefix + finding.code().file())
                        || finding.config()
                                .filter(place -> override.paths().matches(prefix + place.file()))
                                .isPresent();
        boolean unit =
                override.units().isEmpty()
                        || override.units().stream()
                                .anyMatch(pattern -> Wildcards.match(pattern, finding.unit()));
        return path && unit;
    }

    /** Hosts by folder of the workspace; what lies elsewhere is left out. */
    public Map<String, Said> platformsHere() {
        Map<String, Said> here = new TreeMap<>();
        platforms.forEach(
                (folder, host) -> {
                    String whole = folder.isEmpty() ? "" : folder + "/";
                    if (whole.startsWith(prefix)) {
                        String inside = whole.substring(prefix.length());
                        here.put(inside.isEmpty() ? "" : inside.substring(0, inside.length() - 1), host);
                    } else if (prefix.startsWith(whole)) {
                        here.putIfAbsent("", host);
                    }
                });
        return here;
    }

    /** What it names that Dovetail does not know, in the order of the file. */
    public List<Notification> unknowns(Knowledge knowledge) {
        List<Notification> errors = new ArrayList<>();
        List<String> known = new ArrayList<>(knowledge.features().keySet());
        known.addAll(knowledge.contracts().keySet());
        rules.forEach((id, stand) -> check("rule", id, known, stand.place(), errors));
        for (Override override : overrides) {
            override.rules().forEach((id, stand) -> check("rule", id, known, stand.place(), errors));
        }
        List<String> hosts = List.copyOf(knowledge.platforms().keySet());
        platforms.values().forEach(host -> check("platform", host.text(), hosts, host.place(), errors));
        plans.forEach((host, plan) -> check("platform", host, hosts, plan.place(), errors));
        errors.sort(null);
        return errors;
    }

    private static void check(
            String kind, String given, List<String> known, Place place, List<Notification> errors) {
        if (!known.contains(given)) {
            errors.add(PolicyFile.error(place, SimilarWords.unknown(kind, given, known)));
        }
    }
}
