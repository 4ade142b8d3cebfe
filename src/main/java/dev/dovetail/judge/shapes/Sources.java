package dev.dovetail.judge.shapes;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;

/** The calls that a signature of a shape names as its sources. */
final class Sources {

    private Sources() {}

    /** Whether a use is one of them, however the library spells it. */
    static boolean include(LinkedUnit unit, Signature signature, ReachedUse use) {
        if (use.paths().isEmpty()) {
            return false;
        }
        for (ApiPattern source : signature.sources()) {
            if (use.paths().contains(unit.resolver().facts().canonicalPath(source.path()))) {
                return true;
            }
        }
        return false;
    }
}
