package dev.dovetail.judge;

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

/** Features that a unit's code uses, against what its platforms support. */
final class FeatureRules {

    private record Watched(Feature feature, Signature signature, ApiPattern.Kind kind) {}

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
        for (ReachedUse use : unit.uses()) {
            for (String path : use.paths()) {
                for (Watched watched : watching(use.file().language().id(), path)) {
                    if (matches(watched.kind(), use.use().kind())) {
                        Subject subject = Subject.of(unit, use, watched.signature());
                        Place place = subject.propertyPlace().orElseGet(use::place);
                        judge(watched, subject, place, "", List.of())
                                .ifPresent(finding -> keep(found, finding));
                    }
                }
            }
        }
        for (Subtype subtype : Subtype.of(unit)) {
            judgeSubtype(unit, subtype, found);
        }
        for (Imported imported : Imported.of(unit, importable)) {
            judgeImport(unit, imported, found);
        }
        judgeShapes(unit, found);
        return List.copyOf(found.values());
    }

    private List<Watched> watching(String language, String path) {
        List<Watched> found = new ArrayList<>();
        for (String form : ApiPattern.forms(path)) {
            found.addAll(byPath.getOrDefault(new Key(language, form), List.of()));
        }
        return found;
    }

    private void judgeSubtype(LinkedUnit unit, Subtype subtype, Map<Object, Finding> found) {
        Key key = new Key(subtype.use().file().language().id(), subtype.path());
        for (Watched watched : byPath.getOrDefault(key, List.of())) {
            if (watched.kind() == subtype.kind()) {
                Subject subject =
                        new Subject(unit, subtype.use(), Map.of(), Map.of(), Optional.empty());
                judge(watched, subject, subtype.place(), "", List.of())
                        .ifPresent(finding -> keep(found, finding));
            }
        }
    }

    private void judgeImport(LinkedUnit unit, Imported imported, Map<Object, Finding> found) {
        Key key = new Key(imported.use().file().language().id(), imported.module());
        for (Watched watched : byPath.getOrDefault(key, List.of())) {
            if (watched.kind() == ApiPattern.Kind.IMPORT) {
                Subject subject = Subject.of(unit, imported.use(), watched.signature());
                judge(watched, subject, imported.use().place(), "", List.of())
                        .ifPresent(finding -> keep(found, finding));
            }
        }
    }

    private void judgeShapes(LinkedUnit unit, Map<Object, Finding> found) {
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
                    judge(watched, subject, shape.place(), shape.label(), shape.related())
                            .ifPresent(finding -> keep(found, finding));
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

    private Optional<Finding> judge(
            Watched watched,
            Subject subject,
            Place place,
            String label,
            List<Finding.Step> related) {
        Signature signature = watched.signature();
        Feature feature = watched.feature();
        if (!subject.use().certain()
                || !inContext(signature.context(), subject.use())
                || conditions.holds(signature.where(), subject) != Truth.YES) {
            return Optional.empty();
        }
        Verdict verdict =
                Verdict.on(feature.id(), subject, conditions, knowledge.platforms());
        if (verdict.supported() == Truth.UNKNOWN
                || verdict.supported() == Truth.YES && !verdict.discharged()) {
            return Optional.empty();
        }
        Truth excused =
                conditions
                        .holds(signature.unless(), subject)
                        .or(conditions.holds(feature.unless(), subject));
        if (excused == Truth.UNKNOWN) {
            return Optional.empty();
        }
        Findings.Draft draft =
                draft(watched, subject, verdict, label, related);
        if (excused == Truth.YES) {
            return Optional.of(draft.discharged("the code itself makes it right").at(place));
        }
        if (verdict.supported() == Truth.YES) {
            return Optional.of(draft.discharged("its settings make it right").at(place));
        }
        return Optional.of(draft.at(place));
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

    private Findings.Draft draft(
            Watched watched,
            Subject subject,
            Verdict verdict,
            String label,
            List<Finding.Step> related) {
        Feature feature = watched.feature();
        Platform platform = verdict.platform().orElseThrow();
        Platform.Support support = verdict.support().orElseThrow();
        LinkedUnit unit = subject.unit();
        Map<String, String> values = new HashMap<>();
        values.put("unit", unit.unit().name());
        values.put("platform", platform.name());
        values.put("because", Templates.fill(support.because(), Shown.settings(unit.unit())));
        values.putAll(feature.unknown());
        subject.captures()
                .forEach(
                        (name, value) ->
                                Shown.value(name, value).ifPresent(text -> values.put(name, text)));
        Level level =
                watched.signature().level().or(support::level).orElse(feature.words().level());
        Findings.Draft draft =
                Findings.of(feature, unit, values)
                        .level(level)
                        .message(watched.signature().message().orElse(feature.words().message()))
                        .codeLabel(label)
                        .config(
                                verdict.place().orElse(unit.unit().place()),
                                verdict.place().isPresent()
                                        ? platform.name() + " is on the way to " + unit.unit().name()
                                        : unit.unit().name() + " runs on " + platform.name())
                        .wayTo(subject.use().step())
                        .fact(platform.name(), support.source());
        support.fix().ifPresent(draft::fix);
        return related.isEmpty() ? draft : draft.related(related);
    }
}
