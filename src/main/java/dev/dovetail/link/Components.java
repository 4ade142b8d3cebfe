package dev.dovetail.link;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Classes that a framework creates by itself, and which of their methods it calls when. */
final class Components {

    /** Annotations on annotations are followed this deep. */
    private static final int META_DEPTH = 3;

    /** A member of a component that the framework calls. */
    record Member(Entity.Code code, Context context, boolean contextKnown, Place place) {}

    private final Resolver resolver;
    private final Sources sources;
    private final Layout layout;

    Components(Resolver resolver, Sources sources, Layout layout) {
        this.resolver = resolver;
        this.sources = sources;
        this.layout = layout;
    }

    /** Whether a framework creates the class. */
    boolean isComponent(SourceSummary file, int classDefinition) {
        return !componentsOf(file, classDefinition).isEmpty();
    }

    /** Whether a framework creates the class, once per process. */
    boolean isSingleton(SourceSummary file, int classDefinition) {
        return isShared(componentsOf(file, classDefinition));
    }

    private static boolean isShared(List<Framework.Component> components) {
        return !components.isEmpty()
                && components.stream().allMatch(Framework.Component::shared);
    }

    /** A class's own constructors, and its superclasses' in the workspace. */
    List<Entity.Code> constructors(Entity.Code code) {
        List<Entity.Code> found = new ArrayList<>();
        addConstructors(code, found, 0);
        return found;
    }

    private void addConstructors(Entity.Code code, List<Entity.Code> found, int depth) {
        for (Definition member : resolver.index(code.file()).children(code.definition())) {
            if (member.kind() == Definition.Kind.CONSTRUCTOR) {
                found.add(new Entity.Code(code.file(), member.id()));
            }
        }
        Definition owner = code.file().definitions().get(code.definition());
        for (Expr supertype : owner.supertypes()) {
            for (Entity base : resolver.resolve(code.file(), supertype)) {
                if (base instanceof Entity.Code parent && depth < 8) {
                    addConstructors(parent, found, depth + 1);
                }
            }
        }
    }

    /** What the framework calls on a class that was reached. */
    List<Member> members(SourceSummary file, int classDefinition) {
        List<Framework.Component> components = componentsOf(file, classDefinition);
        boolean created = !components.isEmpty();
        List<Member> found = new ArrayList<>();
        for (Definition member : resolver.index(file).children(classDefinition)) {
            Place place = file.place(member.nameRegion());
            Entity.Code code = new Entity.Code(file, member.id());
            switch (member.kind()) {
                case STATIC_INITIALIZER -> found.add(new Member(code, Context.START, true, place));
                case CONSTRUCTOR -> {
                    if (created) {
                        Context context = isShared(components) ? Context.START : Context.REQUEST;
                        found.add(new Member(code, context, true, place));
                    }
                }
                case METHOD ->
                        contextOf(file, member, components)
                                .ifPresent(
                                        context ->
                                                found.add(
                                                        new Member(code, context, true, place)));
                case MODULE, FUNCTION, CLASS -> {}
            }
        }
        return found;
    }

    private Optional<Context> contextOf(
            SourceSummary file, Definition method, List<Framework.Component> components) {
        Set<String> annotations = annotationPaths(file, method.id(), 0);
        for (String path : annotations) {
            if (!resolver.facts().routeAnnotations(path).isEmpty()) {
                return Optional.of(Context.REQUEST);
            }
            for (Framework.Callback callback : resolver.facts().callbackAnnotations(path)) {
                return Optional.of(contextOf(callback.runs()));
            }
        }
        Set<String> overridden = overridden(file, method);
        for (Framework.Component component : components) {
            for (ApiPattern pattern : component.perRequestMethods()) {
                boolean meant =
                        pattern.kind() == ApiPattern.Kind.ANNOTATION
                                ? annotations.contains(pattern.path())
                                : overridden.contains(pattern.path())
                                        || isNamed(method, pattern.path());
                if (meant) {
                    return Optional.of(Context.REQUEST);
                }
            }
        }
        return overriddenContext(overridden);
    }

    /** Whether a bare name of a component's methods, or {@code *} for all, means this one. */
    private static boolean isNamed(Definition method, String name) {
        return !method.has(Definition.Trait.PRIVATE)
                && (name.equals("*") || name.equals(method.name()));
    }

    /** When a library calls a method, by what the method overrides. */
    Optional<Context> overriddenContext(SourceSummary file, Definition method) {
        return overriddenContext(overridden(file, method));
    }

    private Optional<Context> overriddenContext(Set<String> overridden) {
        for (String path : overridden) {
            for (Framework.Callback callback : resolver.facts().callbackMethods(path)) {
                if (callback.runs() != Framework.Runs.LATER
                        && callback.runs() != Framework.Runs.NOW) {
                    return Optional.of(contextOf(callback.runs()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods of library types that a method may override, as paths. */
    private Set<String> overridden(SourceSummary file, Definition method) {
        Set<String> found = new LinkedHashSet<>();
        if (method.has(Definition.Trait.PRIVATE) || method.has(Definition.Trait.STATIC)) {
            return found;
        }
        for (String type : resolver.supertypePaths(new Entity.Code(file, method.parent()))) {
            found.add(type + "()." + method.name());
        }
        return found;
    }

    private static Context contextOf(Framework.Runs runs) {
        return switch (runs) {
            case PER_REQUEST, PER_MESSAGE, LATER -> Context.REQUEST;
            case ON_TIMER -> Context.TIMER;
            case AT_EXIT -> Context.EXIT;
            case NOW, AT_START -> Context.START;
        };
    }

    /** Routes that annotations of a class's methods make. */
    void routes(Folder folder, SourceSummary file, int classDefinition, List<Route> routes) {
        for (Definition member : resolver.index(file).children(classDefinition)) {
            for (Use annotation : resolver.index(file).annotations(member.id())) {
                for (String path : resolver.paths(file, annotation.target())) {
                    for (Framework.Route route : resolver.facts().routeAnnotations(path)) {
                        Entity.Code handler = new Entity.Code(file, member.id());
                        routes.add(
                                Routes.of(folder, file, annotation, route, List.of(handler)));
                    }
                }
            }
        }
    }

    /** Components in the packages that a class's annotation makes the framework scan. */
    List<Entity.Code> scannedFrom(SourceSummary file, int classDefinition) {
        boolean scans =
                componentsOf(file, classDefinition).stream().anyMatch(Framework.Component::scan);
        List<Entity.Code> found = new ArrayList<>();
        if (!scans || file.language() != Language.JAVA) {
            return found;
        }
        List<String> paths = layout.filesOfPackages(file.module(), file.file());
        sources.prepare(paths);
        for (String path : paths) {
            Optional<SourceSummary> other = sources.summary(path);
            if (other.isEmpty()) {
                continue;
            }
            for (Definition definition : other.get().definitions()) {
                if (definition.kind() == Definition.Kind.CLASS
                        && isComponent(other.get(), definition.id())) {
                    found.add(new Entity.Code(other.get(), definition.id()));
                }
            }
        }
        return found;
    }

    private List<Framework.Component> componentsOf(SourceSummary file, int classDefinition) {
        List<Framework.Component> found = new ArrayList<>();
        for (String path : annotationPaths(file, classDefinition, 0)) {
            found.addAll(resolver.facts().componentsByAnnotation(path));
        }
        for (String path : resolver.supertypePaths(new Entity.Code(file, classDefinition))) {
            found.addAll(resolver.facts().componentsBySupertype(path));
        }
        return found;
    }

    private Set<String> annotationPaths(SourceSummary file, int definition, int depth) {
        Set<String> found = new LinkedHashSet<>();
        for (Use annotation : resolver.index(file).annotations(definition)) {
            for (Entity type : resolver.resolve(file, annotation.target())) {
                if (type instanceof Entity.Api api) {
                    found.add(api.path());
                } else if (type instanceof Entity.Code code && depth < META_DEPTH) {
                    found.addAll(annotationPaths(code.file(), code.definition(), depth + 1));
                }
            }
        }
        return found;
    }
}
