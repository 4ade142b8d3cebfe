package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Values;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A secret that each process makes for itself at start and signs with.
 *
 * <p>The signature's {@code sources} make random values, and its {@code sinks} take secrets.
 */
public final class SecretAtStart implements ShapeFinder {

    @Override
    public String name() {
        return "secret-at-start";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            for (Signature.Sink sink : signature.sinks()) {
                if (use.paths().contains(sink.api().path())) {
                    secretOf(unit, use, sink, signature).ifPresent(shapes::add);
                }
            }
        }
        return shapes;
    }

    private static Optional<Shape> secretOf(
            LinkedUnit unit, ReachedUse use, Signature.Sink sink, Signature signature) {
        List<Values.Written> secrets = new ArrayList<>();
        if (sink.capture().isPresent()) {
            Values.Found found =
                    Values.find(unit.resolver(), use.file(), use.use(), sink.capture().get());
            if (found instanceof Values.Found.There there) {
                secrets.add(there.written());
            }
        } else {
            use.use()
                    .arguments()
                    .forEach(argument -> secrets.add(new Values.Written(use.file(), argument.value())));
        }
        for (Values.Written taken : secrets) {
            Values.Written secret = fallBack(unit, taken);
            if (isRandom(unit, secret, signature) && outlivesRequests(unit, use, taken)) {
                return Optional.of(
                        new Shape(
                                use,
                                use.place(),
                                "takes a secret made at start",
                                Map.of(
                                        "source",
                                        new Folded.Known(
                                                unit.resolver()
                                                        .paths(secret.file(), secret.value())
                                                        .get(0)),
                                        "sink",
                                        new Folded.Known(sink.api().path())),
                                List.of()));
            }
        }
        return Optional.empty();
    }

    /** {@code getenv("SECRET", random())} is what it falls back to when nothing sets the variable. */
    private static Values.Written fallBack(LinkedUnit unit, Values.Written taken) {
        Expr value = taken.value();
        if (value instanceof Expr.Ref ref
                && taken.file().bindings().get(ref.binding()).values().size() == 1) {
            value = taken.file().bindings().get(ref.binding()).values().get(0);
        }
        if (!(value instanceof Expr.Result result)) {
            return taken;
        }
        Use read = taken.file().uses().get(result.use());
        boolean environment =
                unit.resolver()
                        .facts()
                        .isCallThatFolds(unit.resolver().paths(taken.file(), read.target()), "environment");
        if (!environment || read.arguments().size() != 2) {
            return taken;
        }
        Folded name = unit.folder().fold(taken.file(), read.arguments().get(0).value());
        boolean unset =
                name.text()
                        .filter(
                                variable ->
                                        unit.folder().environment().variable(variable)
                                                instanceof Folded.Nothing)
                        .isPresent();
        return unset
                ? new Values.Written(taken.file(), read.arguments().get(1).value())
                : taken;
    }

    private static boolean isRandom(
            LinkedUnit unit, Values.Written written, Signature signature) {
        boolean random =
                unit.resolver().paths(written.file(), written.value()).stream()
                        .anyMatch(
                                path ->
                                        signature.sources().stream()
                                                .anyMatch(
                                                        source ->
                                                                path.startsWith(
                                                                        source.path() + "()")));
        // Where it is one of several values, such as a variable's, what is made here is a fall-back.
        Folded value = unit.folder().fold(written.file(), written.value());
        return random
                && !(value instanceof Folded.Choice)
                && !value.dependsOnEnvironment()
                && value.text().isEmpty();
    }

    /** Made once per process: the value or the call that takes it stands in start-up code. */
    private static boolean outlivesRequests(
            LinkedUnit unit, ReachedUse use, Values.Written written) {
        if (use.step().context() == Context.START) {
            return true;
        }
        return written.value() instanceof Expr.Ref ref
                && isOfProcess(unit, written.file(), ref.binding());
    }

    private static boolean isOfProcess(LinkedUnit unit, SourceSummary file, int id) {
        Binding binding = file.bindings().get(id);
        return binding.kind() == Binding.Kind.IMPORT
                || binding.definition() == SourceSummary.MODULE
                || binding.kind() == Binding.Kind.FIELD
                        && new State(file, id).isOnePerProcess(unit);
    }
}
