package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.Optional;

/**
 * A value that config gives a unit, with the place that says so.
 *
 * @param value durations in ms, sizes in MiB unless the setting's name says otherwise
 * @param origin where it comes from
 * @param place where config says it; empty for {@link Origin#DEFAULT}
 */
public record Setting(Value value, Origin origin, Optional<Place> place) {

    /** Where a setting comes from. */
    public enum Origin {
        /** Written in the workspace. */
        CONFIG,
        /** Written nowhere: what the platform or the deployment tool takes instead. */
        DEFAULT
    }

    public static Setting at(Value value, Place place) {
        return new Setting(value, Origin.CONFIG, Optional.of(place));
    }

    public static Setting byDefault(Object literal) {
        return new Setting(new Value.Known(literal), Origin.DEFAULT, Optional.empty());
    }
}
