package dev.dovetail.judge.shapes;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.link.Context;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.Entity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Resolver;
import dev.dovetail.link.Step;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name that outlives a request: a module's variable, a static field, a singleton's field.
 *
 * @param binding its index in the file's bindings
 */
record State(SourceSummary file, int binding) {

    private static final int DEPTH = 6;

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && state.file == file && state.binding == binding;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(file) * 31 + binding;
    }

    Binding declared() {
        return file.bindings().get(binding);
    }

    Place place() {
        return file.place(declared().region());
    }

    /** The state that an expression names, through imports and fields too. */
    static Optional<State> named(Resolver resolver, SourceSummary file, Expr expr) {
        return named(resolver, file, expr, 0);
    }

    private static Optional<State> named(
            Resolver resolver, SourceSummary file, Expr expr, int depth) {
        if (depth > DEPTH) {
            return Optional.empty();
        }
        if (expr instanceof Expr.Ref ref) {
            Binding binding = file.bindings().get(ref.binding());
            if (binding.kind() == Binding.Kind.FIELD
                    || binding.kind() == Binding.Kind.VARIABLE
                            && binding.definition() == SourceSummary.MODULE) {
                return Optional.of(new State(file, binding.id()));
            }
            return binding.kind() == Binding.Kind.IMPORT && binding.values().size() == 1
                    ? named(resolver, file, binding.values().get(0), depth + 1)
                    : Optional.empty();
        }
        if (expr instanceof Expr.Member member) {
            for (Entity object : resolver.resolve(file, member.object())) {
                Optional<State> state = member(resolver, object, member.name(), depth);
                if (state.isPresent()) {
                    return state;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<State> member(
            Resolver resolver, Entity object, String name, int depth) {
        if (object instanceof Entity.Instance instance) {
            return field(instance.file(), instance.classDefinition(), name);
        }
        if (object instanceof Entity.Code code) {
            return field(code.file(), code.definition(), name);
        }
        if (object instanceof Entity.ModuleFile module) {
            for (Export export : module.file().exports()) {
                if (export.name().equals(name)) {
                    return named(resolver, module.file(), export.value(), depth + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<State> field(SourceSummary file, int classDefinition, String name) {
        return file.bindings().stream()
                .filter(binding -> binding.kind() == Binding.Kind.FIELD)
                .filter(binding -> binding.definition() == classDefinition)
                .filter(binding -> binding.name().equals(name))
                .findFirst()
                .map(binding -> new State(file, binding.id()));
    }

    /** The kind of container it holds from the beginning, when that is one that requests can fill. */
    Optional<Framework.Container> container(Resolver resolver) {
        for (Expr value : declared().values()) {
            if (value instanceof Expr.ListOf list) {
                return list.elements().isEmpty()
                        ? resolver.facts().literalContainer(file.language(), ApiFacts.LIST)
                        : Optional.empty();
            }
            if (value instanceof Expr.ObjectOf object) {
                return object.properties().isEmpty() && object.spreads().isEmpty()
                        ? resolver.facts().literalContainer(file.language(), ApiFacts.OBJECT)
                        : Optional.empty();
            }
            for (String path : resolver.paths(file, value)) {
                Optional<Framework.Container> container = resolver.facts().container(path);
                if (container.isPresent()) {
                    return container;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there is one of it per process, for certain. */
    boolean isOnePerProcess(LinkedUnit unit) {
        Binding declared = declared();
        if (declared.kind() == Binding.Kind.VARIABLE || declared.isStatic()) {
            return true;
        }
        return isMadeAtStart(unit, declared.definition());
    }

    private boolean isMadeAtStart(LinkedUnit unit, int classDefinition) {
        boolean hasConstructor =
                file.definitions().stream()
                        .anyMatch(each -> isConstructorOf(each.id(), classDefinition));
        List<Step> made =
                unit.steps().stream()
                        .filter(step -> step.code().file() == file)
                        .filter(
                                step ->
                                        hasConstructor
                                                ? isConstructorOf(
                                                        step.code().definition(), classDefinition)
                                                : step.code().definition() == classDefinition)
                        .toList();
        boolean atStart =
                made.stream()
                        .anyMatch(
                                step -> step.context() == Context.START && step.contextKnown());
        return atStart
                && made.stream().noneMatch(step -> step.context() == Context.REQUEST)
                && (hasConstructor || made.stream().noneMatch(step -> isMadeForRequest(unit, step)));
    }

    /** A class is loaded once; that a request loads it shows who makes instances of it. */
    private static boolean isMadeForRequest(LinkedUnit unit, Step loaded) {
        return unit.callers().getOrDefault(loaded, Set.of()).stream()
                .anyMatch(
                        caller ->
                                caller.context() == Context.REQUEST
                                        && caller.code()
                                                        .file()
                                                        .definitions()
                                                        .get(caller.code().definition())
                                                        .kind()
                                                != Definition.Kind.CLASS);
    }

    private boolean isConstructorOf(int definition, int classDefinition) {
        Definition candidate = file.definitions().get(definition);
        return candidate.kind() == Definition.Kind.CONSTRUCTOR
                && candidate.parent() == classDefinition;
    }
}
