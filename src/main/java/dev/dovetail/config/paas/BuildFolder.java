package dev.dovetail.config.paas;

import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * The folder of the workspace that a platform builds.
 *
 * <p>Platforms read folders from the repository's root. A workspace may be a part of one, and config
 * that lies in a folder is often written as if that were the root; so the folder that can be built
 * is taken.
 */
public final class BuildFolder {

    private static final List<String> BUILDABLE =
            List.of("package.json", "requirements.txt", "pyproject.toml", "Pipfile", "setup.py", "pom.xml",
                    "build.gradle", "build.gradle.kts", "Dockerfile");

    private final Workspace workspace;

    public BuildFolder(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The folder that config means.
     *
     * @param written as config writes it, such as {@code ./backend}; {@code .} when it says nothing
     * @param configFolder the folder of the config
     * @return empty when there is no such folder, or it lies outside
     */
    public Optional<String> of(String written, String configFolder) {
        String relative = written.replaceFirst("^/+", "");
        Optional<String> root = Paths.resolve("", relative).filter(this::exists);
        Optional<String> beside = Paths.resolve(configFolder, relative).filter(this::exists);
        boolean besideAlone =
                beside.filter(this::isBuildable).isPresent()
                        && root.filter(this::isBuildable).isEmpty();
        return besideAlone || root.isEmpty() ? beside : root;
    }

    /** A file that config means: from the folder that is built, the root, or beside the config. */
    public String file(String written, String folder, String configFolder) {
        String relative = written.replaceFirst("^/+", "");
        for (String from : List.of(folder, "", configFolder)) {
            Optional<String> file = Paths.resolve(from, relative).filter(workspace::has);
            if (file.isPresent()) {
                return file.get();
            }
        }
        return relative;
    }

    /** Whether some file lies in a folder. */
    public boolean exists(String folder) {
        return folder.isEmpty() || workspace.hasFolder(folder);
    }

    private boolean isBuildable(String folder) {
        return BUILDABLE.stream()
                .anyMatch(name -> workspace.has(folder.isEmpty() ? name : folder + "/" + name));
    }
}
