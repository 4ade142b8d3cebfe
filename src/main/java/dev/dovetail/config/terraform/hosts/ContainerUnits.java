package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.docker.BuiltImages;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units of containers whose image is built in the workspace. */
final class ContainerUnits {

    private final BuiltImages images;
    private final ImageUnits imageUnits;

    ContainerUnits(Manifests manifests) {
        this.images = new BuiltImages(manifests);
        this.imageUnits = new ImageUnits(manifests);
    }

    /** What a container runs, when it may be of this workspace. */
    Optional<Image> image(Term image) {
        String name = image.pieces();
        if (BuiltImages.isPublic(name)) {
            return Optional.empty();
        }
        return images.of(name).or(images::sole);
    }

    /** The name under which people know a resource: its own, or that of the block. */
    static String name(Resource resource) {
        return resource.attribute("name").text().orElse(resource.name());
    }

    /**
     * The unit of a container; empty when nothing tells what it starts.
     *
     * @param container with {@code command} and {@code args} as Cloud Run and Kubernetes have them
     */
    Optional<DeploymentUnit> unit(
            DeploymentUnit.Draft draft,
            Image image,
            Term container,
            Map<String, Setting> environment,
            boolean environmentKnown) {
        Optional<CommandLine> entrypoint = words(container.get("command"));
        Optional<CommandLine> command = words(container.get("args"));
        Optional<Place> place = container.get("command").or(() -> container.get("args")).map(Term::place);
        imageUnits.fill(
                draft,
                image,
                image.files(),
                entrypoint,
                command,
                container.get("working_dir").flatMap(Term::text),
                environment,
                environmentKnown,
                entrypoint.or(() -> command).flatMap(each -> place));
        DeploymentUnit unit = draft.build();
        boolean code = !(unit.entryPoint() instanceof EntryPoint.Unknown) || !image.languages().isEmpty();
        return code ? Optional.of(unit) : Optional.empty();
    }

    /** A list of words, all of which are known. */
    private static Optional<CommandLine> words(Optional<Term> list) {
        List<Term> elements = list.map(Term::elements).orElse(List.of());
        List<String> words = elements.stream().flatMap(each -> each.text().stream()).toList();
        return words.isEmpty() || words.size() != elements.size()
                ? Optional.empty()
                : Optional.of(new CommandLine.Exec(words));
    }
}
