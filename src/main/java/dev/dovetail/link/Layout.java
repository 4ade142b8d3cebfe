package dev.dovetail.link;

import dev.dovetail.config.project.ApplicationConfig;
import java.util.List;
import java.util.Optional;

/** Where code lies in a workspace, by the conventions of its languages and build tools. */
public interface Layout {

    /**
     * The source file that a configured path means: the file itself, or what a build makes it of
     * ({@code dist/app.js} of {@code src/app.ts}).
     *
     * @param path relative to the workspace, with or without extension
     */
    Optional<String> sourceOf(String path);

    /** The Python module that a path without extension means, or a path with it. */
    Optional<String> pythonSourceOf(String path);

    /**
     * The file that declares a Java type.
     *
     * @param folder where to look first, a unit's folder
     */
    Optional<String> fileOfType(String qualifiedName, String folder);

    /** Whether this Java package is in a folder, with no file of another JVM language beside. */
    boolean hasPackage(String packageName, String folder);

    /** Files with a main method in the Java module of a folder, tests left out. */
    List<String> mainFiles(String folder);

    /** Files of a Java package and of the packages beneath it, within the module of {@code file}. */
    List<String> filesOfPackages(String packageName, String file);

    /** The properties of the Java application that a folder belongs to. */
    Optional<ApplicationConfig> applicationConfig(String folder);
}
