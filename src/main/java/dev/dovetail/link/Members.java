package dev.dovetail.link;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a member of a thing is: an export of a file, a method of a class, a property of an object. */
final class Members {

    private static final int LONGEST_HIERARCHY = 16;

    /** Functions' own methods that give the function again, or call it. */
    private static final Set<String> OF_FUNCTIONS = Set.of("bind", "call", "apply");

    private final Set<Entity.ObjectValue> openObjects = new HashSet<>();
    private final Resolver resolver;
    private final Sources sources;
    private Map<String, Set<Entity.Code>> subclasses = new TreeMap<>();
    private int subclassesOf;

    Members(Resolver resolver, Sources sources) {
        this.resolver = resolver;
        this.sources = sources;
    }

    /** What an object's member of that name may be. */
    Set<Entity> of(Entity object, String name) {
        Set<Entity> found = new LinkedHashSet<>();
        if (object instanceof Entity.Api api) {
            boolean isModule = name.equals("default") && !api.path().endsWith(")");
            found.add(isModule ? api : resolver.api(api.path() + "." + name));
        } else if (object instanceof Entity.ModuleFile module) {
            found.addAll(exported(module.file(), name));
            if (found.isEmpty()) {
                resolver.names(module.file()).within(module.file(), name).ifPresent(found::add);
            }
        } else if (object instanceof Entity.Folder folder) {
            resolver.names(folder.language()).within(folder, name).ifPresent(found::add);
        } else if (object instanceof Entity.Code code) {
            if (Resolver.isClass(code)) {
                found.addAll(ofClass(code.file(), code.definition(), name, true, 0));
            } else if (OF_FUNCTIONS.contains(name)) {
                found.add(code);
            }
        } else if (object instanceof Entity.Instance instance) {
            found.addAll(ofClass(instance.file(), instance.classDefinition(), name, false, 0));
        } else if (object instanceof Entity.ObjectValue value) {
            found.addAll(ofObject(value, name));
        }
        return found;
    }

    private Set<Entity> ofObject(Entity.ObjectValue object, String name) {
        Set<Entity> found = new LinkedHashSet<>();
        if (!openObjects.add(object)) {
            // An object that is spread into itself: options = {...options, more}.
            resolver.noteCut();
            return found;
        }
        try {
            addOfObject(object, name, found);
        } finally {
            openObjects.remove(object);
        }
        return found;
    }

    private void addOfObject(Entity.ObjectValue object, String name, Set<Entity> found) {
        for (Expr.Property property : object.literal().properties()) {
            if (property.name().equals(name)) {
                found.addAll(resolver.resolve(object.file(), property.value()));
            }
        }
        for (Expr spread : object.literal().spreads()) {
            for (Entity base : resolver.resolve(object.file(), spread)) {
                found.addAll(of(base, name));
            }
        }
    }

    /** What a file offers under a name, through re-exports too. */
    Set<Entity> exported(SourceSummary file, String name) {
        return exported(file, name, new HashSet<>());
    }

    /** What files of the workspace that this one passes on as a whole offer under a name. */
    Set<Entity> passedOn(SourceSummary file, String name) {
        Set<Entity> found = new LinkedHashSet<>();
        if (!resolver.names(file).passedOnIsBound()) {
            return found;
        }
        for (Export export : file.exports()) {
            if (export.name().equals(Export.ALL)) {
                for (Entity target : resolver.resolve(file, export.value())) {
                    if (target instanceof Entity.ModuleFile module && module.file() != file) {
                        found.addAll(exported(module.file(), name, new HashSet<>(Set.of(file))));
                    }
                }
            }
        }
        return found;
    }

    private Set<Entity> exported(SourceSummary file, String name, Set<SourceSummary> seen) {
        Set<Entity> found = new LinkedHashSet<>();
        if (!seen.add(file)) {
            return found;
        }
        for (Export export : file.exports()) {
            if (export.name().equals(name)) {
                found.addAll(resolver.resolve(file, export.value()));
            } else if (export.name().equals(Export.WHOLE)) {
                Set<Entity> whole = resolver.resolve(file, export.value());
                if (name.equals("default")) {
                    found.addAll(whole);
                }
                for (Entity value : whole) {
                    if (!(value instanceof Entity.ModuleFile module && module.file() == file)) {
                        found.addAll(of(value, name));
                    }
                }
            }
        }
        if (found.isEmpty() && !name.equals("default")) {
            for (Export export : file.exports()) {
                if (export.name().equals(Export.ALL)) {
                    for (Entity target : resolver.resolve(file, export.value())) {
                        found.addAll(
                                target instanceof Entity.ModuleFile module
                                        ? exported(module.file(), name, seen)
                                        : of(target, name));
                    }
                }
            }
        }
        return found;
    }

    private Set<Entity> ofClass(
            SourceSummary file, int classDefinition, String name, boolean isStatic, int level) {
        Set<Entity> found = new LinkedHashSet<>();
        boolean isAbstract = false;
        for (Definition child : resolver.index(file).children(classDefinition)) {
            if (child.name().equals(name)
                    && (child.kind() == Definition.Kind.METHOD
                            || child.kind() == Definition.Kind.CLASS)) {
                found.add(new Entity.Code(file, child.id()));
                isAbstract |= child.has(Definition.Trait.ABSTRACT);
            }
        }
        for (Binding field : resolver.index(file).fields(classDefinition)) {
            if (field.name().equals(name)) {
                found.addAll(resolver.binding(file, field.id()));
            }
        }
        if (found.isEmpty() && level < LONGEST_HIERARCHY) {
            for (Expr supertype : file.definitions().get(classDefinition).supertypes()) {
                for (Entity base : resolver.resolve(file, supertype)) {
                    if (base instanceof Entity.Api api) {
                        String path = api.path() + (isStatic ? "." : "().") + name;
                        found.add(resolver.api(path));
                    } else if (base instanceof Entity.Code code) {
                        found.addAll(
                                ofClass(
                                        code.file(),
                                        code.definition(),
                                        name,
                                        isStatic,
                                        level + 1));
                    }
                }
            }
        }
        if (isAbstract || found.isEmpty() || isInterface(file, classDefinition)) {
            found.addAll(inSubclasses(file, classDefinition, name, level));
        }
        return found;
    }

    private static boolean isInterface(SourceSummary file, int classDefinition) {
        return file.definitions().get(classDefinition).has(Definition.Trait.INTERFACE);
    }

    /** Methods of classes that extend or implement this one, among the files read so far. */
    private Set<Entity> inSubclasses(
            SourceSummary file, int classDefinition, String name, int level) {
        Set<Entity> found = new LinkedHashSet<>();
        if (file.language() != Language.JAVA || level >= LONGEST_HIERARCHY) {
            return found;
        }
        for (Entity.Code subclass : subclasses(file, classDefinition)) {
            for (Definition child :
                    resolver.index(subclass.file()).children(subclass.definition())) {
                if (child.kind() == Definition.Kind.METHOD && child.name().equals(name)) {
                    found.add(new Entity.Code(subclass.file(), child.id()));
                }
            }
        }
        return found;
    }

    private Set<Entity.Code> subclasses(SourceSummary file, int classDefinition) {
        if (subclassesOf != sources.count()) {
            subclassesOf = sources.count();
            subclasses = new TreeMap<>();
            for (SourceSummary each : sources.summarized()) {
                if (each.language() == Language.JAVA) {
                    indexSupertypes(each);
                }
            }
        }
        return subclasses.getOrDefault(key(file, classDefinition), Set.of());
    }

    private void indexSupertypes(SourceSummary file) {
        for (Definition definition : file.definitions()) {
            for (Expr supertype : definition.supertypes()) {
                for (Entity base : resolver.resolve(file, supertype)) {
                    if (base instanceof Entity.Code code) {
                        subclasses
                                .computeIfAbsent(
                                        key(code.file(), code.definition()),
                                        name -> new LinkedHashSet<>())
                                .add(new Entity.Code(file, definition.id()));
                    }
                }
            }
        }
    }

    private static String key(SourceSummary file, int definition) {
        return file.file() + "#" + definition;
    }

    /** What a class extends and implements, as what its {@code super} stands for. */
    Set<Entity> supertypes(SourceSummary file, int classDefinition) {
        Set<Entity> found = new LinkedHashSet<>();
        for (Expr supertype : file.definitions().get(classDefinition).supertypes()) {
            found.addAll(resolver.instances(file, supertype));
        }
        return found;
    }
}
