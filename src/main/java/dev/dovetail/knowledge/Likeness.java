package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives a platform the facts of the one it is like, where it has none of its own. */
final class Likeness {

    private static final int LONGEST = 4;

    private Likeness() {}

    static Platform merge(Platform platform, Map<String, Platform> all, List<String> errors) {
        Platform merged = platform;
        Optional<String> like = platform.like();
        for (int i = 0; i < LONGEST && like.isPresent(); i++) {
            Platform other = all.get(like.get());
            if (other == null) {
                errors.add("there is no platform " + like.get());
                return merged;
            }
            merged = fill(merged, other);
            like = other.like();
        }
        return merged;
    }

    private static Platform fill(Platform own, Platform other) {
        List<String> writable =
                own.writableFolders().isEmpty() ? other.writableFolders() : own.writableFolders();
        return new Platform(
                own.id(),
                own.kind(),
                own.name(),
                own.like(),
                own.home(),
                own.summary(),
                filled(own.support(), other.support()),
                filled(own.limits(), other.limits()),
                filled(own.environment(), other.environment()),
                new ArrayList<>(writable),
                filled(own.runtimes(), other.runtimes()),
                filled(own.traits(), other.traits()));
    }

    private static <T> Map<String, T> filled(Map<String, T> own, Map<String, T> other) {
        Map<String, T> all = new LinkedHashMap<>(new TreeMap<>(other));
        all.putAll(own);
        return all;
    }
}
