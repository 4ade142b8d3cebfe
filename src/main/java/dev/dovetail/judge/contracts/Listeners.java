package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.ApplicationConfig;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Subject;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Truth;
import dev.dovetail.link.Values;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports that a unit opens: by its start command, and by the calls that {@code rules/} names. */
final class Listeners {

    private static final int HIGHEST_PORT = 65_535;

    /** The contract whose table {@code fronts} names programs that pass requests on. */
    private static final String CONTRACT = "port-agrees";

    private final LinkedUnit unit;
    private final ContractRule.Surroundings surroundings;
    private final Settled settled;

    private Listeners(LinkedUnit unit, ContractRule.Surroundings surroundings) {
        this.unit = unit;
        this.surroundings = surroundings;
        this.settled = new Settled(unit, surroundings.knowledge());
    }

    /**
     * All that are known of, the start command's first.
     *
     * @return empty also when something may listen that cannot be seen: code that is not read,
     *     several programs, a proxy beside the code
     */
    static List<Listener> of(LinkedUnit unit, ContractRule.Surroundings surroundings) {
        if (unit.unit().entryPoint() instanceof EntryPoint.Programs
                || hasFront(unit, surroundings)) {
            return List.of();
        }
        Listeners found = new Listeners(unit, surroundings);
        List<Listener> all = new ArrayList<>();
        found.ofCommand().ifPresent(all::add);
        if (unit.codeIsKnown()) {
            all.addAll(found.ofCode(!all.isEmpty()));
        }
        return all;
    }

    /** A program in the image that takes requests in the code's place and passes them on. */
    static boolean hasFront(LinkedUnit unit, ContractRule.Surroundings surroundings) {
        Contract words = surroundings.knowledge().contracts().get(CONTRACT);
        Map<String, String> fronts = words == null ? Map.of() : words.table("fronts");
        for (String name : List.of(SettingName.SYSTEM_PACKAGES, SettingName.BASE_IMAGE)) {
            String text =
                    unit.unit().setting(name).flatMap(set -> set.value().text()).orElse("");
            for (String word : text.split("[^A-Za-z0-9]+")) {
                if (fronts.containsKey(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Listener> ofCommand() {
        Optional<Setting> port = unit.unit().setting(SettingName.LISTEN_PORT);
        Optional<Setting> host = unit.unit().setting(SettingName.BIND_ADDRESS);
        if (port.isEmpty() && host.isEmpty()) {
            return Optional.empty();
        }
        Place command = unit.unit().entryPoint().place();
        return Optional.of(
                new Listener(
                        port.flatMap(set -> number(set.value())),
                        true,
                        port.filter(set -> set.origin() == Setting.Origin.DEFAULT).isPresent(),
                        port.flatMap(Setting::place).orElse(command),
                        Optional.empty(),
                        host.flatMap(set -> set.value().text()),
                        host.flatMap(Setting::place).orElse(command),
                        Optional.empty()));
    }

    private static Optional<Integer> number(Value value) {
        return value.number().flatMap(Listeners::port);
    }

    private static Optional<Integer> port(double number) {
        boolean valid = number == Math.rint(number) && number > 0 && number <= HIGHEST_PORT;
        return valid ? Optional.of((int) number) : Optional.empty();
    }

    /**
     * @param told whether the start command says the port, which wins over the application's config
     */
    private List<Listener> ofCode(boolean told) {
        Map<Place, Listener> found = new LinkedHashMap<>();
        for (ReachedUse use : unit.uses()) {
            // A server that a request starts is for that request alone.
            if (use.step().context() != Context.START) {
                continue;
            }
            for (String path : use.paths()) {
                for (Framework.Listen listen : unit.resolver().facts().listens(path)) {
                    boolean byConfig =
                            listen.forms().stream()
                                    .anyMatch(form -> form.port().application().isPresent());
                    if (!(told && byConfig)) {
                        listener(use, listen)
                                .ifPresent(each -> found.putIfAbsent(each.place(), each));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<Listener> listener(ReachedUse use, Framework.Listen listen) {
        Subject subject = new Subject(unit, use, Map.of(), Map.of(), Optional.empty());
        Truth listens = surroundings.conditions().holds(listen.where(), subject);
        if (listens == Truth.NO) {
            return Optional.empty();
        }
        boolean certain = listens == Truth.YES && use.certain();
        for (Framework.Listen.Form form : listen.forms()) {
            Values.Found found = find(use, form.port());
            Folded value = fold(found);
            boolean absent =
                    found instanceof Values.Found.Absent
                            || value instanceof Folded.Nothing
                            || isOtherForm(found, value);
            if (!absent) {
                Optional<Integer> port =
                        settled.only(value).flatMap(Folded::number).flatMap(Listeners::port);
                Host host = host(use, listen, form);
                return Optional.of(
                        new Listener(
                                port.filter(number -> certain),
                                settled.is(found, value),
                                false,
                                place(use, found),
                                named(found),
                                host.address().filter(address -> certain),
                                host.place(),
                                Optional.of(use)));
            }
        }
        if (listen.onlyWithPort()) {
            return Optional.empty();
        }
        Host host = host(use, listen, listen.forms().get(0));
        return Optional.of(
                new Listener(
                        listen.defaultPort().map(Integer::valueOf).filter(port -> certain),
                        true,
                        true,
                        use.place(),
                        Optional.empty(),
                        host.address().filter(address -> certain),
                        host.place(),
                        Optional.of(use)));
    }

    /** The address that a call binds to, when nothing outside can say another. */
    private record Host(Optional<String> address, Place place) {}

    private Host host(ReachedUse use, Framework.Listen listen, Framework.Listen.Form form) {
        if (form.host().isPresent()) {
            Values.Found found = find(use, form.host().get());
            Folded value = fold(found);
            boolean absent =
                    found instanceof Values.Found.Absent
                            || value instanceof Folded.Nothing
                            || isObject(found);
            if (!absent) {
                return new Host(
                        value.text().filter(text -> settled.is(found, value)), place(use, found));
            }
        }
        return new Host(listen.defaultHost(), use.place());
    }

    private Values.Found find(ReachedUse use, Selector selector) {
        return Values.find(unit.resolver(), use.file(), use.use(), selector);
    }

    private Folded fold(Values.Found found) {
        return Subject.fold(unit, found);
    }

    /** The call says its port in another way. */
    private boolean isOtherForm(Values.Found found, Folded value) {
        return isObject(found) || isName(value);
    }

    /** An object or a function stands there. */
    private boolean isObject(Values.Found found) {
        return found instanceof Values.Found.There there
                && (there.written().value() instanceof Expr.ListOf
                        || unit
                                .resolver()
                                .resolve(there.written().file(), there.written().value())
                                .stream()
                                .anyMatch(
                                        entity ->
                                                entity instanceof Entity.ObjectValue
                                                        || entity instanceof Entity.Code));
    }

    /** A text that is no number: the path of a socket, or an address before the port. */
    private static boolean isName(Folded value) {
        return value instanceof Folded.Known && value.number().isEmpty();
    }

    private static Optional<Place> named(Values.Found found) {
        if (!(found instanceof Values.Found.There there)
                || !(there.written().value() instanceof Expr.Ref ref)) {
            return Optional.empty();
        }
        SourceSummary file = there.written().file();
        Binding binding = file.bindings().get(ref.binding());
        return binding.kind() == Binding.Kind.VARIABLE
                ? Optional.of(file.place(binding.region()))
                : Optional.empty();
    }

    /** The line of the application's config that says the port, or else the call. */
    private Place place(ReachedUse use, Values.Found found) {
        if (found instanceof Values.Found.Property property) {
            return unit.folder()
                    .properties()
                    .written(property.file(), property.name())
                    .map(ApplicationConfig.Entry::place)
                    .orElse(use.place());
        }
        return use.place();
    }
}
