package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.judge.Work;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.link.Step;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
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
                    && Work.isWork(unit.resolver(), use.file(), use.use())
                    && !mentionsAnswer(unit.resolver(), use.file(), use.use())
                    && answersWithout(unit.resolver(), use)) {
                shapes.add(
                        new Shape(
                                use,
                                use.place(),
                                "is started and not waited for",
                                Map.of("work", new Folded.Known(Work.named(use))),
                                List.of()));
            }
        }
        return shapes;
    }

    /**
     * Whether the work gets a hold of something by which it may answer: a response, a callback, a
     * {@code resolve}. Then it is not after the answer but makes it.
     */
    private static boolean mentionsAnswer(Resolver resolver, SourceSummary file, Use use) {
        Set<Integer> parameters = new HashSet<>();
        for (int at = use.definition(); at > SourceSummary.MODULE; ) {
            Definition function = file.definitions().get(at);
            for (Expr returned : function.returns()) {
                if (returned instanceof Expr.Ref ref && isMadeByLibrary(resolver, file, ref)) {
                    parameters.add(ref.binding());
                }
            }
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

    /** A promise or deferred result that is returned before the work settles it. */
    private static boolean isMadeByLibrary(
            Resolver resolver, SourceSummary file, Expr.Ref returned) {
        return file.bindings().get(returned.binding()).values().stream()
                .anyMatch(
                        value ->
                                value instanceof Expr.Result result
                                        && file.uses().get(result.use()).kind()
                                                == Use.Kind.CONSTRUCT
                                        && !resolver.paths(file, value).isEmpty());
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
        boolean endsWithReturn =
                file.language() != Language.JAVASCRIPT
                        || handler.has(Definition.Trait.ASYNC) && handler.parameters().size() < 2;
        if (endsWithReturn) {
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
