package dev.dovetail.lsp.answers;

import dev.dovetail.link.Entity;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.lsp.live.BoundUnit;
import dev.dovetail.lsp.live.Snapshot;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/** The ways between a handler's name in config and the function in code. */
public final class Places {

    private Places() {}

    /** From a handler in config to its function, and from a function to the config that names it. */
    public static List<Location> definitions(Snapshot snapshot, String file, Position position) {
        Set<Place> found = new LinkedHashSet<>();
        for (BoundUnit bound : snapshot.checked().units()) {
            if (isAt(bound.unit().entryPoint().place(), file, position)) {
                bound.handlers().forEach(root -> found.add(of(root)));
            }
            addConfigOf(bound, file, position, found);
        }
        return locations(snapshot, found, file, position);
    }

    /** All config that names the function at a position, or that at the other end of a handler there. */
    public static List<Location> references(Snapshot snapshot, String file, Position position) {
        Set<Place> functions = new LinkedHashSet<>();
        for (BoundUnit bound : snapshot.checked().units()) {
            boolean namedHere = isAt(bound.unit().entryPoint().place(), file, position);
            for (EntryBinding.Root root : bound.handlers()) {
                if (namedHere || isAt(of(root), file, position)) {
                    functions.add(of(root));
                }
            }
        }
        Set<Place> found = new LinkedHashSet<>();
        for (BoundUnit bound : snapshot.checked().units()) {
            if (bound.handlers().stream().anyMatch(root -> functions.contains(of(root)))) {
                found.add(bound.unit().entryPoint().place());
            }
        }
        return locations(snapshot, found, file, position);
    }

    private static void addConfigOf(
            BoundUnit bound, String file, Position position, Set<Place> found) {
        if (bound.handlers().stream().anyMatch(root -> isAt(of(root), file, position))) {
            found.add(bound.unit().entryPoint().place());
        }
    }

    private static List<Location> locations(
            Snapshot snapshot, Set<Place> places, String file, Position position) {
        Ranges ranges = new Ranges(snapshot);
        return places.stream()
                .filter(place -> !isAt(place, file, position))
                .map(ranges::location)
                .toList();
    }

    /** The name of the function that a platform calls. */
    static Place of(EntryBinding.Root root) {
        Entity.Code function = root.function();
        return function.file()
                .place(function.file().definitions().get(function.definition()).nameRegion());
    }

    private static boolean isAt(Place place, String file, Position position) {
        return place.file().equals(file) && isMeant(place, position);
    }

    /**
     * Whether a position speaks of a place: it lies in it or, for the key before a value, in its line
     * and before its end. A place that stands for a whole file is meant by nothing.
     */
    static boolean isMeant(Place place, Position position) {
        Region region = place.region();
        if (region.equals(Region.FILE_START)) {
            return false;
        }
        return region.endLine() == region.startLine()
                && region.startLine() == position.getLine() + 1
                && position.getCharacter() + 1 <= region.endColumn();
    }

    /** Of several places that are meant, first one that a position lies in, the narrowest of these. */
    static Comparator<Place> nearest(Position position) {
        return Comparator.comparing((Place place) -> !Ranges.holds(place, position))
                .thenComparing(place -> place.region().endColumn() - place.region().startColumn());
    }
}
