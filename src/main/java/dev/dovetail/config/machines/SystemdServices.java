package dev.dovetail.config.machines;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.FileView;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.commands.StartCommands;
import dev.dovetail.config.commands.Surroundings;
import dev.dovetail.config.docker.EnvFile;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services of systemd whose unit files lie in the workspace: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html. */
final class SystemdServices {

    static final String HOST = "virtual-machine";

    private static final Pattern ASSIGNMENT = Pattern.compile("\"([A-Za-z_]\\w*)=([^\"]*)\"|'([A-Za-z_]\\w*)=([^']*)'|([A-Za-z_]\\w*)=(\\S*)");

    private final Workspace workspace;
    private final StartCommands commands;
    private final MachineFiles files;

    SystemdServices(Manifests manifests) {
        this.workspace = manifests.workspace();
        this.commands = new StartCommands(manifests);
        this.files = new MachineFiles(workspace);
    }

    List<DeploymentUnit> units(NginxSites sites) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (String file : workspace.files()) {
            if (file.endsWith(".service") || file.endsWith(".service.template")) {
                workspace.read(file).map(text -> UnitFile.of(file, text)).flatMap(unit -> unit(unit, sites)).ifPresent(units::add);
            }
        }
        return units;
    }

    private Optional<DeploymentUnit> unit(UnitFile unit, NginxSites sites) {
        Optional<UnitFile.Line> start = unit.last("Service", "ExecStart").filter(line -> !line.value().isEmpty());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        // Marks before the program: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines
        String command = start.get().value().replaceFirst("^[@:+!-]+", "");
        if (command.matches("(?:\\S*/)?(?:docker|docker-compose|podman|kubectl|nginx|caddy)\\b.*")) {
            return Optional.empty();
        }
        String folder = unit.last("Service", "WorkingDirectory").map(UnitFile.Line::value).map(text -> text.replaceFirst("^-", "")).filter(text -> text.startsWith("/")).orElse("/");
        FileView view = files.of(folder, List.of(command.split("\\s+")));
        Map<String, Setting> environment = new HashMap<>();
        boolean known = environment(unit, environment);
        StartCommand started =
                commands.read(
                        new CommandLine.Words(command.replaceAll("%[a-zA-Z]", "instance")),
                        new Surroundings(view, folder, environment, known, start.get().place()));
        if (started.entry() instanceof EntryPoint.Unknown) {
            return Optional.empty();
        }
        String name = Paths.name(unit.file()).replaceFirst("@?\\.service.*$", "");
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name, HOST, start.get().place(), "systemd");
        draft.setting(SettingName.REPLICAS, Setting.byDefault(1L));
        settings(unit, draft);
        mounts(unit, draft);
        draft.folder(view.home())
                .entryPoint(started.entry())
                .settings(started.settings())
                .environment(started.environment());
        if (!known) {
            draft.environmentUnknown();
        }
        started.way().forEach(draft::by);
        String timer = unit.file().replaceFirst("\\.service$", ".timer");
        if (workspace.has(timer)) {
            draft.trigger(Trigger.of(Trigger.Kind.SCHEDULE, Place.startOf(timer)));
        } else {
            sites.attach(draft, started.environment());
        }
        return Optional.of(draft.build());
    }

    private static void settings(UnitFile unit, DeploymentUnit.Draft draft) {
        unit.last("Service", "User").ifPresent(line -> draft.setting(SettingName.USER, Setting.at(new Value.Known(line.value()), line.place())));
        unit.last("Service", "ProtectSystem")
                .filter(line -> line.value().equals("strict"))
                .ifPresent(line -> draft.setting(SettingName.READ_ONLY_ROOT, Setting.at(new Value.Known(true), line.place())));
        unit.last("Service", "MemoryMax")
                .or(() -> unit.last("Service", "MemoryLimit"))
                .filter(line -> line.value().matches("\\d{1,6}[MG]"))
                .ifPresent(
                        line -> {
                            long number = Long.parseLong(line.value().substring(0, line.value().length() - 1));
                            draft.setting(SettingName.MEMORY, Setting.at(new Value.Known(line.value().endsWith("G") ? number * 1024 : number), line.place()));
                        });
        unit.last("Service", "TimeoutStopSec")
                .filter(line -> line.value().matches("\\d{1,6}s?"))
                .ifPresent(line -> draft.setting(SettingName.GRACE_PERIOD, Setting.at(new Value.Known(Long.parseLong(line.value().replace("s", "")) * 1000), line.place())));
    }

    /** Folders that stay writable: https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadWritePaths= */
    private static void mounts(UnitFile unit, DeploymentUnit.Draft draft) {
        for (String key : List.of("ReadWritePaths", "StateDirectory", "CacheDirectory", "LogsDirectory")) {
            String before =
                    switch (key) {
                        case "StateDirectory" -> "/var/lib/";
                        case "CacheDirectory" -> "/var/cache/";
                        case "LogsDirectory" -> "/var/log/";
                        default -> "";
                    };
            for (UnitFile.Line line : unit.all("Service", key)) {
                for (String path : line.value().split("\\s+")) {
                    if (!path.isEmpty()) {
                        draft.mount(new DeploymentUnit.Mount(new Value.Known(before + path.replaceFirst("^[-+]+", "")), "disk", line.place()));
                    }
                }
            }
        }
    }

    /** Fills in variables; false when more come from a file that is not here. */
    private boolean environment(UnitFile unit, Map<String, Setting> environment) {
        boolean known = unit.all("Service", "PassEnvironment").isEmpty();
        for (UnitFile.Line line : unit.all("Service", "EnvironmentFile")) {
            // Files on the machine; those of the repository seldom are the same.
            known &= line.value().isEmpty();
            Optional<String> file = Paths.resolve("", Paths.name(line.value().replaceFirst("^-", ""))).filter(workspace::has);
            file.ifPresent(each -> workspace.read(each).ifPresent(text -> environment.putAll(EnvFile.read(each, text))));
        }
        for (UnitFile.Line line : unit.all("Service", "Environment")) {
            Matcher each = ASSIGNMENT.matcher(line.value());
            while (each.find()) {
                int group = each.group(1) != null ? 1 : each.group(3) != null ? 3 : 5;
                Value value = each.group(group + 1).contains("%") ? new Value.Unknown("systemd fills it in") : new Value.Known(each.group(group + 1));
                environment.put(each.group(group), Setting.at(value, line.place()));
            }
        }
        return known;
    }
}
