package dev.dovetail.judge.contracts;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls that features are known by. */
final class Calls {

    private Calls() {}

    /** Whether a use is a call that a signature names. */
    static boolean areOf(ReachedUse use, Signature signature) {
        Set<String> forms = new HashSet<>();
        use.paths().forEach(path -> forms.addAll(ApiPattern.forms(path)));
        return signature.apis().stream()
                .anyMatch(api -> api.kind() == ApiPattern.Kind.CALL && forms.contains(api.path()));
    }

    /** Whether a unit reaches any call that a feature is known by, whatever else is asked of it. */
    static boolean showIn(LinkedUnit unit, Feature feature) {
        return unit.uses().stream()
                .anyMatch(
                        use ->
                                feature.uses()
                                        .getOrDefault(use.file().language().id(), List.of())
                                        .stream()
                                        .anyMatch(signature -> areOf(use, signature)));
    }
}
