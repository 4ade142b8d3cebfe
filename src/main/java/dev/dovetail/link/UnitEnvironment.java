package dev.dovetail.link;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Secrets;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.knowledge.Platform;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of one unit's environment, as config and platform give them.
 *
 * @param unit whose config is asked first
 * @param platform its host, when {@code rules/} knows it
 * @param script the file that the process is started with, as a script; empty when a platform loads
 *     the code as a module
 */
public record UnitEnvironment(
        DeploymentUnit unit, Optional<Platform> platform, Optional<String> script) {

    /** A trait of platforms whose variables are normally set outside the repository. */
    private static final String ELSEWHERE = "environment-elsewhere";

    /** The value of a variable: known, {@link Folded.Nothing} when it is surely not set, or unknown. */
    public Folded variable(String name) {
        Setting setting = unit.environment().get(name);
        if (setting != null) {
            // No path and no message is made of a secret: that it is set is all there is to know.
            return setting.value() instanceof Value.Known known && !Secrets.isNameOfOne(name)
                    ? Folded.of(known.literal())
                    : new Folded.Partial("", "");
        }
        if (platform.isPresent()) {
            Map<String, Optional<String>> provided = platform.get().environment();
            if (provided.containsKey(name)) {
                return provided.get(name)
                        .<Folded>map(Folded.Known::new)
                        .orElse(new Folded.Structure());
            }
        }
        return isComplete() ? new Folded.Nothing() : new Folded.Unknown(true);
    }

    /** Whether a variable that neither config nor platform names is surely not set. */
    public boolean isComplete() {
        return unit.environmentKnown()
                && platform.isPresent()
                && !platform.get().traits().containsKey(ELSEWHERE);
    }

    /** Whether {@code file} is the script that the process was started with. */
    public Truth isStartedWith(String file) {
        return Truth.of(script.isPresent() && script.get().equals(file));
    }
}
