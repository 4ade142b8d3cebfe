package dev.dovetail.link.modules;

import dev.dovetail.link.Entity;
import dev.dovetail.link.Names;
import dev.dovetail.link.Sources;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Names of JavaScript and TypeScript. */
public final class JavaScriptNames implements Names {

    private final ModuleResolver modules;
    private final Sources sources;

    public JavaScriptNames(ModuleResolver modules, Sources sources) {
        this.modules = modules;
        this.sources = sources;
    }

    @Override
    public List<Entity> imported(SourceSummary file, Import imported) {
        ModuleResolver.Target target = modules.resolve(file.file(), imported.specifier());
        if (target instanceof ModuleResolver.Target.External external) {
            return List.of(new Entity.Api(external.name()));
        }
        if (target instanceof ModuleResolver.Target.Internal internal) {
            Optional<SourceSummary> summary = sources.summary(internal.file());
            if (summary.isPresent()) {
                return List.of(new Entity.ModuleFile(summary.get()));
            }
        }
        return List.of();
    }

    @Override
    public List<Entity> global(SourceSummary file, String name) {
        return List.of(new Entity.Api(name));
    }

    @Override
    public Collection<String> filesOf(SourceSummary file, Import imported) {
        return modules.resolve(file.file(), imported.specifier())
                        instanceof ModuleResolver.Target.Internal internal
                ? List.of(internal.file())
                : List.of();
    }

    @Override
    public boolean importsRun() {
        return true;
    }

    @Override
    public Collection<String> filesBeside(SourceSummary file) {
        return List.of();
    }
}
