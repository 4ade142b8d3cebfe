package dev.dovetail.lsp.answers;

import dev.dovetail.workspace.Paths;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a file's language writes a comment that fills a line. */
final class CommentSyntax {

    private static final Set<String> SLASHES =
            Set.of(
                    "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "java", "kt", "kts",
                    "groovy", "gradle", "jsonc", "json5", "bicep");

    private static final Set<String> HASHES =
            Set.of(
                    "py", "yml", "yaml", "toml", "tf", "tfvars", "hcl", "properties", "sh", "env",
                    "conf", "ini", "cfg", "dockerfile");

    /** Files without an extension that says it. */
    private static final Map<String, String> NAMES =
            Map.of("Dockerfile", "# ", "Containerfile", "# ", "Procfile", "# ", "Makefile", "# ");

    private CommentSyntax() {}

    /** A line of comment; empty for languages without comments, such as JSON. */
    static Optional<String> line(String file, String text) {
        String name = Paths.name(file);
        String extension = Paths.extension(file);
        if (SLASHES.contains(extension)) {
            return Optional.of("// " + text);
        }
        if (HASHES.contains(extension) || name.startsWith("Dockerfile.")) {
            return Optional.of("# " + text);
        }
        if (extension.equals("xml")) {
            return Optional.of("<!-- " + text + " -->");
        }
        return Optional.ofNullable(NAMES.get(name)).map(sign -> sign + text);
    }
}
