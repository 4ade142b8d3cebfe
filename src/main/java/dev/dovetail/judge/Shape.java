package dev.dovetail.judge;

import dev.dovetail.link.Folded;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;

/**
 * A use that is a shape of the code and not the call of an API.
 *
 * @param use the use that the finding points at
 * @param place what exactly it points at
 * @param label what is there, in a few words
 * @param captures values by name
 * @param related further places that belong to it, such as where the state is read
 */
public record Shape(
        ReachedUse use,
        Place place,
        String label,
        Map<String, Folded> captures,
        List<Finding.Step> related) {}
