package dev.dovetail.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of YAML files in the form of {@code rules/}. */
final class RulesFolder {

    /** What is wrong with a folder of rules: a line for each error, {@code file:line: what}. */
    static final class InvalidRules extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidRules(List<String> errors) {
            super(String.join("\n", errors));
        }
    }

    private RulesFolder() {}

    /** All documents by kind and file name, as they stand. */
    static Map<String, Map<String, Tree.Fields>> documents(Path folder, List<String> errors)
            throws IOException {
        Map<String, Map<String, Tree.Fields>> documents = new TreeMap<>();
        for (String kind : KnowledgeReader.KINDS) {
            Map<String, Tree.Fields> ofKind = new TreeMap<>();
            documents.put(kind, ofKind);
            Path inner = folder.resolve(kind);
            if (!Files.isDirectory(inner)) {
                continue;
            }
            for (Path file : yamlFiles(inner)) {
                String name = file.getFileName().toString();
                String shown = "rules/" + kind + "/" + name;
                Tree.Fields document = YamlTree.read(shown, Files.readString(file), errors);
                ofKind.put(name, document);
                String id = name.substring(0, name.length() - ".yaml".length());
                boolean same =
                        document.fields().get("id") instanceof Tree.Text text
                                && text.value().equals(id);
                if (!same) {
                    errors.add(shown + ":1: the id must be the file's name, " + id);
                }
            }
        }
        return documents;
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    static Knowledge read(Path folder) throws IOException, InvalidRules {
        List<String> errors = new ArrayList<>();
        Map<String, Map<String, Tree.Fields>> documents = documents(folder, errors);
        Knowledge knowledge = KnowledgeReader.read(documents, "", errors);
        if (!errors.isEmpty()) {
            throw new InvalidRules(errors);
        }
        return knowledge;
    }
}
