package dev.dovetail.judge;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.link.Entity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.link.Truth;
import dev.dovetail.link.Values;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers the conditions of {@code rules/}: yes, no or unknown. */
public final class Conditions {

    private final Dependencies dependencies;
    private final Map<LinkedUnit, Set<String>> reached = new IdentityHashMap<>();

    public Conditions(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    public Truth holds(Condition condition, Subject subject) {
        if (condition instanceof Condition.Constant constant) {
            return Truth.of(constant.value());
        }
        if (condition instanceof Condition.All all) {
            Truth truth = Truth.YES;
            for (Condition each : all.conditions()) {
                truth = truth.and(holds(each, subject));
            }
            return truth;
        }
        if (condition instanceof Condition.Any any) {
            Truth truth = Truth.NO;
            for (Condition each : any.conditions()) {
                truth = truth.or(holds(each, subject));
            }
            return truth;
        }
        if (condition instanceof Condition.Not not) {
            return holds(not.condition(), subject).not();
        }
        if (condition instanceof Condition.OfValue value) {
            return ofValue(value, subject);
        }
        if (condition instanceof Condition.OfArgument argument) {
            Values.Found found = find(subject, argument.selector());
            return test(argument.test(), found, subject);
        }
        if (condition instanceof Condition.IsCaught) {
            return Truth.of(subject.use().use().caught());
        }
        if (condition instanceof Condition.IsDropped) {
            return Truth.of(subject.use().use().outcome() == Use.Outcome.DROPPED);
        }
        if (condition instanceof Condition.RunsLater) {
            return Truth.of(HandedOver.runsLater(subject.unit(), subject.use()));
        }
        if (condition instanceof Condition.Beside beside) {
            return beside(beside.apis(), subject);
        }
        if (condition instanceof Condition.OfSetting setting) {
            return ofSetting(setting, subject);
        }
        return ofUnit(condition, subject.unit());
    }

    /** Conditions that speak of the unit alone. */
    private Truth ofUnit(Condition condition, LinkedUnit unit) {
        if (condition instanceof Condition.OfVariable variable) {
            Folded value = unit.folder().environment().variable(variable.variable());
            return Tests.apply(variable.test(), value, unit);
        }
        if (condition instanceof Condition.OfTriggers triggers) {
            return ofTriggers(triggers.anyOf(), unit);
        }
        if (condition instanceof Condition.HasHop hop) {
            boolean there =
                    unit.unit().triggers().stream()
                            .flatMap(trigger -> trigger.hops().stream())
                            .anyMatch(each -> hop.anyOf().contains(each.platform()));
            return there ? Truth.YES : unit.unit().triggersKnown() ? Truth.NO : Truth.UNKNOWN;
        }
        if (condition instanceof Condition.HasDependency dependency) {
            return dependencies.declares(unit, dependency.anyOf());
        }
        if (condition instanceof Condition.Reaches reaches) {
            return reaches(reaches.apis(), unit);
        }
        if (condition instanceof Condition.OfProperty property) {
            return Tests.apply(
                    property.test(), dependencies.property(unit, property.property()), unit);
        }
        return Truth.UNKNOWN;
    }

    /** The hop's setting, or else its trigger's, or else the unit's. */
    private static Truth ofSetting(Condition.OfSetting condition, Subject subject) {
        LinkedUnit unit = subject.unit();
        String name = condition.setting();
        Optional<Setting> setting =
                subject.asked()
                        .flatMap(Subject.Asked::hop)
                        .map(hop -> hop.settings().get(name))
                        .or(
                                () ->
                                        subject.asked()
                                                .flatMap(Subject.Asked::trigger)
                                                .map(trigger -> trigger.settings().get(name)))
                        .or(() -> unit.unit().setting(name));
        String operator = condition.test().operator();
        if (setting.isEmpty()) {
            return switch (operator) {
                case "absent" -> Truth.YES;
                case "present", "is", "in", "starts-with", "ends-with", "contains" -> Truth.NO;
                default -> Truth.UNKNOWN;
            };
        }
        Folded value =
                setting.get().value() instanceof Value.Known known
                        ? Folded.of(known.literal())
                        : Folded.UNKNOWN;
        if (operator.equals("present")) {
            return Truth.YES;
        }
        return operator.equals("absent") ? Truth.NO : Tests.apply(condition.test(), value, unit);
    }

    private static Truth ofTriggers(List<String> kinds, LinkedUnit unit) {
        List<Trigger> triggers = unit.unit().triggers();
        boolean all =
                !triggers.isEmpty()
                        && triggers.stream()
                                .allMatch(
                                        trigger ->
                                                kinds.contains(
                                                        trigger.kind()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)));
        if (!triggers.isEmpty() && !all) {
            return Truth.NO;
        }
        if (triggers.isEmpty() && unit.assumed()) {
            // The user named the platform and no way in.
            return Truth.NO;
        }
        return all && unit.unit().triggersKnown() ? Truth.YES : Truth.UNKNOWN;
    }

    private Truth reaches(List<ApiPattern> apis, LinkedUnit unit) {
        Set<String> reached = reached(unit);
        for (ApiPattern api : apis) {
            if (reached.contains(unit.resolver().facts().canonicalPath(api.path()))) {
                return Truth.YES;
            }
        }
        return unit.codeIsKnown() ? Truth.NO : Truth.UNKNOWN;
    }

    /** The paths of what a unit uses and of what it hands on, gathered once. */
    private Set<String> reached(LinkedUnit unit) {
        return reached.computeIfAbsent(
                unit,
                each -> {
                    Set<String> paths = new HashSet<>();
                    for (ReachedUse use : each.uses()) {
                        paths.addAll(use.paths());
                        use.use()
                                .arguments()
                                .forEach(
                                        argument ->
                                                paths.addAll(
                                                        each.resolver()
                                                                .paths(
                                                                        use.file(),
                                                                        argument.value())));
                    }
                    return paths;
                });
    }

    private static Truth beside(List<ApiPattern> apis, Subject subject) {
        SourceSummary file = subject.use().file();
        Resolver resolver = subject.unit().resolver();
        List<String> paths =
                apis.stream().map(api -> resolver.facts().canonicalPath(api.path())).toList();
        boolean there =
                file.uses().stream()
                        .filter(use -> isWithin(file, use.definition(), subject.use().use()))
                        .flatMap(use -> resolver.paths(file, use.target()).stream())
                        .anyMatch(paths::contains);
        return Truth.of(there);
    }

    private static boolean isWithin(SourceSummary file, int definition, Use of) {
        for (int at = definition; at >= 0; at = file.definitions().get(at).parent()) {
            if (at == of.definition()) {
                return true;
            }
        }
        return false;
    }

    private Truth ofValue(Condition.OfValue condition, Subject subject) {
        Values.Found found = subject.found().get(condition.capture());
        if (found != null) {
            return test(condition.test(), found, subject);
        }
        Folded value = subject.captures().getOrDefault(condition.capture(), Folded.UNKNOWN);
        return condition.test().operator().equals("within")
                ? LimitsInForce.within(condition.test(), value, subject)
                : Tests.apply(condition.test(), value, subject.unit());
    }

    private static Values.Found find(Subject subject, Selector selector) {
        return Values.find(
                subject.unit().resolver(), subject.use().file(), subject.use().use(), selector);
    }

    private static Truth test(Condition.Test test, Values.Found found, Subject subject) {
        Folded value = Subject.fold(subject.unit(), found);
        return switch (test.operator()) {
            case "present" -> presence(found, value);
            case "absent" -> presence(found, value).not();
            case "api" -> comesFrom(test.operands(), found, subject);
            case "within" -> LimitsInForce.within(test, value, subject);
            case "works" -> works(found, subject);
            case "known" -> Truth.of(!(found instanceof Values.Found.Unclear) && Tests.isKnown(value));
            case "contains" -> contains(test, found, value, subject);
            default -> Tests.apply(test, value, subject.unit());
        };
    }

    private static Truth presence(Values.Found found, Folded value) {
        if (found instanceof Values.Found.Unclear) {
            return Truth.UNKNOWN;
        }
        if (found instanceof Values.Found.Absent || value instanceof Folded.Nothing) {
            return Truth.NO;
        }
        return Truth.YES;
    }

    private static Truth comesFrom(
            List<String> apis, Values.Found found, Subject subject) {
        if (!(found instanceof Values.Found.There there)) {
            return found instanceof Values.Found.Absent ? Truth.NO : Truth.UNKNOWN;
        }
        if (there.written().value() instanceof Expr.Operation flags && flags.joinsFlags()) {
            Truth any = Truth.NO;
            for (Expr flag : flags.operands()) {
                Values.Found one =
                        new Values.Found.There(new Values.Written(there.written().file(), flag));
                any = any.or(comesFrom(apis, one, subject));
            }
            return any;
        }
        List<String> paths =
                subject.unit().resolver().paths(there.written().file(), there.written().value());
        for (String api : apis) {
            if (paths.contains(subject.unit().resolver().facts().canonicalPath(ApiPattern.parse(api).path()))
                    || paths.contains(
                            subject.unit().resolver().facts().canonicalPath(ApiPattern.parse(api).path()) + "()")) {
                return Truth.YES;
            }
        }
        return paths.isEmpty() ? Truth.UNKNOWN : Truth.NO;
    }

    /** Of a list, an element is one of the operands; of a text, they are in it. */
    private static Truth contains(
            Condition.Test test, Values.Found found, Folded value, Subject subject) {
        if (found instanceof Values.Found.There there
                && there.written().value() instanceof Expr.ListOf list) {
            Truth any = Truth.NO;
            for (Expr element : list.elements()) {
                Folded folded = subject.unit().folder().fold(there.written().file(), element);
                any = any.or(Tests.apply(test, folded, subject.unit()));
            }
            return any;
        }
        return Tests.apply(test, value, subject.unit());
    }

    private static Truth works(Values.Found found, Subject subject) {
        if (!(found instanceof Values.Found.There there)) {
            return Truth.UNKNOWN;
        }
        Truth works = Truth.UNKNOWN;
        Resolver resolver = subject.unit().resolver();
        for (Entity entity :
                resolver.resolve(there.written().file(), there.written().value())) {
            if (entity instanceof Entity.Code code) {
                works = works.or(Truth.of(Work.startsWork(resolver, code)));
            }
        }
        return works;
    }
}
