package dev.dovetail.config.docker;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/**
 * What one COPY or ADD puts into an image.
 *
 * @param sources paths in the context, or absolute ones in the stage they come from; with patterns
 * @param target absolute path in the image
 * @param intoFolder whether {@code target} is surely a folder
 * @param from the stage that they come from; empty for the context
 */
record CopyStep(
        List<String> sources,
        String target,
        boolean intoFolder,
        Optional<ImageFiles> from,
        Place place) {

    CopyStep {
        sources = List.copyOf(sources);
    }
}
