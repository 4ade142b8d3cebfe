package dev.dovetail.link;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file's summary with what is looked up often: the parts of each definition, and members by name.
 */
public final class FileIndex {

    final SourceSummary file;
    private final List<List<Use>> usesByDefinition;
    private final List<List<Write>> writesByDefinition;
    private final List<List<Definition>> children;
    private final Map<Integer, List<Use>> annotationsByDefinition = new HashMap<>();
    private final Map<Integer, List<Use>> annotationsByBinding = new HashMap<>();
    private final Map<Integer, List<Access>> accessesByBinding = new HashMap<>();
    private final Map<Integer, List<Binding>> fieldsByClass = new HashMap<>();

    FileIndex(SourceSummary file) {
        this.file = file;
        int count = file.definitions().size();
        usesByDefinition = lists(count);
        writesByDefinition = lists(count);
        children = lists(count);
        for (Use use : file.uses()) {
            if (use.kind() == Use.Kind.ANNOTATION) {
                Map<Integer, List<Use>> index =
                        use.binding() >= 0 ? annotationsByBinding : annotationsByDefinition;
                int key = use.binding() >= 0 ? use.binding() : use.definition();
                index.computeIfAbsent(key, id -> new ArrayList<>()).add(use);
            } else {
                usesByDefinition.get(use.definition()).add(use);
            }
        }
        file.writes().forEach(write -> writesByDefinition.get(write.definition()).add(write));
        for (Definition definition : file.definitions()) {
            if (definition.parent() >= 0) {
                children.get(definition.parent()).add(definition);
            }
        }
        for (Binding binding : file.bindings()) {
            if (binding.kind() == Binding.Kind.FIELD) {
                fieldsByClass
                        .computeIfAbsent(binding.definition(), id -> new ArrayList<>())
                        .add(binding);
            }
        }
        for (Access access : file.accesses()) {
            accessesByBinding
                    .computeIfAbsent(access.binding(), id -> new ArrayList<>())
                    .add(access);
        }
    }

    /** Calls, constructions and reads in a body, annotations left out. */
    public List<Use> uses(int definition) {
        return usesByDefinition.get(definition);
    }

    public List<Write> writes(int definition) {
        return writesByDefinition.get(definition);
    }

    /** Definitions that stand directly in another. */
    public List<Definition> children(int definition) {
        return children.get(definition);
    }

    /** Fields of a class. */
    List<Binding> fields(int classDefinition) {
        return fieldsByClass.getOrDefault(classDefinition, List.of());
    }

    /** Annotations on a function or class. */
    public List<Use> annotations(int definition) {
        return annotationsByDefinition.getOrDefault(definition, List.of());
    }

    /** Annotations on a field or parameter. */
    public List<Use> bindingAnnotations(int binding) {
        return annotationsByBinding.getOrDefault(binding, List.of());
    }

    public List<Access> accesses(int binding) {
        return accessesByBinding.getOrDefault(binding, List.of());
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>(0));
        }
        return lists;
    }
}
