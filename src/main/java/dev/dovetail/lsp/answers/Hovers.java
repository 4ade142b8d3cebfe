package dev.dovetail.lsp.answers;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Trigger;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.lsp.live.BoundUnit;
import dev.dovetail.lsp.live.Snapshot;
import dev.dovetail.report.SettingText;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/**
 * What is shown of a handler, a setting or a platform in config, and of a handler in code: what it is
 * bound to, and what the platform allows.
 */
public final class Hovers {

    /** More units than anyone reads in a tooltip. */
    private static final int MOST_UNITS = 5;

    private final Snapshot snapshot;
    private final Ranges ranges;
    private final UnitTitle titles;
    private final UnitFacts facts;

    public Hovers(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.ranges = new Ranges(snapshot);
        this.titles = new UnitTitle(snapshot.checked().knowledge());
        this.facts = new UnitFacts(snapshot.checked().knowledge());
    }

    /** What there is to say of a position; empty when nothing is. */
    public Optional<Hover> at(String file, Position position) {
        // Each text by the place that it is of: the narrowest place is what is meant.
        Map<Place, List<String>> found = new LinkedHashMap<>();
        for (BoundUnit bound : snapshot.checked().units()) {
            DeploymentUnit unit = bound.unit();
            note(found, unit.entryPoint().place(), () -> unitText(bound), file, position);
            note(found, unit.place(), () -> unitText(bound), file, position);
            for (EntryBinding.Root root : bound.handlers()) {
                note(found, Places.of(root), () -> unitText(bound), file, position);
            }
            settings(found, bound, unit.settings(), file, position);
            for (Trigger trigger : unit.triggers()) {
                settings(found, bound, trigger.settings(), file, position);
                for (Trigger.Hop hop : trigger.hops()) {
                    settings(found, bound, hop.settings(), file, position);
                    facts.about(hop.platform())
                            .ifPresent(
                                    text -> note(found, hop.place(), () -> text, file, position));
                }
            }
        }
        return found.keySet().stream()
                .min(Places.nearest(position))
                .map(place -> hover(found.getOrDefault(place, List.of()), place));
    }

    private void settings(
            Map<Place, List<String>> found,
            BoundUnit bound,
            Map<String, Setting> settings,
            String file,
            Position position) {
        settings.forEach(
                (name, setting) ->
                        setting.place()
                                .ifPresent(
                                        place ->
                                                note(
                                                        found,
                                                        place,
                                                        () -> settingText(bound, name, setting),
                                                        file,
                                                        position)));
    }

    private static void note(
            Map<Place, List<String>> found,
            Place place,
            Supplier<String> text,
            String file,
            Position position) {
        if (place.file().equals(file) && Places.isMeant(place, position)) {
            List<String> texts = found.computeIfAbsent(place, key -> new ArrayList<>());
            String said = text.get();
            if (!texts.contains(said)) {
                texts.add(said);
            }
        }
    }

    private Hover hover(List<String> texts, Place place) {
        int more = texts.size() - MOST_UNITS;
        String text =
                String.join("\n\n---\n\n", texts.subList(0, Math.min(texts.size(), MOST_UNITS)))
                        + (more > 0 ? "\n\nand %d more".formatted(more) : "");
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), ranges.of(place));
    }

    private String settingText(BoundUnit bound, String name, Setting setting) {
        DeploymentUnit unit = bound.unit();
        String text = titles.of(unit) + "\n\n" + facts.line(unit, name, setting);
        return BoundUnit.PORTS.contains(name) ? text + "\n\n" + listeners(bound) : text;
    }

    /** What listens in the unit that a port leads to. */
    private String listeners(BoundUnit bound) {
        if (bound.ports().isEmpty()) {
            return "What listens there is not known.";
        }
        return bound.ports().stream()
                .map(
                        port ->
                                "%s listens on %s%s"
                                        .formatted(
                                                link(port.place()),
                                                port.number()
                                                        .map(number -> "port " + number)
                                                        .orElse("a port that is not known"),
                                                port.address()
                                                        .map(address -> " of " + address)
                                                        .orElse("")))
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private String link(Place place) {
        return "[%s](%s#L%d)"
                .formatted(place, ranges.location(place).getUri(), place.region().startLine());
    }

    private String unitText(BoundUnit bound) {
        DeploymentUnit unit = bound.unit();
        List<String> lines = new ArrayList<>();
        lines.add("**" + unit.name() + "** · " + titles.where(unit));
        lines.add("");
        lines.add("- " + SettingText.entryPoint(unit.entryPoint()) + binding(bound));
        lines.addAll(facts.lines(unit));
        return String.join("\n", lines);
    }

    private String binding(BoundUnit bound) {
        EntryBinding entry = bound.entry();
        if (entry instanceof EntryBinding.Missing missing) {
            return " → **not found**: " + missing.wanted();
        }
        if (entry instanceof EntryBinding.Unknown unknown) {
            return " → unknown: " + unknown.why();
        }
        return bound.handlers().stream()
                .findFirst()
                .map(Places::of)
                .map(place -> " → " + link(place))
                .orElse("");
    }
}
