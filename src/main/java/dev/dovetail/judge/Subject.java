package dev.dovetail.judge;

import dev.dovetail.config.Trigger;
import dev.dovetail.config.project.ApplicationConfig;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Values;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a condition is asked about: a unit, a use that it reaches, and the values captured of it.
 *
 * @param captures by name
 * @param found for each captured name, where its value is written; absent for values that a shape
 *     computed
 * @param asked the platform whose verdict the condition is part of
 */
public record Subject(
        LinkedUnit unit,
        ReachedUse use,
        Map<String, Folded> captures,
        Map<String, Values.Found> found,
        Optional<Asked> asked) {

    /**
     * The platform that is asked, and how it is met.
     *
     * @param trigger the way in that a hop stands on; empty for the host
     */
    public record Asked(
            Platform platform, Optional<Trigger> trigger, Optional<Trigger.Hop> hop) {}

    /** The capture of which only the program that it starts counts. */
    private static final String COMMAND = "command";

    public Subject {
        captures = Map.copyOf(captures);
        found = Map.copyOf(found);
    }

    /** A use with the values that a signature captures. */
    static Subject of(LinkedUnit unit, ReachedUse use, Signature signature) {
        return of(unit, use, signature, Map.of());
    }

    /** The same with values that a shape computed. */
    static Subject of(
            LinkedUnit unit, ReachedUse use, Signature signature, Map<String, Folded> computed) {
        Map<String, Folded> captures = new LinkedHashMap<>(computed);
        Map<String, Values.Found> found = new LinkedHashMap<>();
        for (Map.Entry<String, Selector> capture : signature.captures().entrySet()) {
            Values.Found value =
                    Values.find(unit.resolver(), use.file(), use.use(), capture.getValue());
            if (capture.getKey().equals(COMMAND)) {
                captures.put(COMMAND, CommandLine.program(unit, value));
                continue;
            }
            found.put(capture.getKey(), value);
            captures.put(capture.getKey(), fold(unit, value));
        }
        return new Subject(unit, use, captures, found, Optional.empty());
    }

    /** The same, asked of a platform. */
    Subject askedOf(Asked newAsked) {
        return new Subject(unit, use, captures, found, Optional.of(newAsked));
    }

    /** The same, asked of a host. */
    Subject askedOf(Platform host) {
        return askedOf(new Asked(host, Optional.empty(), Optional.empty()));
    }

    /** The line of the application's config that a capture takes its value from. */
    Optional<Place> propertyPlace() {
        return found.values().stream()
                .filter(Values.Found.Property.class::isInstance)
                .map(Values.Found.Property.class::cast)
                .flatMap(
                        property ->
                                unit.folder()
                                        .properties()
                                        .written(property.file(), property.name())
                                        .stream())
                .map(ApplicationConfig.Entry::place)
                .findFirst();
    }

    /** The value of what a selector leads to; {@link Folded.Nothing} where it is surely not given. */
    public static Folded fold(LinkedUnit unit, Values.Found found) {
        if (found instanceof Values.Found.There there) {
            return unit.folder().fold(there.written().file(), there.written().value());
        }
        if (found instanceof Values.Found.Property property) {
            return unit.folder().properties().value(property.file(), property.name());
        }
        return found instanceof Values.Found.Absent ? new Folded.Nothing() : Folded.UNKNOWN;
    }
}
