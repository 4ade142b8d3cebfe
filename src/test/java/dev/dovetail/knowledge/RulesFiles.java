package dev.dovetail.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The files of {@code rules/} as they are written. */
final class RulesFiles {

    static final Path FOLDER = Path.of("rules");

    /**
     * A file.
     *
     * @param kind {@code features}, {@code contracts}, {@code platforms}, {@code frameworks}
     */
    record RulesFile(String kind, Path path, String text, MappingNode root) {
        String id() {
            return path.getFileName().toString().replaceFirst("\\.yaml$", "");
        }
    }

    private RulesFiles() {}

    static List<RulesFile> all() {
        List<RulesFile> files = new ArrayList<>();
        for (String kind : KnowledgeReader.KINDS) {
            try (Stream<Path> paths = Files.list(FOLDER.resolve(kind))) {
                for (Path path : paths.sorted().toList()) {
                    String text = Files.readString(path);
                    List<String> errors = new ArrayList<>();
                    MappingNode root =
                            YamlTree.compose(path.toString(), text, errors)
                                    .orElseThrow(() -> new IllegalStateException(errors.toString()));
                    files.add(new RulesFile(kind, path, text, root));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
