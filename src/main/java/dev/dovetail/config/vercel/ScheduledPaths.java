package dev.dovetail.config.vercel;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import java.util.List;

/** Whether some file of a project serves the path that a schedule calls. */
final class ScheduledPaths {

    private ScheduledPaths() {}

    /** A middleware or proxy may send any path elsewhere. */
    static boolean mayServeAny(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.File file
                && file.convention().endsWith("-middleware");
    }

    /**
     * Whether one of the files may serve a path, in whatever language it is written.
     *
     * @param path such as {@code /api/digest}
     * @param files relative to the project
     */
    static boolean isServed(String path, List<String> files) {
        String[] wanted = path.substring(1).split("/");
        return files.stream().anyMatch(file -> serves(file, wanted));
    }

    private static boolean serves(String file, String[] wanted) {
        int dot = file.lastIndexOf('.');
        String stem = dot > file.lastIndexOf('/') ? file.substring(0, dot) : file;
        String plain =
                stem.replaceFirst("^src/", "")
                        .replaceFirst("^(app|pages)/", "")
                        .replaceAll("\\([^/()]*\\)/", "")
                        .replaceFirst("(^|/)(route|page|index)$", "");
        String[] parts = plain.split("/");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("[...") || parts[i].startsWith("[[...")) {
                return true;
            }
            boolean same =
                    i < wanted.length
                            && (parts[i].equals(wanted[i]) || parts[i].startsWith("["));
            if (!same) {
                return false;
            }
        }
        return parts.length == wanted.length;
    }
}
