package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.FileView;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Compose projects: a unit per service that runs code of the workspace. */
public final class ComposeReader implements ConfigReader {

    private static final String HOST = "docker";
    private static final Pattern MEMORY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([bkmgBKMG]?)[bB]?");
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|us)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s\"']+?(?::(\\d{1,5}))?(/[^\\s\"'|;&]*)?(?=[\\s\"'|;&]|$)");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Images images = new Images(workspace);
        ImageUnits filler = new ImageUnits(new Manifests(workspace, documents));
        List<DeploymentUnit> units = new ArrayList<>();
        for (ComposeProject project : ComposeProject.all(workspace, documents)) {
            List<ComposeService> services = project.services();
            Map<String, Image> built = new HashMap<>();
            for (ComposeService service : services) {
                Optional<Image> image = image(service, images);
                service.text("image").ifPresent(name -> image.ifPresent(each -> built.put(name, each)));
            }
            for (ComposeService service : services) {
                Optional<Image> image =
                        image(service, images)
                                .or(() -> service.text("image").map(built::get));
                if (!isForDevelopment(service)) {
                    new Reading(workspace, service, image, images, filler).unit().ifPresent(units::add);
                }
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<Image> image(ComposeService service, Images images) {
        return service.build()
                .flatMap(
                        build ->
                                build.context()
                                        .flatMap(
                                                context ->
                                                        Paths.resolve(context, build.dockerfile())
                                                                .flatMap(file -> images.at(file, context, build.target(), build.arguments()))));
    }

    /** A service that is started on request for development or tests. */
    private static boolean isForDevelopment(ComposeService service) {
        List<ConfigNode> profiles = service.get("profiles").map(Nodes::elements).orElse(List.of());
        boolean profiled =
                !profiles.isEmpty()
                        && profiles.stream()
                                .flatMap(node -> Nodes.text(node).stream())
                                .allMatch(ComposeProject::isDevelopmentWord);
        return profiled || ComposeProject.isDevelopmentWord(service.name());
    }

    /** One service on its way to a unit. */
    private record Reading(
            Workspace workspace,
            ComposeService service,
            Optional<Image> image,
            Images images,
            ImageUnits filler) {

        Optional<DeploymentUnit> unit() {
            List<BoundFiles.Bind> binds = service.binds();
            boolean bound = image.isEmpty() && !binds.isEmpty();
            if (image.isEmpty() && !bound) {
                return Optional.empty();
            }
            Image runs = image.orElseGet(() -> images.plain(
                    service.text("image").orElse(""), service.folder(), service.get("image").map(ConfigNode::place).orElse(service.place())));
            DeploymentUnit.Draft draft =
                    DeploymentUnit.draft(service.name(), HOST, service.place(), "compose");
            settings(draft);
            volumes(draft);
            Map<String, Setting> environment = new HashMap<>();
            boolean known = environment(environment);
            Optional<CommandLine> entrypoint = service.commandLine("entrypoint");
            Optional<CommandLine> command = service.commandLine("command");
            Optional<Place> place =
                    service.get("command").or(() -> service.get("entrypoint")).map(ConfigNode::place);
            Optional<String> folder = service.text("working_dir");
            FileView files = binds.isEmpty() ? runs.files() : new BoundFiles(runs.files(), binds);
            StartCommand start =
                    filler.fill(draft, runs, files, entrypoint, command, folder, environment, known, place);
            boolean code =
                    !(start.entry() instanceof EntryPoint.Unknown)
                            || image.isPresent() && !runs.languages().isEmpty();
            return code && !runs.isForFunctions() ? Optional.of(draft.build()) : Optional.empty();
        }

        private void settings(DeploymentUnit.Draft draft) {
            draft.setting(
                    SettingName.REPLICAS,
                    service.setting("deploy", "replicas")
                            .or(() -> service.setting("scale"))
                            .map(set -> new Setting(set.value().number()
                                    .<Value>map(number -> new Value.Known(number.longValue())).orElse(set.value()), set.origin(), set.place()))
                            .orElse(Setting.byDefault(1L)));
            service.setting("user").ifPresent(set -> draft.setting(SettingName.USER, set));
            service.setting("read_only").ifPresent(set -> draft.setting(SettingName.READ_ONLY_ROOT, set));
            service.setting("working_dir").ifPresent(set -> draft.setting(SettingName.WORKING_FOLDER, set));
            service.setting("deploy", "resources", "limits", "memory")
                    .or(() -> service.setting("mem_limit"))
                    .ifPresent(set -> draft.setting(SettingName.MEMORY, new Setting(memory(set.value()), set.origin(), set.place())));
            service.setting("deploy", "resources", "limits", "cpus")
                    .or(() -> service.setting("cpus"))
                    .ifPresent(set -> draft.setting(SettingName.CPU, set));
            service.setting("stop_grace_period")
                    .ifPresent(set -> draft.setting(SettingName.GRACE_PERIOD, new Setting(duration(set.value()), set.origin(), set.place())));
            health(draft);
            List<ComposeService.Port> ports = service.ports();
            if (ports.isEmpty()) {
                // A service without ports may be a worker, or stand behind another one.
                draft.triggersUnknown();
                return;
            }
            if (ports.size() == 1) {
                draft.setting(SettingName.PORT, Setting.at(ports.get(0).container(), ports.get(0).place()));
            }
            draft.trigger(
                    Trigger.of(Trigger.Kind.HTTP, ports.get(0).place()));
        }

        private void health(DeploymentUnit.Draft draft) {
            Optional<ConfigNode> test = service.get("healthcheck", "test");
            if (test.isEmpty()) {
                return;
            }
            String text =
                    String.join(" ", Nodes.elements(test.get()).stream().flatMap(each -> service.text(each).stream()).toList());
            Matcher address = ADDRESS.matcher(text);
            if (address.find()) {
                String path = address.group(2) == null ? "/" : address.group(2);
                if (HealthCheck.looksAtStatus(text)) {
                    draft.setting(SettingName.HEALTH_CHECK_PATH, Setting.at(new Value.Known(path), test.get().place()));
                }
                if (address.group(1) != null) {
                    draft.setting(SettingName.PROBE_PORT, Setting.at(new Value.Known(Long.valueOf(address.group(1))), test.get().place()));
                }
            }
        }

        private void volumes(DeploymentUnit.Draft draft) {
            for (ComposeService.Volume volume : service.volumes()) {
                draft.mount(
                        new DeploymentUnit.Mount(
                                new Value.Known(volume.target()), volume.kind(), volume.place()));
            }
        }

        /** Fills in variables; false when more come from where they cannot be read. */
        private boolean environment(Map<String, Setting> environment) {
            boolean known = true;
            for (Optional<String> file : service.envFiles()) {
                Optional<String> text = file.filter(workspace::has).flatMap(workspace::read);
                if (text.isEmpty()) {
                    known = false;
                } else {
                    environment.putAll(EnvFile.read(file.get(), text.get()));
                }
            }
            environment.putAll(service.pairs("environment"));
            return known;
        }
    }

    private static Value memory(Value value) {
        Matcher size = MEMORY.matcher(value.text().orElse(""));
        if (!size.matches()) {
            return new Value.Unknown("it is no size");
        }
        double number = Double.parseDouble(size.group(1));
        double mebibytes =
                switch (size.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> number / 1024;
                    case "m" -> number;
                    case "g" -> number * 1024;
                    default -> number / 1024 / 1024;
                };
        return new Value.Known(Math.round(mebibytes));
    }

    private static Value duration(Value value) {
        Matcher part = DURATION.matcher(value.text().orElse(""));
        long total = 0;
        boolean found = false;
        while (part.find() && part.group(1).length() < 12) {
            found = true;
            long number = Long.parseLong(part.group(1));
            total +=
                    switch (part.group(2)) {
                        case "h" -> number * 3_600_000;
                        case "m" -> number * 60_000;
                        case "s" -> number * 1_000;
                        case "ms" -> number;
                        default -> 0;
                    };
        }
        return found ? new Value.Known(total) : new Value.Unknown("it is no duration");
    }
}
