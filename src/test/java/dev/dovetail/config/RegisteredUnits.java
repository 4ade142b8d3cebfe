package dev.dovetail.config;

import dev.dovetail.engine.Analysis;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Units of a folder whose config lies in source: what readers find with the summaries of source at hand. */
public final class RegisteredUnits {

    private final Path root;

    public RegisteredUnits(Path root) {
        this.root = root;
    }

    public void write(String path, String text) throws IOException {
        new TestFolder(root).write(path, text);
    }

    public List<DeploymentUnit> units() throws IOException {
        Analysis analysis = new Analysis(DirectoryWorkspace.open(root), KnowledgeResource.load(), 1);
        return analysis.link(Optional.empty()).stream().map(LinkedUnit::unit).toList();
    }

    public List<String> names() throws IOException {
        return units().stream().map(DeploymentUnit::name).toList();
    }

    public DeploymentUnit unit(String name) throws IOException {
        return units().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no unit " + name));
    }
}
