package dev.dovetail.engine;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.link.Sources;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.link.modules.ModuleResolver;
import dev.dovetail.link.modules.PythonModules;
import dev.dovetail.source.PlainValue;
import dev.dovetail.source.javascript.PlainExports;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Config that is written in a programming language, as the documents that config readers know. */
final class ConfigInSource implements WorkspaceDocuments.SourceDocuments {

    /** What a computed value looks like to config readers: a variable that nobody knows. */
    private static final String COMPUTED = "${computed}";

    private final Workspace workspace;
    private final PlainExports.Files files;
    private final Supplier<ModuleResolver> modules;
    private final Supplier<Sources> sources;

    /**
     * Config of a workspace.
     *
     * @param modules finds what a file imports; asked for when the first such file is read
     * @param sources summaries of files, asked for likewise
     */
    ConfigInSource(Workspace workspace, Supplier<ModuleResolver> modules, Supplier<Sources> sources) {
        this.workspace = workspace;
        this.modules = modules;
        this.sources = sources;
        this.files =
                new PlainExports.Files() {
                    @Override
                    public Optional<String> text(String path) {
                        return workspace.read(path);
                    }

                    @Override
                    public Optional<String> resolve(String path, String specifier) {
                        return internal(path, specifier);
                    }
                };
    }

    @Override
    public Optional<ConfigNode> read(String path) {
        return PlainExports.ofDefault(files, path).map(ConfigInSource::node);
    }

    @Override
    public Optional<ConfigNode> exported(String path, String name) {
        return PlainExports.named(files, path, name).map(ConfigInSource::node);
    }

    @Override
    public List<SourceCall> calls(String path) {
        return sources.get().summary(path).map(file -> new CallsInSource(file, COMPUTED, workspace.read(path).orElse("")).all()).orElse(List.of());
    }

    @Override
    public List<String> imports(String path) {
        return sources.get().summary(path).stream()
                .flatMap(file -> file.imports().stream())
                .flatMap(each -> internal(path, each.specifier()).stream())
                .distinct()
                .toList();
    }

    private Optional<String> internal(String path, String specifier) {
        if (path.endsWith(".py")) {
            Set<String> starts = new TreeSet<>(Manifests.upward(Paths.parent(path)));
            return new PythonModules(workspace, starts).resolve(path, specifier) instanceof PythonModules.Target.File file
                    ? Optional.of(file.path())
                    : Optional.empty();
        }
        return modules.get().resolve(path, specifier) instanceof ModuleResolver.Target.Internal internal
                ? Optional.of(internal.file())
                : Optional.empty();
    }

    private static ConfigNode node(PlainValue value) {
        if (value instanceof PlainValue.Mapping mapping) {
            List<ConfigNode.Entry> entries = new ArrayList<>();
            for (PlainValue.Entry entry : mapping.entries()) {
                entries.add(
                        new ConfigNode.Entry(entry.key(), entry.keyPlace(), node(entry.value())));
            }
            return new ConfigNode.Mapping(entries, "", mapping.place());
        }
        if (value instanceof PlainValue.Sequence sequence) {
            return new ConfigNode.Sequence(
                    sequence.elements().stream().map(ConfigInSource::node).toList(),
                    "",
                    sequence.place());
        }
        if (value instanceof PlainValue.Scalar scalar) {
            return new ConfigNode.Scalar(
                    scalar.value(),
                    scalar.value() == null ? "" : String.valueOf(scalar.value()),
                    "",
                    scalar.place());
        }
        return new ConfigNode.Scalar(COMPUTED, COMPUTED, "", value.place());
    }
}
