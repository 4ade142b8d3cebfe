package dev.dovetail.config.project;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads build.gradle and build.gradle.kts for the lines that name a version of Java or a dependency.
 *
 * <p>A build script is a program: what it computes is not known, and no line of it is taken for more
 * than it says.
 */
final class GradleBuilds {

    private static final int LONGEST_LINE = 400;

    /** Lines that name the version, those that decide first. */
    private static final List<Pattern> VERSIONS =
            List.of(
                    Pattern.compile("options\\.release(?:\\.set\\(|\\s*=\\s*)(\\d{1,2})\\b"),
                    Pattern.compile(
                            "targetCompatibility\\s*[=(]?\\s*(?:JavaVersion\\.)?['\"]?([\\w.]{1,12})"),
                    Pattern.compile(
                            "sourceCompatibility\\s*[=(]?\\s*(?:JavaVersion\\.)?['\"]?([\\w.]{1,12})"),
                    Pattern.compile("JavaLanguageVersion\\.of\\((\\d{1,2})\\)"),
                    Pattern.compile("jvmToolchain\\((\\d{1,2})\\)"));

    private static final Pattern DEPENDENCY =
            Pattern.compile("['\"]([A-Za-z0-9_.-]{1,100}):([A-Za-z0-9_.-]{1,100})(?::[^'\"]{0,100})?['\"]");

    private final Workspace workspace;

    GradleBuilds(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The build of the build script in a folder. */
    Optional<JavaBuild> in(String folder) {
        for (String name : List.of("build.gradle", "build.gradle.kts")) {
            String file = folder.isEmpty() ? name : folder + "/" + name;
            if (workspace.has(file)) {
                return workspace.read(file).map(text -> build(file, folder, text));
            }
        }
        return Optional.empty();
    }

    private static JavaBuild build(String file, String folder, String text) {
        List<String> lines = text.lines().toList();
        Set<String> dependencies = new TreeSet<>();
        for (String line : lines) {
            if (line.length() <= LONGEST_LINE) {
                Matcher dependency = DEPENDENCY.matcher(line);
                while (dependency.find()) {
                    dependencies.add(dependency.group(1) + ":" + dependency.group(2));
                }
            }
        }
        return new JavaBuild(file, folder, release(file, lines), dependencies);
    }

    private static Optional<JavaBuild.Release> release(String file, List<String> lines) {
        for (Pattern pattern : VERSIONS) {
            for (int line = 0; line < lines.size(); line++) {
                String text = lines.get(line);
                if (text.length() > LONGEST_LINE || text.strip().startsWith("//")) {
                    continue;
                }
                Matcher version = pattern.matcher(text);
                if (version.find()) {
                    Region region =
                            new Region(
                                    line + 1, version.start() + 1, line + 1, version.end() + 1);
                    return JavaBuild.Release.of(version.group(1), new Place(file, region));
                }
            }
        }
        return Optional.empty();
    }
}
