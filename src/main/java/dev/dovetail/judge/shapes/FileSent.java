package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of the workspace that answers a request, with its length.
 *
 * <p>The signature's {@code sources} are the calls that send one, whose first argument is its path.
 */
public final class FileSent implements ShapeFinder {

    @Override
    public String name() {
        return "file-sent";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<Shape> shapes = new ArrayList<>();
        for (ReachedUse use : unit.uses()) {
            boolean sends =
                    use.step().context() == Context.REQUEST
                            && use.use().kind() != Use.Kind.READ
                            && !use.use().arguments().isEmpty()
                            && Sources.include(unit, signature, use);
            if (sends) {
                Folded path = unit.folder().fold(use.file(), use.use().arguments().get(0).value());
                path.text().flatMap(text -> sent(unit, use, text)).ifPresent(shapes::add);
            }
        }
        return shapes;
    }

    /** A relative path is taken from the application's folder, or from that of the code. */
    private static Optional<Shape> sent(LinkedUnit unit, ReachedUse use, String path) {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        for (String folder : List.of(unit.unit().folder(), "", Paths.parent(use.file().file()))) {
            OptionalLong size =
                    Paths.resolve(folder, path).map(unit.resolver()::sizeOf).orElse(OptionalLong.empty());
            if (size.isPresent()) {
                Map<String, Folded> captures =
                        Map.of("path", Folded.of(path), "size", Folded.of(size.getAsLong()));
                return Optional.of(new Shape(use, use.place(), "sends " + path, captures, List.of()));
            }
        }
        return Optional.empty();
    }
}
