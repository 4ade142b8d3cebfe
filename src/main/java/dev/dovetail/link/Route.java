package dev.dovetail.link;

import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/**
 * A path that a unit's code serves.
 *
 * @param method upper case, or empty for any
 * @param path as the code writes it, unknown parts left out; what routers are mounted under is not
 *     in it
 * @param handlers the functions that serve it
 */
public record Route(
        Optional<String> method, Folded path, List<Entity.Code> handlers, Use use, Place place) {
    public Route {
        handlers = List.copyOf(handlers);
    }
}
