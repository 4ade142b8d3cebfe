package dev.dovetail.config.vercel;

import java.util.Optional;

/**
 * A file that Vercel makes a function of.
 *
 * @param path relative to the project
 * @param convention how it is called, a key of {@code conventions} in {@code rules/frameworks}
 * @param route the path it serves; empty when it is not one path
 */
record FunctionFile(String path, String convention, Optional<String> route) {

    private static final String[] SOURCE = {".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".jsx", ".tsx"};

    /** The function that a file of a project is by where it lies, if it is one. */
    static Optional<FunctionFile> of(String path, boolean next) {
        boolean python = path.endsWith(".py") && !next && path.startsWith("api/");
        if (!python && !isSource(path)) {
            return Optional.empty();
        }
        String stem = path.substring(0, path.lastIndexOf('.'));
        String inSource = stem.startsWith("src/") ? stem.substring(4) : stem;
        if (next) {
            if (inSource.startsWith("pages/api/")) {
                return Optional.of(
                        new FunctionFile(path, "nextjs-api", route(inSource.substring(5))));
            }
            if (inSource.startsWith("app/") && inSource.endsWith("/route")) {
                String folder = inSource.substring(3, inSource.length() - "/route".length());
                return Optional.of(
                        new FunctionFile(path, "nextjs-route", route(withoutGroups(folder))));
            }
            if (inSource.equals("middleware") || inSource.equals("proxy")) {
                return Optional.of(
                        new FunctionFile(path, "nextjs-middleware", Optional.empty()));
            }
            return Optional.empty();
        }
        boolean hidden = path.contains("/_") || path.contains("/.") || path.contains("node_modules/");
        if (path.startsWith("api/") && !hidden) {
            return Optional.of(new FunctionFile(path, "vercel-function", route(stem)));
        }
        return stem.equals("middleware")
                ? Optional.of(new FunctionFile(path, "vercel-middleware", Optional.empty()))
                : Optional.empty();
    }

    boolean isMiddleware() {
        return convention.endsWith("-middleware");
    }

    private static boolean isSource(String path) {
        if (path.contains(".d.") || path.contains(".test.") || path.contains(".spec.")) {
            return false;
        }
        for (String extension : SOURCE) {
            if (path.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> route(String stem) {
        String path = stem.startsWith("/") ? stem : "/" + stem;
        if (path.endsWith("/index")) {
            path = path.substring(0, path.length() - "/index".length());
        }
        return path.contains("[") ? Optional.empty() : Optional.of(path);
    }

    /** Folders in parentheses order the files of an app and are no part of the path. */
    private static String withoutGroups(String folder) {
        StringBuilder path = new StringBuilder();
        for (String part : folder.split("/")) {
            if (!part.isEmpty() && !(part.startsWith("(") && part.endsWith(")"))) {
                path.append('/').append(part);
            }
        }
        return path.toString();
    }
}
