package dev.dovetail.config.kubernetes.kustomize;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.docker.EnvFile;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ConfigMaps and Secrets that a kustomization makes of literals and files. */
final class Generators {

    private Generators() {}

    /** The objects with those that are made, or with what is made merged into them. */
    static List<ConfigNode> apply(
            Workspace workspace, String folder, ConfigNode kustomization, List<ConfigNode> objects) {
        List<ConfigNode> all = new ArrayList<>(objects);
        for (String kind : List.of("ConfigMap", "Secret")) {
            String key = kind.equals("Secret") ? "secretGenerator" : "configMapGenerator";
            for (ConfigNode generator : Edits.elements(kustomization.get(key))) {
                add(kind, generator, data(workspace, folder, generator), all);
            }
        }
        return all;
    }

    private static void add(String kind, ConfigNode generator, List<ConfigNode.Entry> data, List<ConfigNode> all) {
        Optional<ConfigNode> name = generator.get("name");
        if (name.isEmpty()) {
            return;
        }
        String behavior = Nodes.text(generator, "behavior").orElse("create");
        ConfigNode.Mapping values = new ConfigNode.Mapping(data, "", generator.place());
        String field = kind.equals("Secret") ? "stringData" : "data";
        for (int i = 0; i < all.size() && !behavior.equals("create"); i++) {
            ConfigNode object = all.get(i);
            boolean same =
                    Nodes.text(object, "kind").filter(kind::equals).isPresent()
                            && Nodes.text(object, "metadata", "name").equals(Nodes.text(name.get()));
            if (same) {
                ConfigNode before = object.get(field).orElse(new ConfigNode.Mapping(List.of(), "", object.place()));
                ConfigNode after = behavior.equals("merge") ? StrategicMerge.merge(before, values).orElse(values) : values;
                all.set(i, Edits.set(object, List.of(field), after));
                return;
            }
        }
        ConfigNode made = new ConfigNode.Mapping(List.of(), "", generator.place());
        made = Edits.set(made, List.of("apiVersion"), Edits.text("v1", generator.place()));
        made = Edits.set(made, List.of("kind"), Edits.text(kind, generator.place()));
        made = Edits.set(made, List.of("metadata", "name"), name.get());
        all.add(Edits.set(made, List.of(field), values));
    }

    private static List<ConfigNode.Entry> data(Workspace workspace, String folder, ConfigNode generator) {
        List<ConfigNode.Entry> entries = new ArrayList<>();
        List<ConfigNode> envs = new ArrayList<>(Edits.elements(generator.get("envs")));
        generator.get("env").ifPresent(envs::add);
        for (ConfigNode env : envs) {
            Nodes.text(env)
                    .flatMap(path -> Paths.resolve(folder, path))
                    .ifPresent(
                            file ->
                                    EnvFile.read(file, workspace.read(file).orElse(""))
                                            .forEach((key, set) -> set.place().ifPresent(place -> entries.add(
                                                    new ConfigNode.Entry(key, place, Edits.text(set.value().text().orElse("${" + key + "}"), place))))));
        }
        for (ConfigNode literal : Edits.elements(generator.get("literals"))) {
            String text = Nodes.text(literal).orElse("");
            int equals = text.indexOf('=');
            if (equals > 0) {
                String value = text.substring(equals + 1).replaceAll("^([\"'])(.*)\\1$", "$2");
                entries.add(new ConfigNode.Entry(text.substring(0, equals), literal.place(), Edits.text(value, literal.place())));
            }
        }
        for (ConfigNode file : Edits.elements(generator.get("files"))) {
            String text = Nodes.text(file).orElse("");
            int equals = text.indexOf('=');
            String key = equals > 0 ? text.substring(0, equals) : Paths.name(text);
            String path = text.substring(equals + 1);
            String content = Paths.resolve(folder, path).flatMap(workspace::read).orElse("${" + key + "}");
            entries.add(new ConfigNode.Entry(key, file.place(), Edits.text(content, file.place())));
        }
        return entries;
    }
}
