package dev.dovetail.config.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tsconfig.json or jsconfig.json says of names and output, its {@code extends} followed.
 *
 * @param folder it lies in
 * @param baseUrl folder of the workspace that bare names are looked up in
 * @param paths patterns with at most one {@code *} to targets, relative to {@link #pathsFolder}
 * @param pathsFolder folder of the workspace
 * @param outDir folder of the workspace that compiled files are put in
 * @param rootDir folder of the workspace whose layout {@code outDir} repeats
 */
public record TypeScriptConfig(
        String folder,
        Optional<String> baseUrl,
        Map<String, List<String>> paths,
        String pathsFolder,
        Optional<String> outDir,
        Optional<String> rootDir) {}
