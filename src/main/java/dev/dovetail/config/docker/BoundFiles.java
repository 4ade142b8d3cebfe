package dev.dovetail.config.docker;

import dev.dovetail.config.commands.FileView;
import dev.dovetail.workspace.Paths;
import java.util.List;
import java.util.Optional;

/** A file system over which folders of the workspace are mounted. */
record BoundFiles(FileView below, List<Bind> binds) implements FileView {

    /**
     * A folder or file of the workspace in the container.
     *
     * @param source in the workspace
     * @param target absolute in the container
     */
    record Bind(String source, String target) {}

    BoundFiles {
        binds = List.copyOf(binds);
    }

    @Override
    public Optional<String> source(String path) {
        Bind nearest = null;
        for (Bind bind : binds) {
            boolean covers = path.equals(bind.target()) || path.startsWith(bind.target() + "/");
            if (covers && (nearest == null || bind.target().length() > nearest.target().length())) {
                nearest = bind;
            }
        }
        return nearest == null
                ? below.source(path)
                : Paths.resolve(nearest.source(), "./" + path.substring(nearest.target().length()));
    }

    @Override
    public String home() {
        return below.home();
    }
}
