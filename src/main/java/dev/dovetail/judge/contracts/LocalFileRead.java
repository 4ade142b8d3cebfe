package dev.dovetail.judge.contracts;

import dev.dovetail.config.PackagedFiles;
import dev.dovetail.config.PackagedFiles.Kind;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.Arguments;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file of the repository that the code reads by its path is in what is deployed. */
public final class LocalFileRead implements ContractRule {

    @Override
    public String id() {
        return "local-file-read";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (!unit.codeIsKnown() || unit.assumed() || PackagedCode.isMountedOver(unit)) {
            return List.of();
        }
        Map<String, List<ReachedUse>> reads = new LinkedHashMap<>();
        for (ReachedUse use : unit.uses()) {
            boolean certain = use.certain() && use.use().guard() < 0 && !use.use().caught();
            Optional<String> file =
                    certain
                            ? path(unit, contract, use)
                                    .flatMap(path -> file(unit, surroundings.manifests().workspace(), path))
                            : Optional.empty();
            file.filter(each -> !PackagedCode.mayBeGenerated(contract, each))
                    .filter(each -> !asksFirst(unit, contract, use.file()))
                    .ifPresent(each -> reads.computeIfAbsent(each, key -> new ArrayList<>()).add(use));
        }
        List<Finding> findings = new ArrayList<>();
        Set<Place> reported = new HashSet<>();
        reads.forEach(
                (file, uses) -> {
                    if (!isNamedElsewhere(unit, file, uses)) {
                        // A folder that is left out is told of once.
                        finding(unit, contract, uses.get(0), file)
                                .filter(found -> reported.add(found.config().orElseThrow()))
                                .ifPresent(findings::add);
                    }
                });
        return findings;
    }

    /** Whether the code has the file's name for something else too, such as to write it first. */
    private static boolean isNamedElsewhere(LinkedUnit unit, String file, List<ReachedUse> reads) {
        String name = Paths.name(file);
        int[] count = {0};
        Exprs.anyText(
                unit,
                text -> {
                    count[0] += text.endsWith(name) ? 1 : 0;
                    return false;
                });
        return count[0] > reads.stream().map(ReachedUse::use).distinct().count();
    }

    /** Whether the file that reads also asks whether files are there. */
    private static boolean asksFirst(LinkedUnit unit, Contract contract, SourceSummary file) {
        Set<String> questions = contract.table("asks-first").keySet();
        return file.uses().stream()
                .filter(use -> use.kind() == Use.Kind.CALL)
                .filter(use -> use.target() instanceof Expr.Member)
                .anyMatch(
                        use ->
                                questions.contains(((Expr.Member) use.target()).name())
                                        || unit.resolver().paths(file, use.target()).stream().anyMatch(questions::contains));
    }

    /** The path that a call reads, as folded, where it reads and does not write. */
    private static Optional<String> path(LinkedUnit unit, Contract contract, ReachedUse use) {
        if (use.use().kind() != Use.Kind.CALL && use.use().kind() != Use.Kind.CONSTRUCT) {
            return Optional.empty();
        }
        for (String api : use.paths()) {
            String mode = contract.table("reads").get(api + "()");
            if (mode == null) {
                continue;
            }
            boolean writes =
                    !mode.equals("always")
                            && Arguments.named(use.use(), Optional.of("mode"), 1)
                                    .map(value -> unit.folder().fold(use.file(), value))
                                    .filter(
                                            value ->
                                                    value.text()
                                                            .filter(text -> text.startsWith("r") && !text.contains("+"))
                                                            .isEmpty())
                                    .isPresent();
            return writes
                    ? Optional.empty()
                    : Arguments.named(use.use(), Optional.of("file"), 0)
                            .map(value -> unit.folder().fold(use.file(), value))
                            .filter(Folded.Known.class::isInstance)
                            .flatMap(Folded::text);
        }
        return Optional.empty();
    }

    /**
     * The file of the workspace that a path means. It may be written from the folder of the code, which
     * folds to one from the workspace's root, or from the folder that the process starts in: empty when
     * both fit, or neither.
     */
    private static Optional<String> file(LinkedUnit unit, Workspace workspace, String path) {
        if (path.startsWith("/") || path.contains("://")) {
            return Optional.empty();
        }
        Set<String> found = new HashSet<>();
        Paths.resolve("", path).filter(workspace::has).ifPresent(found::add);
        Paths.resolve(unit.unit().folder(), path).filter(workspace::has).ifPresent(found::add);
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static Optional<Finding> finding(
            LinkedUnit unit, Contract contract, ReachedUse use, String file) {
        PackagedFiles.Answer answer = unit.unit().packaged().of(file);
        Kind own = unit.unit().packaged().of(use.file().file()).kind();
        boolean packaged = own == Kind.HELD || own == Kind.BUILT_FROM;
        boolean leftBehind =
                answer.kind() == Kind.BUILT_FROM
                        && own == Kind.HELD
                        && PackagedCode.runsAsWritten(unit, use.file());
        if (!packaged || !answer.isLeftOut() && !leftBehind || isMounted(unit, file)) {
            return Optional.empty();
        }
        Place because = answer.because().orElseThrow();
        String message =
                switch (answer.kind()) {
                    case IGNORED -> "ignored";
                    case BUILT_FROM -> "left-behind";
                    default -> "not-taken";
                };
        return Optional.of(
                Findings.broken(
                                contract,
                                message,
                                unit,
                                Map.of("file", file, "ignore", Paths.name(because.file())))
                        .codeLabel("reads " + file)
                        .config(because, message.equals("ignored") ? "leaves it out" : "holds what it takes along")
                        .wayTo(use.step())
                        .at(use.place()));
    }

    /** Whether a volume or config may put the file there. */
    private static boolean isMounted(LinkedUnit unit, String file) {
        Optional<String> start =
                unit.unit().setting(SettingName.WORKING_FOLDER).flatMap(set -> set.value().text());
        return unit.unit().mounts().stream()
                .anyMatch(
                        mount ->
                                mount.path().text().isEmpty()
                                        || start.isEmpty()
                                        || mount.path().text().get().endsWith(Paths.name(file))
                                        || Paths.isUnder(mount.path().text().get(), start.get()));
    }
}
