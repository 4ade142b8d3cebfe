package dev.dovetail.judge;

import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import java.util.List;

/** What a unit's manifests and its application's own properties say. */
public interface Dependencies {

    /**
     * Whether a manifest of the unit declares one of these: npm names, or Maven's {@code
     * group:artifact} where {@code *} stands for any artifact. Unknown when no manifest is there.
     */
    Truth declares(LinkedUnit unit, List<String> names);

    /** A property of the application's own config, {@link Folded.Nothing} when it is surely not set. */
    Folded property(LinkedUnit unit, String name);
}
