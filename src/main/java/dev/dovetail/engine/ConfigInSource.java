package dev.dovetail.engine;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.link.modules.ModuleResolver;
import dev.dovetail.source.PlainValue;
import dev.dovetail.source.javascript.PlainExports;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Config that is written in a programming language, as the documents that config readers know. */
final class ConfigInSource implements WorkspaceDocuments.SourceDocuments {

    /** What a computed value looks like to config readers: a variable that nobody knows. */
    private static final String COMPUTED = "${computed}";

    private final PlainExports.Files files;

    /**
     * Config of a workspace.
     *
     * @param modules finds what a file imports; asked for when the first such file is read
     */
    ConfigInSource(Workspace workspace, Supplier<ModuleResolver> modules) {
        this.files =
                new PlainExports.Files() {
                    @Override
                    public Optional<String> text(String path) {
                        return workspace.read(path);
                    }

                    @Override
                    public Optional<String> resolve(String path, String specifier) {
                        return modules.get().resolve(path, specifier)
                                        instanceof ModuleResolver.Target.Internal internal
                                ? Optional.of(internal.file())
                                : Optional.empty();
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
