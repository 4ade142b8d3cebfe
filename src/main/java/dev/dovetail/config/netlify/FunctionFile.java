package dev.dovetail.config.netlify;

import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A file that Netlify makes a function of.
 *
 * @param name by which it is called
 * @param path in the workspace
 * @see <a href="https://docs.netlify.com/build/functions/get-started">where functions lie</a>
 */
record FunctionFile(String name, String path) {

    /** How functions are called that answer a web platform's Request. */
    static final String CONVENTION = "netlify-function";

    /** How functions are called in the form of AWS Lambda's. */
    private static final String OLD_CONVENTION = "netlify-handler";

    private static final List<String> EXTENSIONS = List.of("js", "mjs", "cjs", "ts", "mts", "cts", "jsx", "tsx");
    private static final Pattern DEFAULT =
            Pattern.compile("\\bexport\\s+default\\b|\\bas\\s+default\\b|\\b(module\\.)?exports\\.default\\s*=|export\\s*\\{\\s*default\\b");
    private static final Pattern NO_FUNCTION = Pattern.compile(".*(\\.d|\\.test|\\.spec|\\.config|\\.stories)$");

    /**
     * The functions of a folder by name: its files, and its folders that hold a file of their own name or
     * an index.
     */
    static Map<String, FunctionFile> in(Workspace workspace, String folder) {
        Map<String, FunctionFile> found = new TreeMap<>();
        for (String path : workspace.filesUnder(folder)) {
            String relative = folder.isEmpty() ? path : path.substring(folder.length() + 1);
            if (!EXTENSIONS.contains(Paths.extension(relative))) {
                continue;
            }
            String stem = Paths.withoutExtension(relative);
            name(stem).filter(name -> !NO_FUNCTION.matcher(stem).matches()).ifPresent(name -> found.merge(name, new FunctionFile(name, path), FunctionFile::first));
        }
        return found;
    }

    private static Optional<String> name(String stem) {
        int slash = stem.indexOf('/');
        if (slash < 0) {
            return Optional.of(stem);
        }
        String folder = stem.substring(0, slash);
        String within = stem.substring(slash + 1);
        return within.equals("index") || within.equals(folder) ? Optional.of(folder) : Optional.empty();
    }

    /** Of several files of one name, JavaScript wins over TypeScript. */
    private static FunctionFile first(FunctionFile one, FunctionFile other) {
        return EXTENSIONS.indexOf(Paths.extension(one.path)) <= EXTENSIONS.indexOf(Paths.extension(other.path)) ? one : other;
    }

    /** Which of the two forms of functions it is, a key of {@code conventions}. */
    String convention(Workspace workspace) {
        return workspace.read(path).filter(DEFAULT.asPredicate()).isPresent() ? CONVENTION : OLD_CONVENTION;
    }

    /** Whether its name makes it a background function. */
    boolean isBackground() {
        return name.endsWith("-background");
    }
}
