package dev.dovetail.config.kubernetes;

import dev.dovetail.config.docker.BuiltImages;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The images of containers, as far as the workspace builds them. */
final class Bindings {

    private final BuiltImages built;
    private final Map<String, Optional<Image>> images = new HashMap<>();
    private final Set<String> ownRegistries = new HashSet<>();

    Bindings(Manifests manifests, List<Deployed> deployed) {
        this.built = new BuiltImages(manifests);
        TreeSet<String> unexplained = new TreeSet<>();
        for (Deployed each : deployed) {
            boolean bound = images.computeIfAbsent(each.image(), built::of).isPresent();
            if (!bound && !BuiltImages.isPublic(each.image())) {
                unexplained.add(BuiltImages.repository(each.image()));
            }
        }
        boolean noneBound = images.values().stream().allMatch(Optional::isEmpty);
        Optional<Image> sole = unexplained.size() == 1 && noneBound ? built.sole() : Optional.empty();
        if (sole.isPresent()) {
            images.replaceAll((name, image) -> BuiltImages.isPublic(name) ? image : sole);
        }
        images.forEach((name, image) -> image.ifPresent(each -> ownRegistries.add(Paths.parent(BuiltImages.repository(name)))));
    }

    Optional<Image> image(Deployed deployed) {
        return images.getOrDefault(deployed.image(), Optional.empty());
    }

    /**
     * Whether a container runs code of the workspace, or may: nothing says what builds its image, but it
     * stands in a registry with others that the workspace builds.
     */
    boolean runsOwnCode(Deployed deployed) {
        Optional<Image> image = image(deployed);
        if (image.isPresent()) {
            return !image.get().isForFunctions() && !image.get().files().isEmpty();
        }
        String name = deployed.image();
        String registry = Paths.parent(BuiltImages.repository(name));
        return !registry.isEmpty() && ownRegistries.contains(registry) && !BuiltImages.isPublic(name);
    }
}
