package dev.dovetail.judge.contracts;

import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.docker.WrittenCommand;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Fix;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The signal to stop reaches a server: nothing that keeps it to itself stands before the program. */
public final class EntrypointSignals implements ContractRule {

    /** A platform's fact that it asks a copy to stop by a signal to its first process. */
    private static final String SIGNALS = "stops-by-signal";

    /** The one that stays whatever shell runs it. */
    private static final String SCRIPT = "script";

    private static final String SHELL = "shell";

    /** A platform's fact that no process has to pass the signal on. */
    private static final String TO_EVERY_PROCESS = "signals-reach-every-process";

    private static final String MUSL = "musl";

    private static final Set<String> SCRIPTS = Set.of("package.json", "sh");

    @Override
    public String id() {
        return "entrypoint-signals";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Platform host = unit.host().orElseThrow();
        Platform.Fact fact = host.traits().get(SIGNALS);
        Optional<String> between = text(unit, SettingName.SIGNALS_STOP_AT);
        String words = contract.table("between").get(between.orElse(""));
        boolean server =
                unit.unit().triggers().stream()
                        .anyMatch(trigger -> trigger.kind() == Trigger.Kind.HTTP);
        if (fact == null
                || host.traits().containsKey(TO_EVERY_PROCESS)
                || words == null
                || !server
                || unit.unit().setting(SettingName.BASE_IMAGE).isEmpty()
                || leavesItsPlace(unit, contract, between.orElse(""))
                || needsNoShell(unit, contract, between.orElse(""), surroundings.manifests())) {
            return List.of();
        }
        Optional<String> grace =
                unit.unit()
                        .setting(SettingName.GRACE_PERIOD)
                        .flatMap(set -> set.value().number())
                        .map(Shown::duration);
        Place command = command(unit);
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                grace.isPresent() ? "with-grace" : "plain",
                                unit,
                                Map.of("between", words, "grace", grace.orElse("")))
                        .level(stopsInOrder(unit, contract) ? Level.WARNING : Level.NOTE)
                        .codeLabel("starts it through " + words)
                        .config(unit.unit().place(), unit.unit().name() + " runs on " + host.name())
                        .fact(host.name(), fact.source());
        if (between.filter(SHELL::equals).isPresent()) {
            WrittenText.at(command, surroundings.manifests().workspace())
                    .flatMap(EntrypointSignals::execForm)
                    .ifPresent(draft::mend);
        }
        return List.of(draft.at(command));
    }

    /** The instruction of a Dockerfile without its shell, where the command asks nothing of one. */
    private static Optional<Fix> execForm(WrittenText written) {
        return WrittenCommand.of(written.text())
                .map(
                        command ->
                                Fix.of(
                                        "Start the program without a shell",
                                        written.stretch(command.from(), command.to()),
                                        command.asList()));
    }

    /**
     * Whether {@code sh} of the image execs the last command of {@code sh -c} by itself. Package
     * managers start their scripts that way too, and pass signals on to the shell.
     */
    private static boolean leavesItsPlace(LinkedUnit unit, Contract contract, String between) {
        String base = text(unit, SettingName.BASE_IMAGE).orElse("");
        return !between.equals(SCRIPT)
                // Nothing is known of the shell of an image that nothing is known of.
                && (text(unit, SettingName.LIBC).filter(libc -> !libc.equals(MUSL)).isEmpty()
                        || contract.table("shells-that-exec").keySet().stream()
                                .anyMatch(base::contains));
    }

    /** Whether the package manager is of a version that starts programs by itself. */
    private static boolean needsNoShell(
            LinkedUnit unit, Contract contract, String between, Manifests manifests) {
        return Manifests.upward(unit.unit().folder()).stream()
                .flatMap(folder -> manifests.packageIn(folder).stream())
                .flatMap(manifest -> manifests.documents().read(manifest.file()).stream())
                .flatMap(document -> Nodes.text(document, "packageManager").stream())
                .filter(manager -> manager.startsWith(between))
                .anyMatch(
                        manager ->
                                contract.table("managers-without-shell").keySet().stream()
                                        .anyMatch(manager::startsWith));
    }

    /** Whether the program does something at the signal that is now lost. */
    private static boolean stopsInOrder(LinkedUnit unit, Contract contract) {
        return text(unit, SettingName.SERVER)
                        .filter(contract.table("stop-in-order")::containsKey)
                        .isPresent()
                || unit.steps().stream().anyMatch(step -> step.context() == Context.EXIT);
    }

    private static Optional<String> text(LinkedUnit unit, String setting) {
        return unit.unit().setting(setting).map(Setting::value).flatMap(value -> value.text());
    }

    /** The line that says what is started: before it goes on in scripts. */
    private static Place command(LinkedUnit unit) {
        Place command = unit.unit().place();
        for (Place step : unit.unit().way()) {
            String name = step.file().substring(step.file().lastIndexOf('/') + 1);
            boolean script =
                    SCRIPTS.contains(name) || SCRIPTS.contains(name.substring(name.lastIndexOf('.') + 1));
            if (script) {
                break;
            }
            command = step;
        }
        return command;
    }
}
