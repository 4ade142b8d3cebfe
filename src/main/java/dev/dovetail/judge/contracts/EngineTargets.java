package dev.dovetail.judge.contracts;

import dev.dovetail.config.SettingName;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The targets that a generator's file lists for its compiled engine, against where a unit runs. */
final class EngineTargets {

    private static final Pattern LISTED = Pattern.compile("(?m)^[ \\t]*(\\w+)\\s*=\\s*\\[([^\\]]*)\\]");

    private final LinkedUnit unit;
    private final Contract contract;
    private final Manifests manifests;

    EngineTargets(LinkedUnit unit, Contract contract, ContractRule.Surroundings surroundings) {
        this.unit = unit;
        this.contract = contract;
        this.manifests = surroundings.manifests();
    }

    /** One finding at most: there is one engine. */
    List<Finding> judge() {
        Map<String, String> files = contract.table("engine-files");
        Optional<String> wanted = target();
        boolean loads =
                unit.files().stream()
                        .flatMap(file -> file.imports().stream())
                        .anyMatch(imported -> contract.table("engines").containsKey(imported.specifier()));
        if (wanted.isEmpty() || !loads || isWithoutEngine()) {
            return List.of();
        }
        for (String folder : Manifests.upward(Paths.parent(unit.files().get(0).file()))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                String file = folder.isEmpty() ? each.getKey() : folder + "/" + each.getKey();
                Optional<String> text =
                        manifests.workspace().has(file) ? manifests.workspace().read(file) : Optional.empty();
                if (text.isPresent()) {
                    return listed(file, text.get(), each.getValue(), wanted.get()).stream().toList();
                }
            }
        }
        return List.of();
    }

    /** The name of the target for the unit's host, runtime and architecture; empty where not known. */
    private Optional<String> target() {
        String host = unit.unit().host();
        String runtime = text(SettingName.RUNTIME).orElse("").replaceFirst("\\..*", "");
        String architecture = text(SettingName.ARCHITECTURE).orElse("");
        boolean zip = text(SettingName.PACKAGE_TYPE).filter("zip"::equals).isPresent();
        return zip
                ? Optional.ofNullable(contract.table("engine-targets").get(host + " " + runtime + " " + architecture))
                : Optional.empty();
    }

    /** Whether a version or a word in the manifests says that there is no engine to compile. */
    private boolean isWithoutEngine() {
        Map<String, String> engines = contract.table("engines");
        for (String folder : Manifests.upward(Paths.parent(unit.files().get(0).file()))) {
            Optional<PackageJson> manifest = manifests.packageIn(folder);
            for (Map.Entry<String, String> engine : engines.entrySet()) {
                Optional<String> version =
                        manifest.map(each -> each.dependencies().getOrDefault(engine.getKey(), ""))
                                .filter(each -> !each.isEmpty());
                if (version.isPresent()) {
                    Matcher major = Pattern.compile("[\\^~]?(\\d+)\\b.*").matcher(version.get());
                    boolean scripted =
                            manifest.get().scripts().values().stream().anyMatch(each -> each.contains("--no-engine"));
                    return scripted
                            || !major.matches()
                            || Integer.parseInt(major.group(1)) >= Integer.parseInt(engine.getValue());
                }
            }
        }
        return true;
    }

    private Optional<Finding> listed(String file, String text, String key, String wanted) {
        boolean none =
                contract.table("no-engine").keySet().stream().anyMatch(text::contains)
                        || text.contains("env(\"" + key);
        Matcher list = LISTED.matcher(text);
        while (!none && list.find()) {
            if (list.group(1).equals(key)) {
                String targets = list.group(2);
                // What the machine that builds is, nobody says.
                boolean served = targets.contains("\"" + wanted + "\"") || targets.contains("native") || targets.contains("env(");
                int line = (int) text.substring(0, list.start(1)).lines().count();
                Place place = new Place(file, new Region(Math.max(1, line), 1, Math.max(1, line), 2));
                return served
                        ? Optional.empty()
                        : Optional.of(
                                Findings.broken(
                                                contract,
                                                "no-target",
                                                unit,
                                                Map.of("target", wanted, "key", key))
                                        .codeLabel("lists the targets")
                                        .config(unit.unit().place(), "runs on " + wanted)
                                        .at(place));
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(String setting) {
        return unit.unit().setting(setting).flatMap(set -> set.value().text());
    }
}
