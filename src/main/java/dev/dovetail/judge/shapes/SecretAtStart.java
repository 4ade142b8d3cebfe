package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Values;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A secret that each process makes for itself at start and signs with.
 *
 * <p>The signature's {@code sources} make random values, its {@code sinks} take secrets, and its
 * capture {@code secret} says where.
 */
public final class SecretAtStart implements ShapeFinder {

    @Override
    public String name() {
        return "secret-at-start";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        Selector secret = signature.captures().get("secret");
        if (secret == null) {
            return shapes;
        }
        for (ReachedUse use : unit.uses()) {
            boolean sink =
                    signature.sinks().stream()
                            .map(ApiPattern::path)
                            .anyMatch(use.paths()::contains);
            if (sink
                    && Values.find(unit.resolver(), use.file(), use.use(), secret)
                            instanceof Values.Found.There there
                    && isRandom(unit, there.written(), signature)
                    && outlivesRequests(use, there.written())) {
                shapes.add(
                        new Shape(
                                use,
                                use.place(),
                                "signs with a secret made at start",
                                Map.of(),
                                List.of(
                                        new Finding.Step(
                                                use.place(), "takes the secret"))));
            }
        }
        return shapes;
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
        // A variable that may be set elsewhere comes first: what is made here is only a fall-back.
        return random
                && !unit.folder().fold(written.file(), written.value()).dependsOnEnvironment()
                && unit.folder().fold(written.file(), written.value()).text().isEmpty();
    }

    /** Made once per process: the value or the call that takes it stands in start-up code. */
    private static boolean outlivesRequests(ReachedUse use, Values.Written written) {
        if (use.step().context() == Context.START) {
            return true;
        }
        return written.value() instanceof Expr.Ref ref
                && isModuleLevel(written.file(), ref.binding());
    }

    private static boolean isModuleLevel(SourceSummary file, int id) {
        Binding binding = file.bindings().get(id);
        return binding.kind() == Binding.Kind.IMPORT
                || binding.definition() == SourceSummary.MODULE
                || binding.kind() == Binding.Kind.FIELD && binding.isStatic();
    }
}
