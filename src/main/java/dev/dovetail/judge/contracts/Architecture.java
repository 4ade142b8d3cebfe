package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is compiled for a machine runs on such a one: its processor, its libc, its language's version. */
public final class Architecture implements ContractRule {

    /** The trait of hosts that run images of one architecture alone. */
    private static final String ONE_ARCHITECTURE = "one-architecture";

    /** An import of something compiled. */
    private record Native(String name, Place place) {}

    @Override
    public String id() {
        return "architecture";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>();
        processor(unit, contract).ifPresent(findings::add);
        if (unit.codeIsKnown() && !unit.assumed() && !bridges(unit, contract, surroundings)) {
            libc(unit, contract).or(() -> without(unit, contract)).ifPresent(findings::add);
            version(unit, contract).ifPresent(findings::add);
        }
        findings.addAll(new EngineTargets(unit, contract, surroundings).judge());
        return findings;
    }

    /** An image for another processor than the one that it is given. */
    private static Optional<Finding> processor(LinkedUnit unit, Contract contract) {
        Optional<Setting> made = unit.unit().setting(SettingName.IMAGE_ARCHITECTURE);
        Optional<Platform.Fact> only =
                unit.host().map(host -> host.traits().get(ONE_ARCHITECTURE));
        Optional<Setting> given =
                unit.unit().setting(SettingName.ARCHITECTURE).filter(set -> set.place().isPresent());
        Optional<String> runs =
                given.flatMap(set -> set.value().text()).or(() -> only.map(Platform.Fact::says));
        Optional<String> image = made.flatMap(set -> set.value().text());
        if (image.isEmpty() || runs.isEmpty() || image.equals(runs)) {
            return Optional.empty();
        }
        Map<String, String> values = Map.of("image", image.get(), "given", runs.get());
        Findings.Draft draft =
                Findings.broken(contract, "processor", unit, values)
                        .codeLabel("is for " + image.get())
                        .config(
                                given.flatMap(Setting::place).orElse(unit.unit().place()),
                                "runs on " + runs.get());
        if (given.isEmpty()) {
            draft.fact(unit.host().orElseThrow().name(), only.orElseThrow().source());
        }
        return Optional.of(draft.at(made.get().place().orElse(unit.unit().place())));
    }

    /** Libraries that were installed on another libc than that of the image which runs. */
    private static Optional<Finding> libc(LinkedUnit unit, Contract contract) {
        Optional<Setting> installed = unit.unit().setting(SettingName.INSTALLED_LIBC);
        Optional<String> on = installed.flatMap(set -> set.value().text());
        Optional<String> runs = text(unit, SettingName.LIBC);
        boolean host = on.filter("host"::equals).isPresent();
        boolean differs = on.isPresent() && runs.isPresent() && !on.equals(runs);
        if (!differs || host && runs.filter("musl"::equals).isEmpty()) {
            return Optional.empty();
        }
        return nativeOnes(unit, contract, "native-modules").stream()
                .findFirst()
                .map(
                        found ->
                                Findings.broken(
                                                contract,
                                                host ? "from-the-host" : "other-libc",
                                                unit,
                                                Map.of(
                                                        "module", found.name(),
                                                        "installed", on.get(),
                                                        "runs", runs.get()))
                                        .level(host ? Level.WARNING : Level.ERROR)
                                        .codeLabel("loads " + found.name())
                                        .config(installed.get().place().orElse(unit.unit().place()), "installs it")
                                        .at(found.place()));
    }

    /** Libraries of which there is no build for the image's libc. */
    private static Optional<Finding> without(LinkedUnit unit, Contract contract) {
        Optional<Setting> libc = unit.unit().setting(SettingName.LIBC);
        boolean musl = libc.flatMap(set -> set.value().text()).filter("musl"::equals).isPresent();
        return !musl
                ? Optional.empty()
                : nativeOnes(unit, contract, "not-on-musl").stream()
                        .findFirst()
                        .map(
                                found ->
                                        Findings.broken(contract, "not-on-musl", unit, Map.of("module", found.name()))
                                                .codeLabel("loads " + found.name())
                                                .config(libc.get().place().orElse(unit.unit().place()), "has musl")
                                                .at(found.place()));
    }

    /** Libraries that were installed for another version of Python than the one that runs. */
    private static Optional<Finding> version(LinkedUnit unit, Contract contract) {
        Optional<Setting> installed = unit.unit().setting(SettingName.INSTALLED_RUNTIME);
        Optional<String> by = installed.flatMap(set -> set.value().text());
        Optional<String> runs = text(unit, SettingName.RUNTIME);
        boolean bound =
                by.isPresent()
                        && runs.isPresent()
                        && !by.equals(runs)
                        && contract.table("libraries-of-one-version").keySet().stream()
                                .anyMatch(language -> by.get().startsWith(language) && runs.get().startsWith(language));
        return bound
                ? Optional.of(
                        Findings.broken(
                                        contract,
                                        "other-version",
                                        unit,
                                        Map.of("installed", by.get(), "runs", runs.get()))
                                .codeLabel("installs for " + by.get())
                                .config(
                                        unit.unit().setting(SettingName.RUNTIME).flatMap(Setting::place).orElse(unit.unit().place()),
                                        "runs " + runs.get())
                                .at(installed.get().place().orElse(unit.unit().place())))
                : Optional.empty();
    }

    private static List<Native> nativeOnes(LinkedUnit unit, Contract contract, String table) {
        List<Native> found = new ArrayList<>();
        for (SourceSummary file : unit.files()) {
            Map<String, String> known = contract.table(table + "-" + file.language().id());
            for (Import imported : file.imports()) {
                String name = imported.specifier();
                boolean loads =
                        imported.kind() != Import.Kind.TYPE_ONLY
                                && imported.guard() < 0
                                && !imported.caught()
                                && known.containsKey(name);
                if (loads) {
                    found.add(new Native(name, file.place(imported.region())));
                }
            }
        }
        return found;
    }

    /** Whether the image has what lets one libc stand for the other, or libraries of the system's own. */
    private static boolean bridges(
            LinkedUnit unit, Contract contract, Surroundings surroundings) {
        return unit.unit().way().stream()
                .map(Place::file)
                .distinct()
                .flatMap(file -> surroundings.manifests().workspace().read(file).stream())
                .anyMatch(text -> contract.table("bridges").keySet().stream().anyMatch(text::contains));
    }

    private static Optional<String> text(LinkedUnit unit, String setting) {
        return unit.unit().setting(setting).flatMap(set -> set.value().text());
    }
}
