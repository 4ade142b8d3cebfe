package dev.dovetail.engine;

import dev.dovetail.workspace.Paths;
import java.util.Locale;
import java.util.Set;

/** Tells source that runs from tests, stories and the like, by the names that people give them. */
final class OwnSource {

    private static final Set<String> FOLDERS =
            Set.of(
                    "__mocks__",
                    "__tests__",
                    "cypress",
                    "e2e",
                    "fixtures",
                    "spec",
                    "specs",
                    "stories",
                    "test",
                    "tests");

    private OwnSource() {}

    /** Whether a file is part of what is deployed, as far as its name tells. */
    static boolean is(String file) {
        String path = file.toLowerCase(Locale.ROOT);
        for (String folder : Paths.parent(path).split("/")) {
            if (FOLDERS.contains(folder)) {
                return false;
            }
        }
        String name = Paths.name(path);
        return !name.matches(".*\\.(test|spec|stories|e2e|d)\\.[cm]?[jt]sx?")
                && !name.matches("(test_.*|.*_test|conftest)\\.py")
                && !name.matches(".*\\.config\\.[cm]?[jt]s");
    }
}
