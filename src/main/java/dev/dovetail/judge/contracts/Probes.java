package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.Optional;

/** The probes and health checks of a unit, those left out that its platform does not run. */
final class Probes {

    private Probes() {}

    /**
     * The setting of a probe. Of platforms that take images, the one that the others are like runs
     * the image's own health check; those others have probes of their own.
     */
    static Optional<Setting> of(LinkedUnit unit, String name) {
        boolean runsImages = unit.host().flatMap(host -> host.like()).isEmpty();
        Optional<String> image =
                unit.unit()
                        .setting(SettingName.BASE_IMAGE)
                        .flatMap(Setting::place)
                        .map(Place::file);
        return unit.unit()
                .setting(name)
                .filter(
                        set ->
                                runsImages
                                        || image.isEmpty()
                                        || !set.place().map(Place::file).equals(image));
    }
}
