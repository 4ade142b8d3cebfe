package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.docker.WrittenCommand;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Fix;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A server whose requests come from outside its container does not listen on loopback. */
public final class BindAddress implements ContractRule {

    /** A platform's fact that a container has a network of its own. */
    private static final String OWN_NETWORK = "own-network";

    /** A platform's fact that it reaches no server on loopback, image or not. */
    private static final String ALL_ADDRESSES = "must-listen-on-all-addresses";

    /** The address that stands for all of a container. */
    private static final String ALL = "0.0.0.0";

    private static final String MEND = "Listen on " + ALL;

    @Override
    public String id() {
        return "bind-address";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Platform host = unit.host().orElseThrow();
        // Without an image a proxy of the platform's may stand on the same machine.
        boolean image = unit.unit().setting(SettingName.BASE_IMAGE).isPresent();
        Platform.Fact fact =
                host.traits()
                        .getOrDefault(
                                ALL_ADDRESSES, image ? host.traits().get(OWN_NETWORK) : null);
        Optional<Place> requests = requests(unit);
        if (fact == null || requests.isEmpty()) {
            return List.of();
        }
        Map<String, String> loopback = contract.table("loopback");
        List<Listener> meant =
                Listeners.of(unit, surroundings).stream()
                        .filter(listener -> mayBeMeant(unit, listener))
                        .toList();
        boolean all =
                meant.stream()
                        .allMatch(
                                listener ->
                                        listener.host()
                                                .filter(loopback::containsKey)
                                                .isPresent());
        if (meant.isEmpty() || !all) {
            return List.of();
        }
        Listener listener = meant.get(0);
        String address = listener.host().orElseThrow();
        Findings.Draft draft =
                Findings.broken(
                                contract,
                                listener.use().isPresent() ? "by-code" : "by-command",
                                unit,
                                Map.of("address", address))
                        .codeLabel("listens on " + address)
                        .config(requests.get(), "sends requests to " + unit.unit().name())
                        .fact(host.name(), fact.source());
        listener.use().ifPresent(use -> draft.wayTo(use.step()));
        WrittenText.at(listener.hostPlace(), surroundings.manifests().workspace())
                .flatMap(
                        written ->
                                written.only(address)
                                        .map(place -> Fix.of(MEND, place, ALL))
                                        .or(() -> option(written, contract)))
                .ifPresent(draft::mend);
        return List.of(draft.at(listener.hostPlace()));
    }

    /** The option that says the address, where a command leaves it to its program. */
    private static Optional<Fix> option(WrittenText written, Contract contract) {
        Optional<WrittenCommand> command = WrittenCommand.of(written.text());
        List<String> options =
                command.stream()
                        .flatMap(each -> each.words().stream())
                        .map(contract.table("option")::get)
                        .filter(Objects::nonNull)
                        .toList();
        return options.size() == 1
                ? command.map(
                        each ->
                                Fix.of(
                                        MEND,
                                        written.stretch(each.end(), each.end()),
                                        each.added(List.of(options.get(0), ALL))))
                : Optional.empty();
    }

    /** The config that says that requests come from outside. */
    private static Optional<Place> requests(LinkedUnit unit) {
        return unit.unit()
                .setting(SettingName.PORT)
                .flatMap(Setting::place)
                .or(
                        () ->
                                unit.unit().triggers().stream()
                                        .filter(trigger -> trigger.kind() == Trigger.Kind.HTTP)
                                        .map(Trigger::place)
                                        .findFirst());
    }

    /** A listener on another port than the one that requests come to is for something else. */
    private static boolean mayBeMeant(LinkedUnit unit, Listener listener) {
        Optional<Integer> port =
                unit.unit()
                        .setting(SettingName.PORT)
                        .flatMap(set -> set.value().number())
                        .map(Double::intValue);
        return port.isEmpty() || listener.port().isEmpty() || port.equals(listener.port());
    }
}
