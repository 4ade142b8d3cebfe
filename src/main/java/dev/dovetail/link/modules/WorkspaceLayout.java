package dev.dovetail.link.modules;

import dev.dovetail.config.project.ApplicationConfig;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.link.Layout;
import java.util.List;
import java.util.Optional;

/** The layout of a workspace by the conventions of Node.js, TypeScript, Python, Maven and
 * Gradle. */
public final class WorkspaceLayout implements Layout {

    private final ModuleResolver modules;
    private final JavaTypes types;
    private final PythonModules python;
    private final Manifests manifests;

    public WorkspaceLayout(
            ModuleResolver modules, JavaTypes types, PythonModules python, Manifests manifests) {
        this.modules = modules;
        this.types = types;
        this.python = python;
        this.manifests = manifests;
    }

    @Override
    public Optional<String> pythonSourceOf(String path) {
        return python.sourceOf(path);
    }

    @Override
    public Optional<String> sourceOf(String path) {
        return modules.sourceOf(path);
    }

    @Override
    public Optional<String> fileOfType(String qualifiedName, String folder) {
        return types.file(qualifiedName, folder);
    }

    @Override
    public boolean hasPackage(String packageName, String folder) {
        return types.hasPackage(packageName, folder);
    }

    @Override
    public List<String> mainFiles(String folder) {
        return types.mainFiles(folder);
    }

    @Override
    public List<String> filesOfPackages(String packageName, String file) {
        return types.beneath(file);
    }

    @Override
    public Optional<ApplicationConfig> applicationConfig(String folder) {
        return manifests.applicationConfigFor(folder);
    }
}
