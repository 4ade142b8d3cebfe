package dev.dovetail.judge.contracts;

import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file by which developers agree on a version of Node.js: {@code .nvmrc} or {@code
 * .node-version}.
 *
 * @param major the version it names; a file that names none, such as {@code lts/*}, is not read
 */
record NodeVersionFile(int major, Place place) {

    private static final List<String> NAMES = List.of(".nvmrc", ".node-version");

    private static final Pattern VERSION = Pattern.compile("\\s*v?(\\d{1,2})(\\.[\\dx.]{1,12})?\\s*");

    /** The one that holds for a folder: its own or the nearest above. */
    static Optional<NodeVersionFile> above(String folder, Workspace workspace) {
        for (String at : Manifests.upward(folder)) {
            for (String name : NAMES) {
                String file = at.isEmpty() ? name : at + "/" + name;
                if (workspace.has(file)) {
                    return workspace.read(file).flatMap(text -> of(file, text));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NodeVersionFile> of(String file, String text) {
        Matcher matcher = VERSION.matcher(text.lines().findFirst().orElse(""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Region region = new Region(1, matcher.start(1) + 1, 1, matcher.end(1) + 1);
        return Optional.of(
                new NodeVersionFile(
                        Integer.parseInt(matcher.group(1)), new Place(file, region)));
    }
}
