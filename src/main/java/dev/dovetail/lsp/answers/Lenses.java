package dev.dovetail.lsp.answers;

import dev.dovetail.link.EntryBinding;
import dev.dovetail.lsp.live.BoundUnit;
import dev.dovetail.lsp.live.Snapshot;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CodeLens;

/** Above each handler, the units that run it and where; a click leads to the config. */
public final class Lenses {

    /** More units of one function than one line of the editor takes. */
    private static final int MOST_UNITS = 4;

    private final Snapshot snapshot;
    private final Ranges ranges;
    private final UnitTitle titles;

    public Lenses(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.ranges = new Ranges(snapshot);
        this.titles = new UnitTitle(snapshot.checked().knowledge());
    }

    /** The lenses of a file, from its top. */
    public List<CodeLens> of(String file) {
        Map<Place, Set<BoundUnit>> units = new LinkedHashMap<>();
        for (BoundUnit bound : snapshot.checked().units()) {
            for (EntryBinding.Root root : bound.handlers()) {
                Place place = Places.of(root);
                if (place.file().equals(file)) {
                    units.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(bound);
                }
            }
        }
        return units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(
                        entry ->
                                entry.getValue().stream()
                                        .limit(MOST_UNITS)
                                        .map(bound -> lens(entry.getKey(), bound)))
                .toList();
    }

    private CodeLens lens(Place function, BoundUnit bound) {
        Place config = bound.unit().entryPoint().place();
        return new CodeLens(
                ranges.of(function),
                ShowWay.command(
                        titles.of(bound.unit()),
                        ranges.location(function),
                        List.of(ranges.location(config)),
                        List.of(config.toString())),
                null);
    }
}
