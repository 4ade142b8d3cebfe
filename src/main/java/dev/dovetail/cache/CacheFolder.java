package dev.dovetail.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where programs keep what they can do without, as each system has it. */
public final class CacheFolder {

    private static final String NAME = "dovetail";

    private CacheFolder() {}

    /**
     * The folder, which need not exist; empty where the system names none.
     *
     * @param environment of the process
     * @param system as the property {@code os.name} says it
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory
     *     Specification</a>, which has relative paths ignored
     */
    public static Optional<Path> of(Map<String, String> environment, String system) {
        Optional<Path> named = absolute(environment, "XDG_CACHE_HOME");
        if (named.isPresent()) {
            return named.map(caches -> caches.resolve(NAME));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment, "LOCALAPPDATA")
                    .map(local -> local.resolve(NAME).resolve("cache"));
        }
        String caches = name.startsWith("mac") ? "Library/Caches" : ".cache";
        return absolute(environment, "HOME").map(home -> home.resolve(caches).resolve(NAME));
    }

    /**
     * Whether a folder that need not exist yet lies in another, links or not.
     *
     * @param outer without links
     */
    public static boolean isWithin(Path folder, Path outer) throws IOException {
        Path existing = folder.toAbsolutePath().normalize();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && existing.toRealPath().startsWith(outer);
    }

    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        try {
            return Optional.of(Path.of(value)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
