package dev.dovetail.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A unit as it would be on another host: what belongs to the program goes with it, what somebody
 * chose for the host that it is on stays behind.
 */
public final class MovedUnit {

    /** Settings that the start command and the image bring along, wherever they run. */
    private static final Set<String> OF_THE_PROGRAM =
            Set.of(
                    SettingName.BASE_IMAGE,
                    SettingName.BIND_ADDRESS,
                    SettingName.BUILT,
                    SettingName.HEAP,
                    SettingName.HEAP_SHARE,
                    SettingName.KEEP_ALIVE,
                    SettingName.LIBC,
                    SettingName.LISTEN_PORT,
                    SettingName.SERVER,
                    SettingName.SERVER_TIMEOUT,
                    SettingName.SYSTEM_PACKAGES,
                    SettingName.WORKING_FOLDER);

    private MovedUnit() {}

    /**
     * The unit on {@code host}: with its code, its variables and what calls it, but without copies,
     * sizes, time limits, mounts and hops.
     *
     * @param given names of variables that the host itself sets
     */
    public static DeploymentUnit of(DeploymentUnit unit, String host, Set<String> given) {
        Map<String, Setting> settings = new HashMap<>(unit.settings());
        settings.keySet().retainAll(OF_THE_PROGRAM);
        Map<String, Setting> environment = new HashMap<>(unit.environment());
        environment.keySet().removeAll(given);
        return new DeploymentUnit(
                unit.name(),
                host,
                unit.folder(),
                unit.place(),
                unit.entryPoint(),
                unit.triggers().stream().map(MovedUnit::withoutHops).toList(),
                unit.triggersKnown(),
                settings,
                environment,
                unit.environmentKnown(),
                List.of(),
                unit.format(),
                unit.way(),
                PackagedFiles.UNKNOWN);
    }

    private static Trigger withoutHops(Trigger trigger) {
        Map<String, Setting> settings = new HashMap<>(trigger.settings());
        settings.keySet().retainAll(Set.of(SettingName.SCHEDULE));
        return new Trigger(
                trigger.kind(),
                List.of(),
                trigger.method(),
                trigger.path(),
                settings,
                trigger.place());
    }
}
