package dev.dovetail.judge.shapes;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Shape;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Context;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Step;
import dev.dovetail.link.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that one request writes and another one reads.
 *
 * <p>The signature's {@code sources} write, its capture {@code path} says where; its {@code sinks} read
 * what their own captures say, a file or all of a folder. Whoever writes the file too before it reads is
 * no other request.
 */
public final class FileAcrossRequests implements ShapeFinder {

    private static final String PATH = "path";

    private record FileUse(ReachedUse use, Folded path) {}

    @Override
    public String name() {
        return "file-across-requests";
    }

    @Override
    public List<Shape> find(LinkedUnit unit, Signature signature) {
        List<FileUse> writes = new ArrayList<>();
        List<FileUse> reads = new ArrayList<>();
        Selector written = signature.captures().get(PATH);
        for (ReachedUse use : unit.uses()) {
            if (written != null && Sources.include(unit, signature, use)) {
                writes.add(new FileUse(use, path(unit, use, written)));
            }
            for (Signature.Sink sink : signature.sinks()) {
                if (sink.capture().isPresent() && use.paths().contains(sink.api().path())) {
                    reads.add(new FileUse(use, path(unit, use, sink.capture().get())));
                }
            }
        }
        List<Shape> shapes = new ArrayList<>();
        for (FileUse write : writes) {
            boolean perRequest =
                    write.use().step().context() == Context.REQUEST
                            && write.use().step().contextKnown();
            if (perRequest) {
                reads.stream()
                        .filter(read -> isReadByAnother(unit, write, read, writes))
                        .findFirst()
                        .ifPresent(read -> shapes.add(shape(write, read)));
            }
        }
        return shapes;
    }

    private static Folded path(LinkedUnit unit, ReachedUse use, Selector selector) {
        return Values.select(unit.folder(), use.file(), use.use(), selector);
    }

    private static Shape shape(FileUse write, FileUse read) {
        return new Shape(
                write.use(),
                write.use().place(),
                "writes it",
                Map.of(PATH, write.path(), "reader", Folded.of(text(read.use()))),
                List.of(new Finding.Step(read.use().place(), "another request reads it")));
    }

    private static String text(ReachedUse use) {
        return use.place().file() + ":" + use.place().region().startLine();
    }

    private static boolean isReadByAnother(
            LinkedUnit unit, FileUse write, FileUse read, List<FileUse> writes) {
        if (!isSameFile(write.path(), read.path())) {
            return false;
        }
        Step reader = read.use().step();
        if (reader.context() == Context.START) {
            // What is set up at start serves the folder from then on.
            return isWithin(write.path(), read.path());
        }
        if (!reader.contextKnown()) {
            return false;
        }
        Set<Step> reading = new HashSet<>(unit.requestEntries(reader));
        for (FileUse each : writes) {
            if (isSameFile(each.path(), read.path())) {
                reading.removeAll(unit.requestEntries(each.use().step()));
            }
        }
        return !reading.isEmpty();
    }

    private static boolean isSameFile(Folded written, Folded read) {
        Optional<String> one = written.text();
        Optional<String> other = read.text();
        if (one.isPresent() && one.equals(other)) {
            return true;
        }
        boolean alike =
                written instanceof Folded.Partial left
                        && read instanceof Folded.Partial right
                        && left.equals(right)
                        && isTelling(left);
        return alike || isWithin(written, read);
    }

    /** More than a folder that everybody writes to: one of its own within, or how the name ends. */
    private static boolean isTelling(Folded.Partial path) {
        boolean folderOfItsOwn = path.prefix().chars().filter(each -> each == '/').count() > 2;
        return folderOfItsOwn || path.suffix().length() > 1;
    }

    /** Whether what is written lies in a folder that is read as a whole. */
    private static boolean isWithin(Folded written, Folded folder) {
        String beginning =
                written instanceof Folded.Partial partial
                        ? partial.prefix()
                        : written.text().orElse("");
        return folder.text()
                .map(path -> path.replaceFirst("/+$", "") + "/")
                .filter(path -> path.length() > 1 && beginning.startsWith(path))
                .isPresent();
    }
}
