package dev.dovetail.config.project;

import dev.dovetail.workspace.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Maven or Gradle build says of the Java code beneath it.
 *
 * @param file the build's own file
 * @param folder it lies in
 * @param release the version that classes are compiled for; empty when it cannot be known
 * @param dependencies {@code group:artifact} of what it declares, its parents' included
 */
public record JavaBuild(
        String file, String folder, Optional<Release> release, Set<String> dependencies) {

    public JavaBuild {
        dependencies = Set.copyOf(dependencies);
    }

    /** A version of Java, such as 8 or 21, and the line that says so. */
    public record Release(int version, Place place) {

        /** Reads {@code 17}, {@code 1.8} and {@code VERSION_1_8}; empty for anything else. */
        static Optional<Release> of(String written, Place place) {
            String version = written.strip().replace("VERSION_", "").replace('_', '.');
            if (version.startsWith("1.")) {
                version = version.substring(2);
            }
            boolean number =
                    !version.isEmpty()
                            && version.length() <= 2
                            && version.chars().allMatch(Character::isDigit);
            return number
                    ? Optional.of(new Release(Integer.parseInt(version), place))
                    : Optional.empty();
        }
    }

    /** Whether it declares one of these; {@code *} stands for any part of a name. */
    public boolean declares(List<String> names) {
        for (String name : names) {
            boolean there =
                    name.contains("*")
                            ? dependencies.stream().anyMatch(pattern(name).asMatchPredicate())
                            : dependencies.contains(name);
            if (there) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }
}
