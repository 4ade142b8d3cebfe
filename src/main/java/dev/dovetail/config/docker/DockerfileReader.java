package dev.dovetail.config.docker;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a Dockerfile for a unit by itself, unless another unit is built from it.
 *
 * <p>So it is asked after all other readers.
 */
public final class DockerfileReader implements ConfigReader {

    private static final String HOST = "docker";

    private static final Set<String> FOR_DEVELOPMENT =
            Set.of("dev", "devel", "development", "local", "test", "tests", "testing", "ci", "e2e",
                    "debug", "lint", "builder", "base", "devcontainer", "docs", "cypress", "playwright", "bench");

    private final Set<String> deployed;

    /** @param units what other readers found; Dockerfiles on their way are deployed by them */
    public DockerfileReader(List<DeploymentUnit> units) {
        this.deployed =
                units.stream()
                        .filter(unit -> !runsMountedSource(unit))
                        .flatMap(unit -> unit.way().stream())
                        .map(Place::file)
                        .collect(Collectors.toSet());
    }

    /** A unit whose working folder is a mounted one is for development: the image goes elsewhere. */
    private static boolean runsMountedSource(DeploymentUnit unit) {
        Optional<String> folder =
                unit.setting(SettingName.WORKING_FOLDER).flatMap(set -> set.value().text());
        return folder.isPresent()
                && unit.mounts().stream()
                        .filter(mount -> mount.kind().equals("bind"))
                        .anyMatch(mount -> mount.path().text().equals(folder));
    }

    /** Whether a Dockerfile is for development or tests, by its name and folder. */
    static boolean isForDevelopment(String file) {
        for (String part : file.toLowerCase(Locale.ROOT).split("[/.]")) {
            if (FOR_DEVELOPMENT.contains(part)) {
                return true;
            }
        }
        return file.toLowerCase(Locale.ROOT).matches(".*[-_](dev|test|ci)(\\..*)?$");
    }

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Images images = new Images(workspace);
        Manifests manifests = new Manifests(workspace, documents);
        ImageUnits filler = new ImageUnits(manifests);
        List<DeploymentUnit> units = new ArrayList<>();
        for (String file : images.files()) {
            if (!deployed.contains(file) && !isForDevelopment(file)) {
                images.of(file)
                        .flatMap(image -> unit(image, name(image, manifests), filler))
                        .ifPresent(units::add);
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<DeploymentUnit> unit(Image image, String name, ImageUnits filler) {
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(name, HOST, image.from(), "dockerfile");
        StartCommand start =
                filler.fill(
                        draft,
                        image,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty());
        boolean code = !(start.entry() instanceof EntryPoint.Unknown) || !image.languages().isEmpty();
        if (!code || image.files().isEmpty() || image.isForFunctions()) {
            return Optional.empty();
        }
        // docker run starts one container.
        draft.settingIfAbsent(SettingName.REPLICAS, Setting.byDefault(1L));
        if (image.exposed().isEmpty()) {
            draft.triggersUnknown();
        } else {
            draft.trigger(
                    Trigger.of(Trigger.Kind.HTTP, image.exposed().get(0).place().orElse(image.from())));
        }
        return Optional.of(draft.build());
    }

    /** As people would call the image: by what tells it from others there, or by its folder or package. */
    private static String name(Image image, Manifests manifests) {
        String own =
                Paths.name(image.file())
                        .replaceAll("(?i)^(dockerfile|containerfile)\\.?|\\.dockerfile$", "");
        if (!own.isEmpty() && !own.equals("prod") && !own.equals("production")) {
            return own;
        }
        String folder = Paths.name(image.files().home());
        return folder.isEmpty()
                ? manifests.packageIn("").flatMap(PackageJson::name).map(Paths::name).orElse("image")
                : folder;
    }
}
