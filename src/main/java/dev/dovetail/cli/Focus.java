package dev.dovetail.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Files that the user names, as paths of the workspace. */
final class Focus {

    private Focus() {}

    /**
     * The path of {@code given} within {@code root}. The file need not exist: commit hooks also
     * name those that were deleted.
     *
     * @param given relative to the current folder, or absolute
     * @param root without links
     * @throws UsageException when it lies outside
     */
    static String path(String given, Path root, Console console) {
        Path file = Options.path(given, console).toAbsolutePath().normalize();
        Path inside = file.startsWith(root) ? file : withoutLinks(file, console);
        if (!inside.startsWith(root) || inside.equals(root)) {
            throw new UsageException(
                    "'%s' is no file of the folder that is checked.".formatted(given));
        }
        return root.relativize(inside).toString().replace('\\', '/');
    }

    private static Path withoutLinks(Path file, Console console) {
        Path folder = file.getParent();
        try {
            return folder == null ? file : console.disk().real(folder).resolve(file.getFileName());
        } catch (IOException e) {
            return file;
        }
    }
}
