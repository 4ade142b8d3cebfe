package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.link.Step;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Work that a request starts and that nobody waits for: it may not be over when the answer has gone.
 *
 * <p>Silent where the work itself gives the answer, where its handler only ends when it does, and
 * where it only logs.
 */
public final class FloatingWork implements ShapeFinder {

    private static final Set<String> CHAINED = Set.of("then", "catch", "finally");

    private static final int DEPTH = 6;

    @Override
    public String name() {
        return "floating-work";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            Step step = use.step();
            boolean dropped =
                    use.use().kind() == Use.Kind.CALL
                            && use.use().outcome() == Use.Outcome.DROPPED
                            && step.context() == Context.REQUEST
                            && step.contextKnown();
            if (dropped
                    && isWork(unit.resolver(), use.file(), use.use(), 0)
                    && !mentionsAnswer(unit.resolver(), use.file(), use.use())
                    && answersWithout(unit.resolver(), use)) {
                shapes.add(
                        new Shape(
                                use,
                                use.place(),
                                "is started and not waited for",
                                Map.of(),
                                List.of()));
            }
        }
        return shapes;
    }

    /** Whether a call starts something that goes on after it returns. */
    static boolean isWork(Resolver resolver, SourceSummary file, Use use, int depth) {
        if (depth > DEPTH) {
            return false;
        }
        ApiFacts facts = resolver.facts();
        if (use.target() instanceof Expr.Member member
                && CHAINED.contains(member.name())
                && member.object() instanceof Expr.Result inner) {
            return isWork(resolver, file, file.uses().get(inner.use()), depth + 1);
        }
        boolean work = false;
        for (Entity target : resolver.resolve(file, use.target())) {
            if (target instanceof Entity.Api api) {
                if (facts.isQuiet(api.path())) {
                    return false;
                }
                work |= facts.givesPromise(api.path());
            } else if (target instanceof Entity.Code code) {
                work |= isWorkingFunction(resolver, code, depth);
            }
        }
        return work;
    }

    /** An async function that awaits work of its own, or one that returns such work. */
    private static boolean isWorkingFunction(Resolver resolver, Entity.Code code, int depth) {
        SourceSummary file = code.file();
        Definition function = file.definitions().get(code.definition());
        for (Use inner : file.uses()) {
            boolean carried =
                    inner.outcome() == Use.Outcome.AWAITED
                                    && function.has(Definition.Trait.ASYNC)
                            || inner.outcome() == Use.Outcome.RETURNED;
            if (inner.definition() == function.id()
                    && inner.kind() == Use.Kind.CALL
                    && carried
                    && isWork(resolver, file, inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the work gets a hold of something by which it may answer: a response, a callback, a
     * {@code resolve}. Then it is not after the answer but makes it.
     */
    private static boolean mentionsAnswer(Resolver resolver, SourceSummary file, Use use) {
        Set<Integer> parameters = new HashSet<>();
        for (int at = use.definition(); at > SourceSummary.MODULE; ) {
            Definition function = file.definitions().get(at);
            for (int i = 0; i < function.parameters().size(); i++) {
                int parameter = function.parameters().get(i);
                if (mayAnswer(resolver, file, parameter, i)) {
                    parameters.add(parameter);
                }
            }
            at = function.parent();
        }
        return !parameters.isEmpty()
                && new Mentions(file, parameters).inCall(use, new HashSet<>());
    }

    /** The request comes first; what comes after it can answer, unless it is only data. */
    private static boolean mayAnswer(
            Resolver resolver, SourceSummary file, int parameter, int position) {
        Binding binding = file.bindings().get(parameter);
        Set<Entity> entities = resolver.binding(file, binding.id());
        boolean answers =
                entities.stream()
                        .anyMatch(
                                entity ->
                                        entity instanceof Entity.Api api
                                                && isAnswer(api.path()));
        return answers || position > 0 && entities.isEmpty();
    }

    private static boolean isAnswer(String path) {
        return path.endsWith("Response()")
                || path.endsWith("Reply()")
                || path.endsWith("Context()")
                || path.endsWith("Callback()")
                || path.endsWith("Next()");
    }

    /**
     * Whether the request is surely answered by something else than the work: an async handler ends
     * when its function does; other handlers must use their response themselves.
     */
    private static boolean answersWithout(Resolver resolver, ReachedUse use) {
        SourceSummary file = use.file();
        int outermost = Touches.outermost(file, use.use().definition());
        Definition handler = file.definitions().get(outermost);
        if (handler.has(Definition.Trait.ASYNC) && handler.parameters().size() < 2) {
            return true;
        }
        Set<Integer> answering = new HashSet<>();
        for (int i = 0; i < handler.parameters().size(); i++) {
            int parameter = handler.parameters().get(i);
            if (mayAnswer(resolver, file, parameter, i)) {
                answering.add(parameter);
            }
        }
        if (answering.isEmpty()) {
            return handler.has(Definition.Trait.ASYNC);
        }
        Mentions mentions = new Mentions(file, answering);
        for (Use other : file.uses()) {
            if (other.definition() == use.use().definition()
                    && other.id() != use.use().id()
                    && other.kind() == Use.Kind.CALL
                    && !mentions.isPartOf(other, use.use())
                    && mentions.inTarget(other)) {
                return true;
            }
        }
        return false;
    }
}
