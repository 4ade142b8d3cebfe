package dev.dovetail.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folders and files that hold no work of the workspace's authors, whether git ignores them or not.
 */
final class SkippedFolders {

    /** Version control, installed packages, caches and build output with names of their own. */
    private static final Set<String> NAMES =
            Set.of(
                    ".git",
                    ".hg",
                    ".svn",
                    "node_modules",
                    "bower_components",
                    "jspm_packages",
                    ".yarn",
                    ".pnpm-store",
                    ".venv",
                    "venv",
                    "virtualenv",
                    "__pycache__",
                    "site-packages",
                    ".tox",
                    ".nox",
                    ".eggs",
                    ".mypy_cache",
                    ".pytest_cache",
                    ".ruff_cache",
                    ".next",
                    ".nuxt",
                    ".svelte-kit",
                    ".parcel-cache",
                    ".turbo",
                    ".serverless",
                    ".aws-sam",
                    ".chalice",
                    ".terraform",
                    ".wrangler",
                    ".netlify",
                    ".gradle",
                    ".idea");

    /** Common words that are build output only beside one of these files. */
    private static final Map<String, List<String>> OUTPUT_BESIDE =
            Map.of(
                    "target",
                    List.of("pom.xml", "build.sbt", "Cargo.toml"),
                    "build",
                    List.of(
                            "build.gradle",
                            "build.gradle.kts",
                            "settings.gradle",
                            "settings.gradle.kts"));

    private SkippedFolders() {}

    /** Whether nothing in a folder of this name is listed, whatever stands beside it. */
    static boolean skips(String name) {
        return NAMES.contains(name);
    }

    /** Whether nothing in {@code folder} is listed. */
    static boolean skips(Path folder, String name) {
        if (skips(name)) {
            return true;
        }
        if (name.equals("output") && folder.getParent() != null) {
            return folder.getParent().endsWith(".vercel");
        }
        List<String> beside = OUTPUT_BESIDE.get(name);
        return beside != null && beside.stream().anyMatch(file -> exists(folder, file));
    }

    /** Whether {@code folder} is a Python virtual environment under a name of its own. */
    static boolean isVirtualEnvironment(Path folder) {
        return Files.exists(folder.resolve("pyvenv.cfg"), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean exists(Path folder, String file) {
        return Files.exists(folder.resolveSibling(file), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a file of this name is written by a minifier. */
    static boolean isMinified(String name) {
        return name.endsWith(".min.js") || name.endsWith(".min.mjs") || name.endsWith(".min.cjs");
    }
}
