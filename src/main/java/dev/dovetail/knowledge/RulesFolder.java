package dev.dovetail.knowledge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;

/** A folder of YAML files in the form of {@code rules/}, held against its schemas. */
final class RulesFolder {

    private static final String SUFFIX = ".yaml";

    /** Bytes of a file; the largest of ours has a twentieth of it. */
    private static final long LARGEST_FILE = 1 << 20;

    private final Path folder;
    private final String shown;
    private final List<String> errors;
    private final RulesSchema schema = new RulesSchema();

    private RulesFolder(Path folder, String shown, List<String> errors) {
        this.folder = folder;
        this.shown = shown;
        this.errors = errors;
    }

    /**
     * All documents by kind and file name, as they stand.
     *
     * @param shown the folder's name in errors
     * @param errors what is wrong, a line for each: {@code file:line:column: what}
     */
    static Map<String, Map<String, Tree.Fields>> documents(
            Path folder, String shown, List<String> errors) throws IOException {
        RulesFolder reader = new RulesFolder(folder, shown, errors);
        Map<String, Map<String, Tree.Fields>> documents = new TreeMap<>();
        for (String kind : KnowledgeReader.KINDS) {
            documents.put(kind, reader.ofKind(kind));
        }
        return documents;
    }

    private Map<String, Tree.Fields> ofKind(String kind) throws IOException {
        Map<String, Tree.Fields> documents = new TreeMap<>();
        Path inner = folder.resolve(kind);
        if (Files.isDirectory(inner)) {
            for (Path file : yamlFiles(inner)) {
                String name = file.getFileName().toString();
                document(kind, name, file).ifPresent(tree -> documents.put(name, tree));
            }
        }
        return documents;
    }

    private Optional<Tree.Fields> document(String kind, String name, Path file)
            throws IOException {
        String where = shown + "/" + kind + "/" + name;
        Optional<String> text = text(file, where);
        Optional<MappingNode> root =
                text.flatMap(content -> YamlTree.compose(where, content, errors));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>(schema.errors(kind, where, root.get()));
        Tree.Fields document = YamlTree.of(where, root.get(), found);
        String id = name.substring(0, name.length() - SUFFIX.length());
        boolean same =
                document.fields().get("id") instanceof Tree.Text written
                        && written.value().equals(id);
        if (!same) {
            found.add(where + ":1:1: the id must be the file's name, " + id);
        }
        errors.addAll(found);
        // What a schema refuses would only be refused again, in other words.
        return found.isEmpty() ? Optional.of(document) : Optional.empty();
    }

    private Optional<String> text(Path file, String where) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            errors.add(where + ":1:1: this is larger than 1 MiB");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            errors.add(where + ":1:1: this is not UTF-8");
            return Optional.empty();
        }
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }
}
