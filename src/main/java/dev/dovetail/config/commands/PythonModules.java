package dev.dovetail.config.commands;

import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the file of a module by the folders that Python looks into. */
final class PythonModules {

    private PythonModules() {}

    /**
     * The file of a module that lies in the workspace.
     *
     * @param folders that are searched before the working folder and PYTHONPATH
     */
    static Optional<String> file(String module, List<String> folders, Invocation call) {
        State state = call.state();
        Workspace workspace = call.follower().workspace();
        List<String> roots = new ArrayList<>(folders);
        roots.add(".");
        state.text("PYTHONPATH").ifPresent(path -> roots.addAll(List.of(path.split(":"))));
        // Projects of the src layout are installed into the image.
        roots.add("src");
        String path = module.replace('.', '/');
        for (String root : roots) {
            if (root.isEmpty() || root.contains("${")) {
                continue;
            }
            for (String end : List.of(".py", "/__init__.py", "/__main__.py")) {
                Optional<String> file =
                        state.source(root + "/" + path + end).filter(workspace::has);
                if (file.isPresent()) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    /** The file that {@code python -m module} runs. */
    static Optional<String> main(String module, Invocation call) {
        Workspace workspace = call.follower().workspace();
        String path = module.replace('.', '/');
        for (String root : List.of("", "src/")) {
            Optional<String> main =
                    call.state().source(root + path + "/__main__.py").filter(workspace::has);
            if (main.isPresent()) {
                return main;
            }
        }
        return file(module, List.of(), call);
    }

    /** Whether a file binds a name at its top level. */
    static boolean binds(String file, String name, Invocation call) {
        return call.follower()
                .workspace()
                .read(file)
                .filter(
                        text ->
                                text.lines()
                                        .anyMatch(
                                                line ->
                                                        line.matches(
                                                                "(async )?def "
                                                                        + name
                                                                        + "\\(.*|"
                                                                        + name
                                                                        + "\\s*(:[^=]+)?=[^=].*|from .* import .*\\b"
                                                                        + name
                                                                        + "\\b.*")))
                .isPresent();
    }
}
