package dev.dovetail.link;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls which function of the workspace, and to which library calls functions are handed over:
 * that is what their parameters hold.
 *
 * <p>Made in rounds: what one round learns of callers lets the next resolve more calls.
 */
final class Callers {

    /** Most callers of one function that are looked at; with more, a parameter is anybody's. */
    private static final int MOST = 24;

    private record Call(SourceSummary file, Use use) {}

    /** A value that some caller gives, and the file it is written in. */
    record Given(SourceSummary file, Expr value) {}

    private final ApiFacts facts;
    private final Map<Entity.Code, List<Call>> calls = new HashMap<>();
    private final Map<Entity.Code, List<List<String>>> handedOver = new HashMap<>();
    private final Map<String, List<Given>> assigned = new HashMap<>();

    Callers(ApiFacts facts) {
        this.facts = facts;
    }

    /** What all uses of a file tell, with what {@code resolver} knows so far. */
    void read(Resolver resolver, SourceSummary file) {
        readAssignments(resolver, file);
        for (Use use : file.uses()) {
            if (use.kind() == Use.Kind.ANNOTATION) {
                decorated(resolver, file, use);
                continue;
            }
            if (use.kind() == Use.Kind.READ) {
                continue;
            }
            for (Entity target : resolver.resolve(file, use.target())) {
                if (target instanceof Entity.Code code) {
                    called(resolver, file, use, code);
                } else if (target instanceof Entity.Api api) {
                    handOver(resolver, file, use, api.path());
                } else if (target instanceof Entity.ModuleFile module) {
                    for (Entity whole : resolver.members().of(module, "default")) {
                        if (whole instanceof Entity.Code code) {
                            called(resolver, file, use, code);
                        }
                    }
                }
            }
        }
    }

    /** What is assigned to a property of a library's object, anywhere: {@code app.config.FOLDER = …}. */
    List<Given> assignedTo(String path) {
        return assigned.getOrDefault(path, List.of());
    }

    private void readAssignments(Resolver resolver, SourceSummary file) {
        for (Write write : file.writes()) {
            if (write.target() instanceof Expr.Member && write.operator().equals("=")) {
                for (String path : resolver.paths(file, write.target())) {
                    assigned.computeIfAbsent(path, key -> new ArrayList<>(1))
                            .add(new Given(file, write.value()));
                }
            }
        }
    }

    /** What a parameter may hold, by all calls known. */
    Set<Entity> argumentsFor(Resolver resolver, SourceSummary file, Binding parameter) {
        Set<Entity> found = new LinkedHashSet<>();
        Definition function = file.definitions().get(parameter.definition());
        int position = function.parameters().indexOf(parameter.id());
        if (position < 0) {
            return found;
        }
        Entity.Code code = new Entity.Code(file, function.id());
        for (List<String> paths : handedOver.getOrDefault(code, List.of())) {
            if (position < paths.size()) {
                found.add(resolver.api(paths.get(position) + "()"));
            }
        }
        List<Call> callers = calls.getOrDefault(code, List.of());
        if (callers.size() <= MOST) {
            for (Call call : callers) {
                argument(call.use(), position, parameter.name())
                        .ifPresent(value -> found.addAll(resolver.resolve(call.file(), value)));
            }
        }
        return found;
    }

    /** What all known callers give for a parameter; empty when there are none or too many. */
    List<Given> given(SourceSummary file, Binding parameter) {
        Definition function = file.definitions().get(parameter.definition());
        int position = function.parameters().indexOf(parameter.id());
        List<Call> callers =
                calls.getOrDefault(new Entity.Code(file, function.id()), List.of());
        List<Given> given = new ArrayList<>();
        if (position < 0 || callers.size() > MOST) {
            return given;
        }
        for (Call call : callers) {
            Optional<Expr> value = argument(call.use(), position, parameter.name());
            if (value.isEmpty() && parameter.values().isEmpty()) {
                return List.of();
            }
            given.add(
                    value.map(expr -> new Given(call.file(), expr))
                            .orElseGet(() -> new Given(file, parameter.values().get(0))));
        }
        return given;
    }

    /** Says that a platform or framework itself calls a function with these values. */
    void calledByConvention(Entity.Code code, List<String> parameterPaths) {
        add(code, parameterPaths);
    }

    private void called(Resolver resolver, SourceSummary file, Use use, Entity.Code code) {
        Entity.Code function = code;
        if (Resolver.isClass(code)) {
            Optional<Entity.Code> constructor = constructor(resolver, code);
            if (constructor.isEmpty()) {
                return;
            }
            function = constructor.get();
        }
        List<Call> callers = calls.computeIfAbsent(function, key -> new ArrayList<>(2));
        if (callers.size() <= MOST) {
            callers.add(new Call(file, use));
        }
    }

    private void handOver(Resolver resolver, SourceSummary file, Use use, String path) {
        for (Framework.Callback callback : facts.callbacks(path)) {
            if (!callback.parameters().isEmpty() && matches(callback, use)) {
                for (Expr argument : Arguments.at(use, callback.arguments())) {
                    giveParameters(
                            resolver,
                            file,
                            argument,
                            callback.arguments().properties(),
                            callback.parameters());
                }
            }
        }
        for (Framework.Route route : facts.routes(path)) {
            if (!route.parameters().isEmpty() && route.handlers().isPresent()) {
                Framework.Positions handlers = route.handlers().get();
                for (Expr argument : Arguments.at(use, handlers)) {
                    giveParameters(
                            resolver, file, argument, handlers.properties(), route.parameters());
                }
            }
        }
    }

    /** A function that an annotation makes a handler gets what the framework gives. */
    private void decorated(Resolver resolver, SourceSummary file, Use annotation) {
        if (annotation.binding() >= 0 || annotation.definition() == SourceSummary.MODULE) {
            return;
        }
        Entity.Code code = new Entity.Code(file, annotation.definition());
        for (String path : resolver.paths(file, annotation.target())) {
            for (Framework.Route route : facts.routeAnnotations(path)) {
                if (!route.parameters().isEmpty()) {
                    add(code, route.parameters());
                }
            }
            for (Framework.Callback callback : facts.callbackAnnotations(path)) {
                if (!callback.parameters().isEmpty() && matches(callback, annotation)) {
                    add(code, callback.parameters());
                }
            }
        }
    }

    private void giveParameters(
            Resolver resolver,
            SourceSummary file,
            Expr argument,
            List<String> properties,
            List<String> parameters) {
        for (Entity handed : Arguments.functionsIn(resolver, file, argument, properties)) {
            if (handed instanceof Entity.Code code && !Resolver.isClass(code)) {
                add(code, parameters);
            }
        }
    }

    private void add(Entity.Code code, List<String> parameters) {
        List<List<String>> known = handedOver.computeIfAbsent(code, key -> new ArrayList<>(1));
        if (!known.contains(parameters)) {
            known.add(parameters);
        }
    }

    /** Whether the event or other literal that a callback is for is the one that a use names. */
    static boolean matches(Framework.Callback callback, Use use) {
        if (callback.when().isEmpty()) {
            return true;
        }
        if (use.arguments().isEmpty()) {
            return false;
        }
        Expr first = use.arguments().get(0).value();
        return first instanceof Expr.Literal literal
                && literal.value() instanceof String text
                && callback.when().get().contains(text);
    }

    static Optional<Entity.Code> constructor(Resolver resolver, Entity.Code code) {
        for (Definition child : resolver.index(code.file()).children(code.definition())) {
            if (child.kind() == Definition.Kind.CONSTRUCTOR) {
                return Optional.of(new Entity.Code(code.file(), child.id()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Expr> argument(Use use, int position, String name) {
        int at = 0;
        for (Use.Argument argument : use.arguments()) {
            if (argument.name() != null) {
                if (argument.name().equals(name)) {
                    return Optional.of(argument.value());
                }
            } else if (argument.spread()) {
                return Optional.empty();
            } else if (at++ == position) {
                return Optional.of(argument.value());
            }
        }
        return Optional.empty();
    }
}
