package dev.dovetail.link.modules;

import dev.dovetail.link.Entity;
import dev.dovetail.link.Names;
import dev.dovetail.link.Sources;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of Java: imported types, types of the same package, and on demand. */
public final class JavaNames implements Names {

    /** Types of {@code java.lang} that code commonly names without an import. */
    private static final Set<String> JAVA_LANG =
            Set.of(
                    "Boolean", "Byte", "Character", "Class", "ClassLoader", "Double", "Enum",
                    "Exception", "Float", "Integer", "Iterable", "Long", "Math", "Object",
                    "Override", "Process", "ProcessBuilder", "Runnable", "Runtime",
                    "RuntimeException", "Short", "String", "StringBuffer", "StringBuilder",
                    "System", "Thread", "ThreadGroup", "ThreadLocal", "Throwable", "Void",
                    "AutoCloseable", "CharSequence", "Cloneable", "Comparable", "Number", "Record",
                    "SecurityManager", "Deprecated", "FunctionalInterface", "SafeVarargs",
                    "SuppressWarnings", "InheritableThreadLocal", "Module", "Package");

    private final JavaTypes types;
    private final Sources sources;

    public JavaNames(JavaTypes types, Sources sources) {
        this.types = types;
        this.sources = sources;
    }

    @Override
    public List<Entity> imported(SourceSummary file, Import imported) {
        return named(file, imported.specifier());
    }

    /** The class of the workspace that has this qualified name, or else the name as an API. */
    private List<Entity> named(SourceSummary file, String qualifiedName) {
        Optional<Entity> own = own(file, qualifiedName);
        return List.of(own.orElseGet(() -> new Entity.Api(qualifiedName)));
    }

    private Optional<Entity> own(SourceSummary file, String qualifiedName) {
        Optional<String> path = types.file(qualifiedName, Paths.parent(file.file()));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        return sources.summary(path.get()).flatMap(summary -> type(summary, simple));
    }

    private static Optional<Entity> type(SourceSummary file, String simpleName) {
        for (Definition definition : file.definitions()) {
            if (definition.kind() == Definition.Kind.CLASS
                    && definition.name().equals(simpleName)) {
                return Optional.of(new Entity.Code(file, definition.id()));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Entity> global(SourceSummary file, String name) {
        if (Character.isLowerCase(name.charAt(0))) {
            return List.of(new Entity.Api(name));
        }
        String own = file.module().isEmpty() ? name : file.module() + "." + name;
        Optional<Entity> beside = own(file, own);
        if (beside.isPresent()) {
            return List.of(beside.get());
        }
        List<Entity> candidates = new ArrayList<>();
        if (JAVA_LANG.contains(name)) {
            candidates.add(new Entity.Api("java.lang." + name));
            return candidates;
        }
        for (Import imported : file.imports()) {
            if (imported.kind() == Import.Kind.ON_DEMAND) {
                String qualified = imported.specifier() + "." + name;
                Optional<Entity> found = own(file, qualified);
                if (found.isPresent()) {
                    return List.of(found.get());
                }
                candidates.add(new Entity.Api(qualified));
            }
        }
        return candidates;
    }

    @Override
    public Collection<String> filesOf(SourceSummary file, Import imported) {
        if (imported.kind() == Import.Kind.ON_DEMAND) {
            return types.hasPackage(imported.specifier())
                    ? types.ofPackage(imported.specifier())
                    : List.of();
        }
        return types.file(imported.specifier(), Paths.parent(file.file())).stream().toList();
    }

    @Override
    public boolean importsRun() {
        return false;
    }

    @Override
    public Collection<String> filesBeside(SourceSummary file) {
        return types.beside(file.file());
    }
}
