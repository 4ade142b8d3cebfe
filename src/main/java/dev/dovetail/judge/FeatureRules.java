package dev.dovetail.judge;

import dev.dovetail.config.SettingName;
import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.link.Truth;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Features that a unit's code uses, against what its platforms support. */
final class FeatureRules {

    /** What a sentence says of settings that are not said. */
    private static final Map<String, String> UNSAID =
            Map.of(
                    SettingName.BASE_IMAGE, "its base image",
                    SettingName.PROCESSES, "several",
                    SettingName.MOST_PROCESSES, "several");

    private record Watched(Feature feature, Signature signature, ApiPattern.Kind kind) {}

    /**
     * A use of a feature.
     *
     * @param place what exactly a finding points at
     */
    private record Used(
            Watched watched,
            Subject subject,
            Place place,
            String label,
            List<Finding.Step> related) {
        Feature feature() {
            return watched.feature();
        }

        Signature signature() {
            return watched.signature();
        }
    }

    private record Key(String language, String path) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.path.equals(path)
                    && key.language.equals(language);
        }

        @Override
        public int hashCode() {
            return path.hashCode() * 31 + language.hashCode();
        }
    }

    private final Knowledge knowledge;
    private final Conditions conditions;
    private final ApiFacts facts;
    private final Map<String, ShapeFinder> shapes = new HashMap<>();
    private final Map<Key, List<Watched>> byPath = new HashMap<>();
    private final Map<String, List<Watched>> byShape = new HashMap<>();

    /** Modules whose mere import a signature speaks of. */
    private final Set<String> importable = new TreeSet<>();

    FeatureRules(
            Knowledge knowledge,
            ApiFacts facts,
            Conditions conditions,
            List<ShapeFinder> finders) {
        this.facts = facts;
        this.knowledge = knowledge;
        this.conditions = conditions;
        finders.forEach(finder -> shapes.put(finder.name(), finder));
        for (Feature feature : knowledge.features().values()) {
            feature.uses()
                    .forEach(
                            (language, signatures) ->
                                    signatures.forEach(
                                            signature -> watch(feature, language, signature)));
        }
    }

    private void watch(Feature feature, String language, Signature signature) {
        for (ApiPattern api : signature.apis()) {
            byPath.computeIfAbsent(
                            new Key(language, facts.canonicalPath(api.path())),
                            key -> new ArrayList<>())
                    .add(new Watched(feature, signature, api.kind()));
            if (api.kind() == ApiPattern.Kind.IMPORT) {
                importable.add(api.path());
            }
        }
        signature
                .shape()
                .ifPresent(
                        shape ->
                                byShape.computeIfAbsent(language, key -> new ArrayList<>())
                                        .add(new Watched(feature, signature, ApiPattern.Kind.CALL)));
    }

    /** Everything found in one unit, discharged uses included. */
    List<Finding> judge(LinkedUnit unit) {
        Map<Object, Finding> found = new LinkedHashMap<>();
        find(unit, use -> finding(use).ifPresent(finding -> keep(found, finding)));
        return List.copyOf(found.values());
    }

    /** Everything that stands against a unit on its host, and what its config would settle. */
    List<Obstacle> obstacles(LinkedUnit unit) {
        Map<Object, Obstacle> found = new LinkedHashMap<>();
        find(unit, use -> obstacles(use).forEach(obstacle -> keep(found, obstacle)));
        return List.copyOf(found.values());
    }

    /** Hands on every use of a feature in a unit. */
    private void find(LinkedUnit unit, Consumer<Used> found) {
        for (ReachedUse use : unit.uses()) {
            for (String path : use.paths()) {
                for (Watched watched : watching(use.file().language().id(), path)) {
                    if (matches(watched.kind(), use.use().kind())) {
                        Subject subject = Subject.of(unit, use, watched.signature());
                        Place place = subject.propertyPlace().orElseGet(use::place);
                        found.accept(new Used(watched, subject, place, "", List.of()));
                    }
                }
            }
        }
        for (Subtype subtype : Subtype.of(unit)) {
            findSubtype(unit, subtype, found);
        }
        for (Imported imported : Imported.of(unit, importable)) {
            findImport(unit, imported, found);
        }
        findShapes(unit, found);
    }

    private List<Watched> watching(String language, String path) {
        List<Watched> found = new ArrayList<>();
        for (String form : ApiPattern.forms(path)) {
            found.addAll(byPath.getOrDefault(new Key(language, form), List.of()));
        }
        return found;
    }

    private void findSubtype(LinkedUnit unit, Subtype subtype, Consumer<Used> found) {
        Key key = new Key(subtype.use().file().language().id(), subtype.path());
        for (Watched watched : byPath.getOrDefault(key, List.of())) {
            if (watched.kind() == subtype.kind()) {
                Subject subject =
                        new Subject(unit, subtype.use(), Map.of(), Map.of(), Optional.empty());
                found.accept(new Used(watched, subject, subtype.place(), "", List.of()));
            }
        }
    }

    private void findImport(LinkedUnit unit, Imported imported, Consumer<Used> found) {
        Key key = new Key(imported.use().file().language().id(), imported.module());
        for (Watched watched : byPath.getOrDefault(key, List.of())) {
            if (watched.kind() == ApiPattern.Kind.IMPORT) {
                Subject subject = Subject.of(unit, imported.use(), watched.signature());
                Place place = imported.use().place();
                found.accept(new Used(watched, subject, place, "", List.of()));
            }
        }
    }

    private void findShapes(LinkedUnit unit, Consumer<Used> found) {
        List<String> languages =
                unit.files().stream().map(file -> file.language().id()).distinct().sorted().toList();
        for (String language : languages) {
            for (Watched watched : byShape.getOrDefault(language, List.of())) {
                ShapeFinder finder = shapes.get(watched.signature().shape().orElseThrow());
                if (finder == null) {
                    continue;
                }
                for (Shape shape : finder.find(unit, watched.signature())) {
                    if (!shape.use().file().language().id().equals(language)) {
                        continue;
                    }
                    Subject subject =
                            Subject.of(unit, shape.use(), watched.signature(), shape.captures());
                    found.accept(
                            new Used(
                                    watched,
                                    subject,
                                    shape.place(),
                                    shape.label(),
                                    shape.related()));
                }
            }
        }
    }

    private static void keep(Map<Object, Finding> found, Finding finding) {
        List<Object> key = List.of(finding.rule(), finding.code());
        Finding earlier = found.get(key);
        if (earlier == null || rank(finding) < rank(earlier)) {
            found.put(key, finding);
        }
    }

    private static void keep(Map<Object, Obstacle> found, Obstacle obstacle) {
        Finding finding = obstacle.finding();
        List<Object> key = List.of(finding.rule(), finding.code(), obstacle.demand());
        Obstacle earlier = found.get(key);
        if (earlier == null || rank(finding) < rank(earlier.finding())) {
            found.put(key, obstacle);
        }
    }

    private static int rank(Finding finding) {
        int level = finding.level().ordinal();
        return finding.isDischarged() ? 10 + level : level;
    }

    private static boolean matches(ApiPattern.Kind pattern, Use.Kind use) {
        return switch (pattern) {
            case CALL -> use == Use.Kind.CALL || use == Use.Kind.CONSTRUCT;
            case READ -> use == Use.Kind.READ;
            case ASSIGNMENT -> use == Use.Kind.ASSIGN;
            case ANNOTATION -> use == Use.Kind.ANNOTATION;
            case SUBTYPE, IMPORT -> false;
        };
    }

    private boolean counts(Used used) {
        Subject subject = used.subject();
        return subject.use().certain()
                && inContext(used.signature().context(), subject.use())
                && conditions.holds(used.signature().where(), subject) == Truth.YES;
    }

    private Truth excused(Used used) {
        return conditions
                .holds(used.signature().unless(), used.subject())
                .or(conditions.holds(used.feature().unless(), used.subject()));
    }

    private Optional<Finding> finding(Used used) {
        if (!counts(used)) {
            return Optional.empty();
        }
        Verdict verdict =
                Verdict.on(
                        used.feature().id(), used.subject(), conditions, knowledge.platforms());
        if (verdict.supported() == Truth.UNKNOWN
                || verdict.supported() == Truth.YES && !verdict.discharged()) {
            return Optional.empty();
        }
        Truth excused = excused(used);
        if (excused == Truth.UNKNOWN) {
            return Optional.empty();
        }
        Findings.Draft draft = draft(used, verdict);
        if (excused == Truth.YES) {
            return Optional.of(draft.discharged("the code itself makes it right").at(used.place()));
        }
        if (verdict.supported() == Truth.YES) {
            return Optional.of(draft.discharged("its settings make it right").at(used.place()));
        }
        return Optional.of(draft.at(used.place()));
    }

    /** What stands against one use, up to the first thing that no config settles. */
    private List<Obstacle> obstacles(Used used) {
        if (!counts(used)) {
            return List.of();
        }
        List<Verdict> against =
                Verdict.against(
                        used.feature().id(), used.subject(), conditions, knowledge.platforms());
        if (against.isEmpty() || excused(used) != Truth.NO) {
            return List.of();
        }
        List<Obstacle> obstacles = new ArrayList<>();
        for (Verdict verdict : against) {
            boolean stands = verdict.supported() == Truth.NO;
            Demand demand = demand(used, verdict);
            if (stands || !(demand instanceof Demand.Met)) {
                Finding finding = draft(used, verdict).at(used.place());
                obstacles.add(new Obstacle(finding, stands, demand));
            }
            if (demand instanceof Demand.Impossible) {
                break;
            }
        }
        return obstacles;
    }

    /** The platform's condition, or else an exception that the rule itself makes. */
    private Demand demand(Used used, Verdict verdict) {
        Subject asked = verdict.subject().orElse(used.subject());
        Demands demands = new Demands(conditions);
        return Demand.any(
                List.of(
                        demands.of(verdict.support().orElseThrow().supported(), asked),
                        demands.of(used.signature().unless(), asked),
                        demands.of(used.feature().unless(), asked)));
    }

    private static boolean inContext(Signature.Context wanted, ReachedUse use) {
        return switch (wanted) {
            case ANY -> true;
            case REQUEST ->
                    use.step().context() == Context.REQUEST && use.step().contextKnown();
            case START -> use.step().context() == Context.START && use.step().contextKnown();
            case LOAD ->
                    use.step().context() == Context.START
                            && use.step().contextKnown()
                            && use.step().code().definition() == SourceSummary.MODULE;
        };
    }

    private static Findings.Draft draft(Used used, Verdict verdict) {
        Feature feature = used.feature();
        Subject subject = used.subject();
        Platform platform = verdict.platform().orElseThrow();
        Platform.Support support = verdict.support().orElseThrow();
        LinkedUnit unit = subject.unit();
        Map<String, String> values = new HashMap<>();
        values.put("unit", unit.unit().name());
        values.put("platform", platform.name());
        Map<String, String> settings = new HashMap<>(UNSAID);
        settings.putAll(Shown.settings(unit.unit()));
        values.put("because", Templates.fill(support.because(), settings));
        values.putAll(feature.unknown());
        subject.captures()
                .forEach(
                        (name, value) ->
                                Shown.value(name, value).ifPresent(text -> values.put(name, text)));
        Level level =
                used.signature().level().or(support::level).orElse(feature.words().level());
        Findings.Draft draft =
                Findings.of(feature, unit, values)
                        .level(level)
                        .message(used.signature().message().orElse(feature.words().message()))
                        .codeLabel(used.label())
                        .config(
                                verdict.place().orElse(unit.unit().place()),
                                verdict.place().isPresent()
                                        ? platform.name() + " is on the way to " + unit.unit().name()
                                        : unit.unit().name() + " runs on " + platform.name())
                        .wayTo(subject.use().step())
                        .fact(platform.name(), support.source());
        support.fix().ifPresent(draft::fix);
        return used.related().isEmpty() ? draft : draft.related(used.related());
    }
}
