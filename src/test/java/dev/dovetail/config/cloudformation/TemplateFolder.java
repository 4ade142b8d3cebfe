package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestDocuments;
import dev.dovetail.config.Trigger;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A folder with templates in it, and what the reader makes of them. */
record TemplateFolder(Path folder) {

    TemplateFolder with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A template whose resources, indented by two, are these. */
    TemplateFolder resources(String resources) {
        return with("template.yaml", "Resources:\n" + resources.indent(2));
    }

    ConfigReader.Result read() {
        try {
            DirectoryWorkspace workspace = DirectoryWorkspace.open(folder);
            return new CloudFormationReader().read(workspace, TestDocuments.of(workspace));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<DeploymentUnit> units() {
        return read().units();
    }

    DeploymentUnit unit(String name) {
        return units().stream().filter(unit -> unit.name().equals(name)).findFirst().orElseThrow();
    }

    /** The triggers of a unit, a word or two each. */
    List<String> triggers(String name) {
        return unit(name).triggers().stream().map(TemplateFolder::words).toList();
    }

    private static String words(Trigger trigger) {
        StringBuilder words =
                new StringBuilder(trigger.kind().name().toLowerCase(Locale.ROOT));
        trigger.method().ifPresent(method -> words.append(' ').append(method));
        trigger.path().ifPresent(path -> words.append(' ').append(path));
        trigger.hops().forEach(hop -> words.append(' ').append(hop.platform()));
        trigger.hops().forEach(hop -> new TreeMap<>(hop.settings()).forEach(
                (key, setting) ->
                        words.append(' ').append(key).append('=')
                                .append(setting.value().text().orElse("?"))));
        new TreeMap<>(trigger.settings())
                .forEach(
                        (key, setting) ->
                                words.append(' ').append(key).append('=')
                                        .append(setting.value().text().orElse("?")));
        return words.toString();
    }

    /** The intrinsics of a template. */
    Intrinsics intrinsics(String template) {
        ConfigNode root = document(template);
        return new Intrinsics(
                root, new Parameters(root.get("Parameters"), Map.of()), OuterVariables.NONE);
    }

    ConfigNode document(String text) {
        with("document.yaml", text);
        try {
            return TestDocuments.of(DirectoryWorkspace.open(folder))
                    .read("document.yaml")
                    .get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
