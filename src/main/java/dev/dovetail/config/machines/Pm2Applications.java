package dev.dovetail.config.machines;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an ecosystem file of pm2 starts, unless an image runs pm2: https://pm2.keymetrics.io/docs/usage/application-declaration/. */
final class Pm2Applications {

    private static final Pattern FILE = Pattern.compile("(?:ecosystem|pm2)(?:\\.config)?\\.(?:c?js|json|ya?ml)|process\\.(?:json|yml)");

    private final Manifests manifests;
    private final Workspace workspace;
    private final ProcessUnits processes;

    Pm2Applications(Manifests manifests) {
        this.manifests = manifests;
        this.workspace = manifests.workspace();
        this.processes = new ProcessUnits(manifests);
    }

    List<DeploymentUnit> units(NginxSites sites) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (String file : workspace.files()) {
            boolean ecosystem =
                    FILE.matcher(Paths.name(file)).matches()
                            && workspace.read(file).filter(text -> text.contains("apps") && text.contains("script")).isPresent();
            if (ecosystem && !runsInImage()) {
                unit(file, sites).ifPresent(units::add);
            }
        }
        return units;
    }

    private boolean runsInImage() {
        return workspace.files().stream()
                .filter(file -> Images.isDockerfile(file) || Paths.name(file).matches("(?:docker-)?compose.*\\.ya?ml"))
                .anyMatch(file -> workspace.read(file).filter(text -> text.contains("pm2")).isPresent());
    }

    private Optional<DeploymentUnit> unit(String file, NginxSites sites) {
        String folder = Paths.parent(file);
        Place place = Place.startOf(file);
        String name = manifests.packageIn(folder).flatMap(PackageJson::name).map(Paths::name).orElse(folder.isEmpty() ? "pm2" : Paths.name(folder));
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name, SystemdServices.HOST, place, "pm2");
        processes.fill(draft, new ProcessUnits.Start("pm2 start " + Paths.name(file), place), folder, Map.of());
        draft.setting(SettingName.REPLICAS, Setting.byDefault(1L));
        sites.attach(draft, Map.of());
        DeploymentUnit unit = draft.build();
        return unit.entryPoint() instanceof EntryPoint.Unknown ? Optional.empty() : Optional.of(unit);
    }
}
