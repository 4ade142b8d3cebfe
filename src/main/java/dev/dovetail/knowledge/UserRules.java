package dev.dovetail.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that users wrote themselves, in the format of {@code rules/}.
 *
 * <p>They are added to those that are built in, never put in their place: an id has one meaning.
 */
public final class UserRules {

    private UserRules() {}

    /**
     * The built-in knowledge with what a folder adds.
     *
     * @param shown the folder's name in errors, as the user wrote it
     * @throws InvalidRules when anything in the folder is not as the schemas want it
     */
    public static Knowledge load(Path folder, String shown) throws IOException, InvalidRules {
        byte[] builtIn = KnowledgeResource.bytes();
        List<String> errors = new ArrayList<>();
        Map<String, Map<String, Tree.Fields>> own =
                RulesFolder.documents(folder, shown, errors);
        Map<String, Map<String, Tree.Fields>> all = CompiledTrees.read(builtIn);
        own.forEach(
                (kind, documents) ->
                        add(all.computeIfAbsent(kind, key -> new TreeMap<>()), documents, errors));
        // What is left out above would now be missed.
        if (!errors.isEmpty()) {
            throw new InvalidRules(errors);
        }
        Knowledge knowledge =
                KnowledgeReader.read(
                        all, KnowledgeResource.digest(CompiledTrees.write(all)), errors);
        if (!errors.isEmpty()) {
            throw new InvalidRules(errors);
        }
        return knowledge;
    }

    private static void add(
            Map<String, Tree.Fields> all, Map<String, Tree.Fields> own, List<String> errors) {
        for (Map.Entry<String, Tree.Fields> document : new LinkedHashMap<>(own).entrySet()) {
            if (all.putIfAbsent(document.getKey(), document.getValue()) != null) {
                errors.add(
                        document.getValue().where()
                                + ": this id is that of a built-in file; choose another");
            }
        }
    }
}
