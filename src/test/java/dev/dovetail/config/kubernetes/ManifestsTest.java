package dev.dovetail.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestDocuments;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.paas.UnitsFolder;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder of manifests, and what the reader makes of it. */
abstract class ManifestsTest {

    @TempDir Path root;

    void write(String path, String text) throws IOException {
        new TestFolder(root).write(path, text);
    }

    ConfigReader.Result read() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        return new KubernetesReader().read(workspace, TestDocuments.of(workspace));
    }

    DeploymentUnit only() throws IOException {
        List<DeploymentUnit> units = read().units();
        assertThat(units).hasSize(1);
        return units.get(0);
    }

    static String setting(DeploymentUnit unit, String name) {
        return UnitsFolder.setting(unit, name);
    }

    static String variable(DeploymentUnit unit, String name) {
        return UnitsFolder.variable(unit, name);
    }
}
