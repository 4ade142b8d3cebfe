package dev.dovetail.config.docker;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.FileView;
import dev.dovetail.config.commands.StartCommand;
import dev.dovetail.config.commands.StartCommands;
import dev.dovetail.config.commands.Surroundings;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what an image says into the unit that runs it. */
public final class ImageUnits {

    private final StartCommands commands;

    public ImageUnits(Manifests manifests) {
        this.commands = new StartCommands(manifests);
    }

    /**
     * Fills a draft as below, with the image's own files and folder, on a platform on which variables
     * may be set elsewhere too.
     */
    public StartCommand fill(
            DeploymentUnit.Draft draft,
            Image image,
            Optional<? extends CommandLine> entrypoint,
            Optional<? extends CommandLine> command,
            Map<String, Setting> environment,
            Optional<Place> place) {
        return fill(
                draft,
                image,
                image.files(),
                entrypoint.map(each -> each),
                command.map(each -> each),
                Optional.empty(),
                environment,
                false,
                place);
    }

    /**
     * Fills a draft with the image's start, settings, environment and mounts. What the draft has
     * already stays, for it is config's own.
     *
     * @param files the image's own, or with folders mounted over them
     * @param entrypoint what config says instead of the image's, if it does
     * @param command likewise
     * @param folder working folder that config sets, if it does
     * @param environment variables that config sets; they win over the image's
     * @param environmentKnown whether these are all
     * @param place where config says what is started, or the image's own line
     * @return what the container starts
     */
    public StartCommand fill(
            DeploymentUnit.Draft draft,
            Image image,
            FileView files,
            Optional<CommandLine> entrypoint,
            Optional<CommandLine> command,
            Optional<String> folder,
            Map<String, Setting> environment,
            boolean environmentKnown,
            Optional<Place> place) {
        Map<String, Setting> variables = new HashMap<>(image.environment());
        variables.putAll(environment);
        Place line = place.orElse(image.commandPlace());
        Surroundings around =
                new Surroundings(
                        files,
                        folder.orElse(image.workingFolder()),
                        variables,
                        environmentKnown,
                        line);
        Optional<CommandLine> started = Images.started(image, entrypoint, command);
        StartCommand start =
                started.map(each -> commands.read(each, around))
                        .orElseGet(
                                () ->
                                        new StartCommand(
                                                new EntryPoint.Unknown(
                                                        "its base image says what it starts", line),
                                                Map.of(),
                                                variables,
                                                environmentKnown,
                                                List.of()));
        draft.folder(image.files().home())
                .packaged(image.files())
                .entryPoint(start.entry())
                .settings(start.settings())
                .settings(image.settings())
                .environment(start.environment());
        if (!environmentKnown) {
            draft.environmentUnknown();
        }
        image.mounts().forEach(draft::mount);
        if (place.isPresent() && !image.from().equals(line)) {
            draft.by(image.from());
        }
        draft.by(line);
        start.way().stream().filter(step -> !step.equals(line)).forEach(draft::by);
        return start;
    }
}
