package dev.dovetail.config.paas;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language versions that an application asks its platform for, in the files that buildpacks read.
 *
 * <p>A range that leaves the choice of the major version to the platform says nothing.
 */
public final class LanguageVersions {

    private static final Pattern NODE =
            Pattern.compile("[v=^~]?\\s*(\\d{1,2})(?:\\.(?:\\d{1,3}|x|\\*)){0,2}(?:-.{1,40})?|>=\\s*(\\d{1,2})[.\\dx]{0,10}\\s+<\\s*(\\d{1,2})[.\\dx]{0,10}");

    private static final Pattern PYTHON =
            Pattern.compile("(?:python-|==|~=)?\\s*(\\d\\.\\d{1,2})(?:\\.(?:\\d{1,3}|x|\\*))?");

    private static final Pattern JAVA =
            Pattern.compile("\\s*java\\.runtime\\.version\\s*[=:]\\s*(?:[a-z]+-)?(?:1\\.)?(\\d{1,2})\\b.*");

    private final Manifests manifests;
    private final Workspace workspace;

    public LanguageVersions(Manifests manifests) {
        this.manifests = manifests;
        this.workspace = manifests.workspace();
    }

    /**
     * The runtime of a process: {@code nodejs22}, {@code python3.12}, {@code java21}.
     *
     * @param entry what the process runs
     * @param folder that the platform builds
     * @param environment variables that may name a version
     * @param variables by language, the names of those that do on this platform
     * @param files names of further files that this platform reads, such as {@code .nvmrc}
     */
    public Optional<Setting> of(
            EntryPoint entry,
            String folder,
            Map<String, Setting> environment,
            Map<String, String> variables,
            List<String> files) {
        String language = ProcessUnits.language(entry).orElse("");
        Optional<Setting> named =
                Optional.ofNullable(variables.get(language)).map(environment::get);
        if (named.isPresent()) {
            return named.flatMap(set -> runtime(language, set));
        }
        return switch (language) {
            case "javascript" -> node(folder, files);
            case "python" -> python(folder, files);
            case "java" -> line(in(folder, "system.properties"), JAVA, "java");
            default -> Optional.empty();
        };
    }

    private static Optional<Setting> runtime(String language, Setting written) {
        Pattern pattern = language.equals("python") ? PYTHON : NODE;
        String word = language.equals("python") ? "python" : "nodejs";
        return written.value()
                .text()
                .flatMap(text -> version(text, pattern))
                .map(version -> new Setting(new Value.Known(word + version), written.origin(), written.place()));
    }

    private Optional<Setting> node(String folder, List<String> files) {
        for (String file : files) {
            if ((file.equals(".nvmrc") || file.equals(".node-version")) && workspace.has(in(folder, file))) {
                return line(in(folder, file), NODE, "nodejs");
            }
        }
        return manifests.packageIn(folder).flatMap(PackageJson::engines).flatMap(LanguageVersions::engines);
    }

    private static Optional<Setting> engines(ConfigNode range) {
        return range instanceof ConfigNode.Scalar scalar
                ? version(scalar.text(), NODE)
                        .map(version -> Setting.at(new Value.Known("nodejs" + version), range.place()))
                : Optional.empty();
    }

    private Optional<Setting> python(String folder, List<String> files) {
        for (String file : files) {
            if ((file.equals(".python-version") || file.equals("runtime.txt")) && workspace.has(in(folder, file))) {
                return line(in(folder, file), PYTHON, "python");
            }
        }
        return Optional.empty();
    }

    /** The first line that is neither empty nor a comment, when it names a version. */
    private Optional<Setting> line(String file, Pattern pattern, String word) {
        List<String> lines =
                workspace.has(file)
                        ? workspace.read(file).map(text -> text.lines().toList()).orElse(List.of())
                        : List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Optional<String> version = version(line, pattern);
            if (version.isPresent()) {
                Region region = new Region(i + 1, 1, i + 1, lines.get(i).length() + 1);
                return version.map(
                        each -> Setting.at(new Value.Known(word + each), new Place(file, region)));
            }
        }
        return Optional.empty();
    }

    /** The version that a text fixes; empty for a range over several. */
    private static Optional<String> version(String written, Pattern pattern) {
        Matcher matcher = pattern.matcher(written.strip());
        if (written.length() > 200 || !matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) != null) {
            return Optional.of(matcher.group(1));
        }
        // >=18 <19
        int from = Integer.parseInt(matcher.group(2));
        return Integer.parseInt(matcher.group(3)) == from + 1
                ? Optional.of(String.valueOf(from))
                : Optional.empty();
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
