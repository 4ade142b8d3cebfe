package dev.dovetail.config.machines;

import dev.dovetail.config.commands.FileView;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the repository lies on a machine, told by the absolute paths that config names: of {@code
 * /opt/shop/backend}, {@code backend} is a folder here, so that {@code /opt/shop} is the root.
 */
final class MachineFiles {

    private final Workspace workspace;

    MachineFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The machine's files as far as they are of the workspace.
     *
     * @param folder absolute path that the program starts in
     * @param words of the command, which may name a file with its whole path
     */
    FileView of(String folder, List<String> words) {
        for (String word : words) {
            Optional<FileView> told = word.startsWith("/") ? root(word, true) : Optional.empty();
            if (told.isPresent()) {
                return told.get();
            }
        }
        return root(folder, false).orElse(FileView.of(folder, ""));
    }

    /** The longest end of a path that is a file or folder here gives the root. */
    private Optional<FileView> root(String path, boolean file) {
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.removeIf(String::isEmpty);
        for (int from = 0; from < parts.size(); from++) {
            String end = String.join("/", parts.subList(from, parts.size()));
            boolean there = file ? workspace.has(end) : workspace.hasFolder(end);
            if (there && Paths.resolve("", end).filter(end::equals).isPresent()) {
                String root = "/" + String.join("/", parts.subList(0, from));
                return Optional.of(FileView.of(root.equals("/") ? "/" : root, ""));
            }
        }
        return Optional.empty();
    }
}
