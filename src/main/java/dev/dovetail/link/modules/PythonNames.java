package dev.dovetail.link.modules;

import dev.dovetail.link.Entity;
import dev.dovetail.link.Names;
import dev.dovetail.link.Sources;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Names of Python: modules and packages of the workspace, and libraries. */
public final class PythonNames implements Names {

    private final PythonModules modules;
    private final Sources sources;

    public PythonNames(PythonModules modules, Sources sources) {
        this.modules = modules;
        this.sources = sources;
    }

    @Override
    public List<Entity> imported(SourceSummary file, Import imported) {
        String specifier = imported.specifier();
        PythonModules.Target target = modules.resolve(file.file(), specifier);
        Optional<Entity> own = entity(target, specifier);
        if (own.isPresent()) {
            return List.of(own.get());
        }
        boolean library = target instanceof PythonModules.Target.Nothing && !specifier.startsWith(".");
        return library ? List.of(new Entity.Api(specifier)) : List.of();
    }

    private Optional<Entity> entity(PythonModules.Target target, String name) {
        if (target instanceof PythonModules.Target.File found) {
            return sources.summary(found.path()).map(Entity.ModuleFile::new);
        }
        return target instanceof PythonModules.Target.Folder folder
                ? Optional.of(new Entity.Folder(Language.PYTHON, folder.path(), name))
                : Optional.empty();
    }

    /** A module of a package that the package's own file does not bind. */
    @Override
    public Optional<Entity> within(SourceSummary file, String name) {
        return file.file().endsWith("__init__.py")
                ? entity(modules.in(Paths.parent(file.file()), name), name)
                : Optional.empty();
    }

    /** A module of a package without a file; else a library of the same name is meant. */
    @Override
    public Optional<Entity> within(Entity.Folder folder, String name) {
        String dotted = folder.name() + "." + name;
        Optional<Entity> own = entity(modules.in(folder.path(), name), dotted);
        boolean library = own.isEmpty() && !folder.name().startsWith(".");
        return library ? Optional.of(new Entity.Api(dotted)) : own;
    }

    @Override
    public List<Entity> global(SourceSummary file, String name) {
        List<Entity> candidates = new ArrayList<>();
        for (Export export : file.exports()) {
            if (!export.name().equals(Export.ALL)
                    || !(export.value() instanceof Expr.Module module)) {
                continue;
            }
            Import imported = file.imports().get(module.importId());
            for (Entity target : imported(file, imported)) {
                if (target instanceof Entity.Api api) {
                    candidates.add(new Entity.Api(api.path() + "." + name));
                }
            }
        }
        candidates.add(0, new Entity.Api(name));
        return candidates;
    }

    @Override
    public Collection<String> filesOf(SourceSummary file, Import imported) {
        return modules.resolve(file.file(), imported.specifier())
                        instanceof PythonModules.Target.File found
                ? List.of(found.path())
                : List.of();
    }

    @Override
    public Collection<String> filesNamed(SourceSummary file, String module) {
        return modules.resolve(file.file(), module) instanceof PythonModules.Target.File found
                ? List.of(found.path())
                : List.of();
    }

    @Override
    public boolean passedOnIsBound() {
        return true;
    }

    @Override
    public boolean classesRunInPlace() {
        return true;
    }

    @Override
    public boolean importsRun() {
        return true;
    }

    @Override
    public Collection<String> filesBeside(SourceSummary file) {
        return modules.packagesOf(file.file());
    }

    @Override
    public Collection<String> filesBefore(SourceSummary file) {
        return modules.packagesOf(file.file());
    }
}
