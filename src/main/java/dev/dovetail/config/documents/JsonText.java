package dev.dovetail.config.documents;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.List;
import java.util.Optional;

/** JSON that stands as a text in another document. */
public final class JsonText {

    private JsonText() {}

    /**
     * What a text says; empty when it is no JSON.
     *
     * @param text where several lines of a document are this text, its lines are theirs
     * @param place of the text: the beginning of a file that is all of it, the lines of a heredoc after
     *     the first, or a place that stands for all that is in it
     */
    public static Optional<ConfigNode> parse(String text, Place place) {
        List<ConfigNode> parsed = JsonDocuments.parse(place.file(), text, broken -> {});
        Region region = place.region();
        if (region.equals(Region.FILE_START)) {
            return parsed.stream().findFirst();
        }
        boolean lines = region.endLine() > region.startLine() && text.contains("\n");
        return parsed.stream().findFirst().map(node -> at(node, place, lines));
    }

    private static Place moved(Place inner, Place outer, boolean lines) {
        if (!lines) {
            return outer;
        }
        Region region = inner.region();
        int by = outer.region().startLine();
        return new Place(
                outer.file(),
                new Region(region.startLine() + by, region.startColumn(), region.endLine() + by, region.endColumn()));
    }

    private static ConfigNode at(ConfigNode node, Place outer, boolean lines) {
        Place place = moved(node.place(), outer, lines);
        if (node instanceof ConfigNode.Mapping mapping) {
            return new ConfigNode.Mapping(
                    mapping.entries().stream()
                            .map(each -> new ConfigNode.Entry(each.key(), moved(each.keyPlace(), outer, lines), at(each.value(), outer, lines)))
                            .toList(),
                    mapping.tag(),
                    place);
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            return new ConfigNode.Sequence(
                    sequence.elements().stream().map(each -> at(each, outer, lines)).toList(), sequence.tag(), place);
        }
        ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
        return new ConfigNode.Scalar(scalar.value(), scalar.text(), scalar.tag(), place);
    }
}
