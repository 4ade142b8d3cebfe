package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Fix;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port that the code listens on is the one to which the platform sends requests and probes.
 *
 * <p>Silent unless the unit opens exactly one port that can be known: who opens several knows which of
 * them is for whom.
 */
public final class PortAgrees implements ContractRule {

    /** A platform's fact that requests go to the port in this variable and to no other. */
    private static final String GIVEN = "port-is-given";

    private static final String VARIABLE = "PORT";

    @Override
    public String id() {
        return "port-agrees";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Listener> listener = single(Listeners.of(unit, surroundings));
        if (listener.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Optional<Setting> mapped = unit.unit().setting(SettingName.PORT);
        if (mapped.isPresent()) {
            boolean byDefault = mapped.get().place().isEmpty();
            against(
                            unit,
                            contract,
                            listener.get(),
                            mapped.get(),
                            byDefault ? "by-default" : "mapped",
                            surroundings)
                    .ifPresent(findings::add);
        } else {
            given(unit, contract, listener.get(), surroundings).ifPresent(findings::add);
        }
        exposed(unit, contract, listener.get(), surroundings).ifPresent(findings::add);
        Probes.of(unit, SettingName.PROBE_PORT)
                .flatMap(probe -> against(unit, contract, listener.get(), probe, "probed", surroundings))
                .ifPresent(findings::add);
        return findings;
    }

    /** The one listener; also of several calls that all open the same port. */
    private static Optional<Listener> single(List<Listener> all) {
        List<Optional<Integer>> ports = all.stream().map(Listener::port).distinct().toList();
        return ports.size() == 1 && ports.get(0).isPresent()
                ? Optional.of(all.get(0))
                : Optional.empty();
    }

    private static Optional<Finding> against(
            LinkedUnit unit,
            Contract contract,
            Listener listener,
            Setting wanted,
            String message,
            Surroundings surroundings) {
        Optional<Integer> port = wanted.value().number().map(Double::intValue);
        if (port.isEmpty() || port.equals(listener.port()) || !listener.settled()) {
            return Optional.empty();
        }
        Findings.Draft draft =
                broken(unit, contract, listener, message, String.valueOf(port.get()))
                        .config(
                                wanted.place().orElse(unit.unit().place()),
                                message.equals("probed")
                                        ? "asks port " + port.get()
                                        : "sends requests to port " + port.get());
        mend(listener, wanted.place(), port.get(), surroundings).ifPresent(draft::mend);
        return Optional.of(draft.at(listener.place()));
    }

    /** A fixed port where the platform decides which one it is. */
    private static Optional<Finding> given(
            LinkedUnit unit, Contract contract, Listener listener, Surroundings surroundings) {
        Platform host = unit.host().orElseThrow();
        Platform.Fact fact = host.traits().get(GIVEN);
        boolean requested =
                unit.unit().triggers().stream()
                        .anyMatch(trigger -> trigger.kind() == Trigger.Kind.HTTP);
        if (fact == null
                || !requested
                || !listener.settled()
                || isDeployedElsewhere(unit, surroundings)) {
            return Optional.empty();
        }
        Optional<String> chosen =
                Optional.ofNullable(unit.unit().environment().get(VARIABLE))
                        .map(set -> set.value().text())
                        .orElseGet(
                                () ->
                                        host.environment()
                                                .getOrDefault(VARIABLE, Optional.empty()));
        boolean undecided =
                chosen.isEmpty()
                        && Optional.ofNullable(unit.unit().environment().get(VARIABLE))
                                .filter(set -> set.origin() == Setting.Origin.CONFIG)
                                .isPresent();
        if (undecided || chosen.equals(listener.port().map(String::valueOf))) {
            return Optional.empty();
        }
        return Optional.of(
                broken(unit, contract, listener, chosen.isPresent() ? "mapped" : "given", chosen.orElse(""))
                        .config(unit.unit().place(), unit.unit().name() + " runs on " + host.name())
                        .fact(host.name(), fact.source())
                        .at(listener.place()));
    }

    /**
     * {@code EXPOSE} binds nothing: it is worth a warning where nothing else says which port is
     * meant, and worth knowing where something else says the right one.
     */
    private static Optional<Finding> exposed(
            LinkedUnit unit, Contract contract, Listener listener, Surroundings surroundings) {
        Optional<Setting> exposed = unit.unit().setting(SettingName.EXPOSED_PORT);
        Optional<Place> place = exposed.flatMap(Setting::place);
        Optional<Integer> port =
                exposed.flatMap(set -> set.value().number()).map(Double::intValue);
        boolean alone =
                place.isPresent()
                        && unit.unit().triggers().size() == 1
                        && unit.unit().triggers().get(0).place().equals(place.get());
        boolean mappedRight =
                unit.unit()
                        .setting(SettingName.PORT)
                        .flatMap(set -> set.value().number())
                        .map(Double::intValue)
                        .equals(listener.port());
        if (port.isEmpty()
                || place.isEmpty()
                || port.equals(listener.port())
                || !alone && !mappedRight
                || !listener.settled() && isSetElsewhere(unit, port.get(), surroundings)) {
            return Optional.empty();
        }
        String message =
                mappedRight
                        ? "exposed-beside"
                        : listener.settled() ? "exposed" : "exposed-unless";
        Findings.Draft draft =
                broken(unit, contract, listener, message, String.valueOf(port.get()))
                        .level(mappedRight ? Level.NOTE : Level.WARNING)
                        .config(place.get(), "exposes port " + port.get());
        if (listener.settled()) {
            mend(listener, place, port.get(), surroundings).ifPresent(draft::mend);
        }
        return Optional.of(draft.at(listener.place()));
    }

    /** The listener's port in config, where nothing listens on the one that config says. */
    private static Optional<Fix> mend(
            Listener listener, Optional<Place> config, int wrong, Surroundings surroundings) {
        String right = String.valueOf(listener.port().orElseThrow());
        return config.flatMap(
                        place -> WrittenText.at(place, surroundings.manifests().workspace()))
                // In a pair of ports, the one inside the container comes last.
                .flatMap(written -> written.last(String.valueOf(wrong)))
                .map(place -> Fix.of("Say port " + right, place, right));
    }

    /** Whether another unit, which may be of the same image, sets a variable that says this port. */
    private static boolean isSetElsewhere(LinkedUnit unit, int port, Surroundings surroundings) {
        String number = String.valueOf(port);
        return surroundings.units().stream()
                .filter(other -> !other.equals(unit))
                .anyMatch(
                        other ->
                                other.unit().environment().values().stream()
                                        .anyMatch(
                                                set ->
                                                        set.value()
                                                                .text()
                                                                .filter(number::equals)
                                                                .isPresent()));
    }

    /** Whether the same folder goes to another platform too, which may be what the port is for. */
    private static boolean isDeployedElsewhere(LinkedUnit unit, Surroundings surroundings) {
        return surroundings.units().stream()
                .map(LinkedUnit::unit)
                .anyMatch(
                        other ->
                                !other.host().equals(unit.unit().host())
                                        && other.folder().equals(unit.unit().folder()));
    }

    private static Findings.Draft broken(
            LinkedUnit unit, Contract contract, Listener listener, String message, String wanted) {
        String port = String.valueOf(listener.port().orElseThrow());
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                message,
                                unit,
                                Map.of("listens", port, "wanted", wanted))
                        .codeLabel(
                                listener.byDefault()
                                        ? "listens on its default port " + port
                                        : "listens on port " + port);
        listener.use().ifPresent(use -> draft.wayTo(use.step()));
        listener.named()
                .ifPresent(
                        named ->
                                draft.related(
                                        List.of(new Finding.Step(named, "holds port " + port))));
        return draft;
    }
}
