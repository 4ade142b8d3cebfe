package dev.dovetail.config;

import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A folder of files that a test writes and readers of config read. */
public final class TestFolder {

    private final Path root;

    public TestFolder(Path root) {
        this.root = root;
    }

    /** Writes a file; an earlier one of that path is replaced. */
    public TestFolder write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The units that a reader finds. */
    public List<DeploymentUnit> units(ConfigReader reader) {
        return units(manifests -> reader);
    }

    /** The units of a reader that is made of what the workspace holds. */
    public List<DeploymentUnit> units(Function<Manifests, ConfigReader> reader) {
        try {
            Workspace workspace = DirectoryWorkspace.open(root);
            Documents documents = TestDocuments.of(workspace);
            return reader.apply(new Manifests(workspace, documents)).read(workspace, documents).units();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A setting's text, {@code unknown} or {@code none}. */
    public static String setting(DeploymentUnit unit, String name) {
        return text(unit.setting(name));
    }

    /** A variable's text, {@code unknown} or {@code none}. */
    public static String variable(DeploymentUnit unit, String name) {
        return text(Optional.ofNullable(unit.environment().get(name)));
    }

    private static String text(Optional<Setting> setting) {
        return setting.map(set -> set.value().text().orElse("unknown")).orElse("none");
    }

    /** What an entry point starts, in short: {@code server.js}, {@code main.py app}. */
    public static String entry(DeploymentUnit unit) {
        EntryPoint entry = unit.entryPoint();
        if (entry instanceof EntryPoint.Program program) {
            return program.file();
        }
        if (entry instanceof EntryPoint.Application application) {
            return application.file() + " " + application.attribute();
        }
        return entry instanceof EntryPoint.MainClass main ? "main class in " + main.folder() : entry.getClass().getSimpleName();
    }
}
