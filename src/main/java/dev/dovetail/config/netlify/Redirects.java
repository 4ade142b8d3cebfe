package dev.dovetail.config.netlify;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The redirects of a netlify.toml that lead to functions. */
final class Redirects {

    /** Where functions are found that are given no path of their own. */
    static final String PREFIX = "/.netlify/functions/";

    /**
     * One redirect.
     *
     * @param function the name that it leads to
     * @param place where config names it
     */
    record ToFunction(String from, String function, Place place) {}

    private final List<ToFunction> toFunctions = new ArrayList<>();

    Redirects(Optional<ConfigNode> document) {
        for (ConfigNode redirect : document.flatMap(toml -> toml.get("redirects")).map(Nodes::elements).orElse(List.of())) {
            Optional<ConfigNode> target = redirect.get("to");
            Optional<String> to = target.flatMap(Nodes::text).filter(path -> path.startsWith(PREFIX));
            if (to.isPresent()) {
                String function = to.get().substring(PREFIX.length()).replaceFirst("[/?#].*$", "");
                if (!function.isEmpty() && !function.startsWith(":")) {
                    toFunctions.add(new ToFunction(Nodes.text(redirect, "from").orElse(""), function, target.get().place()));
                }
            }
        }
    }

    List<ToFunction> toFunctions() {
        return List.copyOf(toFunctions);
    }
}
