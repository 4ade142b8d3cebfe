package dev.dovetail.judge.contracts;

import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.Arguments;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Step;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A gateway that passes text alone unless it is told to is told so where the code has binary bodies. */
public final class BinaryMedia implements ContractRule {

    /** The trait of hops that take bodies for text unless media types are named. */
    private static final String TEXT_UNLESS_TOLD = "binary-needs-media-types";

    @Override
    public String id() {
        return "binary-media";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Trigger> ways =
                unit.unit().triggers().stream()
                        .filter(trigger -> trigger.kind() == Trigger.Kind.HTTP)
                        .toList();
        boolean allTakeText =
                !ways.isEmpty()
                        && ways.stream()
                                .allMatch(way -> fact(way, surroundings).isPresent() && !isStreamed(way));
        if (!allTakeText
                || !unit.unit().triggersKnown()
                || !unit.codeIsKnown()
                || isTold(unit, contract, surroundings)) {
            return List.of();
        }
        return answer(unit, contract, ways.get(0), surroundings)
                .or(() -> call(unit, contract, ways.get(0), surroundings))
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isStreamed(Trigger way) {
        return Optional.ofNullable(way.settings().get(SettingName.RESPONSE_MODE))
                .filter(set -> set.value().text().filter("buffered"::equals).isEmpty())
                .isPresent();
    }

    private static Optional<Platform.Fact> fact(Trigger way, Surroundings surroundings) {
        return way.hops().stream()
                .map(hop -> surroundings.knowledge().platforms().get(hop.platform()))
                .filter(platform -> platform != null && platform.traits().containsKey(TEXT_UNLESS_TOLD))
                .map(platform -> platform.traits().get(TEXT_UNLESS_TOLD))
                .findFirst();
    }

    /** Whether config beside the unit's names media types, in whatever form. */
    private static boolean isTold(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Workspace workspace = surroundings.manifests().workspace();
        String folder = Paths.parent(unit.unit().place().file());
        return workspace.filesUnder(folder).stream()
                .filter(file -> Paths.extension(file).matches("ya?ml|json|ts|tf"))
                .filter(file -> !Paths.name(file).contains("lock"))
                .flatMap(file -> workspace.read(file).stream())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> contract.table("tells").keySet().stream().anyMatch(text::contains));
    }

    /** A handler's answer that is marked as binary. */
    private static Optional<Finding> answer(
            LinkedUnit unit, Contract contract, Trigger way, Surroundings surroundings) {
        for (Step step : unit.steps()) {
            SourceSummary file = step.code().file();
            Definition definition = file.definitions().get(step.code().definition());
            for (Expr returned : definition.returns()) {
                for (String mark : contract.table("marks").keySet()) {
                    if (unit.isRequestEntry(step) && isMarked(file, returned, mark)) {
                        return Optional.of(
                                finding(unit, contract, "answer", mark, way, surroundings)
                                        .at(file.place(definition.nameRegion())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMarked(SourceSummary file, Expr returned, String mark) {
        if (returned instanceof Expr.Ref ref) {
            List<Expr> values = file.bindings().get(ref.binding()).values();
            return values.size() == 1 && values.get(0) instanceof Expr.ObjectOf && isMarked(file, values.get(0), mark);
        }
        return returned instanceof Expr.ObjectOf object
                && object.properties().stream()
                        .anyMatch(
                                property ->
                                        property.name().equals(mark)
                                                && property.value() instanceof Expr.Literal literal
                                                && Boolean.TRUE.equals(literal.value()));
    }

    /** A call that is for binary bodies, or says by an option that there are some. */
    private static Optional<Finding> call(
            LinkedUnit unit, Contract contract, Trigger way, Surroundings surroundings) {
        for (ReachedUse use : unit.uses()) {
            for (String path : use.paths()) {
                String option = contract.table("for-binary").get(path + "()");
                boolean means =
                        option != null
                                && use.certain()
                                && (option.equals("always") || has(use, option));
                if (means) {
                    return Optional.of(
                            finding(unit, contract, "call", path, way, surroundings)
                                    .level(Level.WARNING)
                                    .wayTo(use.step())
                                    .at(use.place()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(ReachedUse use, String option) {
        return Arguments.named(use.use(), Optional.of(option), 1)
                .filter(Expr.ObjectOf.class::isInstance)
                .map(Expr.ObjectOf.class::cast)
                .filter(object -> object.properties().stream().anyMatch(each -> each.name().equals(option)))
                .isPresent();
    }

    private static Findings.Draft finding(
            LinkedUnit unit,
            Contract contract,
            String message,
            String what,
            Trigger way,
            Surroundings surroundings) {
        Place place = way.place();
        Trigger.Hop hop = way.hops().get(0);
        Platform platform = surroundings.knowledge().platforms().get(hop.platform());
        String name = platform == null ? hop.platform() : platform.name();
        return Findings.broken(contract, message, unit, Map.of("what", what, "hop", name))
                .codeLabel("has binary bodies")
                .config(place, "names no binary media types")
                .fact(name, fact(way, surroundings).orElseThrow().source());
    }
}
