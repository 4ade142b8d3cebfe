package dev.dovetail.config.commands;

import dev.dovetail.workspace.Paths;
import java.util.Optional;

/** Where the files that a command meets come from in the workspace. */
public interface FileView {

    /**
     * The path in the workspace of what becomes {@code path} when the unit is built.
     *
     * @param path absolute, as the command sees it, with no {@code .} or {@code ..}
     * @return empty when it does not come from the workspace; the file need not exist there, for it
     *     may be made by a build
     */
    Optional<String> source(String path);

    /** The folder of the workspace that the unit is built from. */
    String home();

    /** A machine that has a folder of the workspace at {@code root}, and nothing else of it. */
    static FileView of(String root, String folder) {
        return new FileView() {
            @Override
            public Optional<String> source(String path) {
                boolean inside =
                        root.equals("/") || path.equals(root) || path.startsWith(root + "/");
                return inside
                        ? Paths.resolve(folder, path.substring(Math.min(root.length(), path.length())))
                        : Optional.empty();
            }

            @Override
            public String home() {
                return folder;
            }
        };
    }
}
