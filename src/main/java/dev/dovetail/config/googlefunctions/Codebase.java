package dev.dovetail.config.googlefunctions;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.Value;
import dev.dovetail.config.paas.FunctionSource;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One folder of functions: the file that the platform loads, and every function that comes of it. */
final class Codebase {

    private static final String FORMAT = "firebase";

    private final Manifests manifests;
    private final Documents documents;
    private final String folder;
    private final ConfigNode config;

    Codebase(Manifests manifests, String folder, ConfigNode config) {
        this.manifests = manifests;
        this.documents = manifests.documents();
        this.folder = folder;
        this.config = config;
    }

    /** A unit per exported function, in the order of files and calls. */
    List<DeploymentUnit> units() {
        FunctionSource code = new FunctionSource(manifests, folder);
        Optional<String> main = code.main();
        if (main.isEmpty()) {
            return List.of();
        }
        Optional<ConfigNode> everywhere = Optional.empty();
        Map<SourceCall, FunctionCall> functions = new LinkedHashMap<>();
        for (String file : code.reachedFrom(main.get())) {
            for (SourceCall call : documents.calls(file)) {
                if (call.api().endsWith("setGlobalOptions") || call.api().endsWith("set_global_options")) {
                    everywhere = Optional.of(FunctionCall.options(call));
                }
                FunctionCall.of(call, isFirstGeneration()).ifPresent(function -> functions.put(call, function));
            }
        }
        List<DeploymentUnit> units = new ArrayList<>();
        for (FunctionCall function : functions.values()) {
            List<Place> others = functions.keySet().stream().map(SourceCall::place).filter(place -> !place.equals(function.call().place())).toList();
            units.add(unit(function, main.get(), others, everywhere));
        }
        return units;
    }

    private DeploymentUnit unit(FunctionCall function, String main, List<Place> others, Optional<ConfigNode> everywhere) {
        Place place = function.call().place();
        DeploymentUnit.Draft unit = DeploymentUnit.draft(function.name(), function.host(), config.place(), FORMAT);
        unit.folder(folder).entryPoint(new EntryPoint.Registered(main, others, place)).by(place);
        runtime().ifPresent(value -> unit.setting(SettingName.RUNTIME, value));
        function.settings(everywhere).forEach(unit::setting);
        unit.trigger(function.trigger());
        // Parameters, secrets and .env files give more.
        unit.environmentUnknown();
        return unit.build();
    }

    /** Before version 6 of its package, what is imported without a version is of the first generation. */
    private boolean isFirstGeneration() {
        Optional<String> version = manifests.packageIn(folder).map(PackageJson::dependencies).map(all -> all.get("firebase-functions"));
        return version.filter(text -> text.matches("[\\^~>=v ]*[0-5](\\..{0,40})?")).isPresent();
    }

    private Optional<Setting> runtime() {
        Optional<ConfigNode> named = config.get("runtime");
        if (named.flatMap(Nodes::text).isPresent()) {
            return Optional.of(Setting.at(Nodes.value(named.get(), text -> text.contains("$")), named.get().place()));
        }
        Optional<ConfigNode> engines = manifests.packageIn(folder).flatMap(PackageJson::engines);
        return engines.flatMap(Nodes::text)
                .filter(text -> text.matches("[\\^~=v]{0,2}\\d{1,2}(\\.(x|\\*|\\d{1,3})){0,2}"))
                .map(text -> text.replaceAll("^[^0-9]*", "").replaceAll("\\D.*", ""))
                .map(major -> Setting.at(new Value.Known("nodejs" + major), engines.get().place()));
    }
}
