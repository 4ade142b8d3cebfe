package dev.dovetail.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles {@code rules/} into the resource that {@link KnowledgeResource} loads; run by the build. */
public final class KnowledgeCompiler {

    private KnowledgeCompiler() {}

    /**
     * @param arguments the folder of rules, and the file to write
     */
    public static void main(String... arguments) throws IOException {
        Path rules = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        List<String> errors = new ArrayList<>();
        var documents = RulesFolder.documents(rules, "rules", errors);
        // What the schemas refuse is left out, and would only be missed by the rest.
        if (errors.isEmpty()) {
            KnowledgeReader.read(documents, "", errors);
        }
        if (!errors.isEmpty()) {
            throw new IOException("rules/ is wrong:\n" + String.join("\n", errors));
        }
        Files.createDirectories(output.getParent());
        Files.write(output, CompiledTrees.write(documents));
    }
}
