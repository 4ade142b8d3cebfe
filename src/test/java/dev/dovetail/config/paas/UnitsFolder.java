package dev.dovetail.config.paas;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder of config in a test, and the units that a reader finds in it. */
public final class UnitsFolder {

    private final Path root;
    private final ConfigReader reader;

    public UnitsFolder(Path root, ConfigReader reader) {
        this.root = root;
        this.reader = reader;
    }

    public void write(String path, String text) throws IOException {
        new TestFolder(root).write(path, text);
    }

    public List<DeploymentUnit> units() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        return reader.read(workspace, new WorkspaceDocuments(workspace)).units();
    }

    public List<Notification> notifications() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        WorkspaceDocuments documents = new WorkspaceDocuments(workspace);
        reader.read(workspace, documents);
        return documents.notifications();
    }

    public List<String> names() throws IOException {
        return units().stream().map(DeploymentUnit::name).toList();
    }

    public DeploymentUnit unit(String name) throws IOException {
        Optional<DeploymentUnit> found =
                units().stream().filter(unit -> unit.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new AssertionError("no unit " + name));
    }

    /** The text of a setting; {@code ?} when it is unknown, empty when it is absent. */
    public static String setting(DeploymentUnit unit, String name) {
        return unit.setting(name).map(set -> set.value().text().orElse("?")).orElse("");
    }

    /** Likewise of a variable. */
    public static String variable(DeploymentUnit unit, String name) {
        return Optional.ofNullable(unit.environment().get(name))
                .map(set -> set.value().text().orElse("?"))
                .orElse("");
    }

    /** The file that a unit starts at; empty when that is unknown. */
    public static String file(DeploymentUnit unit) {
        if (unit.entryPoint() instanceof EntryPoint.Program program) {
            return program.file();
        }
        return unit.entryPoint() instanceof EntryPoint.Application application
                ? application.file()
                : "";
    }

    public static List<Trigger.Kind> triggers(DeploymentUnit unit) {
        return unit.triggers().stream().map(Trigger::kind).toList();
    }
}
