package dev.dovetail.lsp.live;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.contracts.OpenPorts;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.source.SourceSummary;
import java.util.List;
import java.util.Set;

/**
 * A unit, and what became of its entry point.
 *
 * @param ports that it opens, as far as they are known; asked for only where config names a port
 */
public record BoundUnit(DeploymentUnit unit, EntryBinding entry, List<OpenPorts.OpenPort> ports) {

    /** Settings that name a port of a unit. */
    public static final Set<String> PORTS =
            Set.of(
                    SettingName.EXPOSED_PORT,
                    SettingName.LISTEN_PORT,
                    SettingName.PORT,
                    SettingName.PROBE_PORT);

    public BoundUnit {
        ports = List.copyOf(ports);
    }

    /**
     * The functions that the platform calls; where it calls none, as when it starts a program, the
     * files that it runs. None when they were not found.
     */
    public List<EntryBinding.Root> handlers() {
        return handlers(entry);
    }

    static List<EntryBinding.Root> handlers(EntryBinding entry) {
        if (!(entry instanceof EntryBinding.Found found)) {
            return List.of();
        }
        List<EntryBinding.Root> functions =
                found.roots().stream()
                        .filter(root -> root.function().definition() != SourceSummary.MODULE)
                        .toList();
        return functions.isEmpty() ? found.roots() : functions;
    }
}
