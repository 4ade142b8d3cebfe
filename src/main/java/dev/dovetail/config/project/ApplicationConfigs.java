package dev.dovetail.config.project;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code application.properties}, {@code application.yml} and their kin for single profiles.
 *
 * @see <a href="https://docs.spring.io/spring-boot/reference/features/external-config.html">Externalized
 *     Configuration</a>
 */
final class ApplicationConfigs {

    private static final String NAME = "application";
    private static final String FOLDER = "src/main/resources";

    private final Workspace workspace;
    private final Documents documents;

    ApplicationConfigs(Workspace workspace, Documents documents) {
        this.workspace = workspace;
        this.documents = documents;
    }

    /** The properties of the module in a folder; empty when its resources have no such file. */
    Optional<ApplicationConfig> in(String folder) {
        String resources = folder.isEmpty() ? FOLDER : folder + "/" + FOLDER;
        List<ApplicationConfig.Entry> entries = new ArrayList<>();
        boolean any = false;
        for (String file : workspace.filesUnder(resources)) {
            boolean here =
                    Paths.parent(file).equals(resources)
                            || Paths.parent(file).equals(resources + "/config");
            if (here && isConfig(Paths.name(file))) {
                any = true;
                read(file, entries);
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.profile().isPresent()));
        return any ? Optional.of(new ApplicationConfig(entries)) : Optional.empty();
    }

    private static boolean isConfig(String name) {
        String extension = Paths.extension(name);
        String stem = Paths.withoutExtension(name);
        return (stem.equals(NAME) || stem.startsWith(NAME + "-"))
                && (extension.equals("properties")
                        || extension.equals("yml")
                        || extension.equals("yaml"));
    }

    private void read(String file, List<ApplicationConfig.Entry> entries) {
        String stem = Paths.withoutExtension(Paths.name(file));
        Optional<String> profile =
                stem.equals(NAME)
                        ? Optional.empty()
                        : Optional.of(stem.substring(NAME.length() + 1));
        if (file.endsWith(".properties")) {
            workspace.read(file).ifPresent(text -> properties(file, text, profile, entries));
            return;
        }
        for (ConfigNode document : documents.read(file)) {
            List<ApplicationConfig.Entry> own = new ArrayList<>();
            flatten("", document, profile, own);
            entries.addAll(underOwnProfile(own));
        }
    }

    private static void flatten(
            String prefix,
            ConfigNode node,
            Optional<String> profile,
            List<ApplicationConfig.Entry> entries) {
        if (node instanceof ConfigNode.Mapping mapping) {
            for (ConfigNode.Entry entry : mapping.entries()) {
                String key = prefix.isEmpty() ? entry.key() : prefix + "." + entry.key();
                if (entry.value() instanceof ConfigNode.Scalar scalar) {
                    entries.add(
                            new ApplicationConfig.Entry(
                                    ApplicationConfig.canonical(key),
                                    scalar.text(),
                                    entry.keyPlace(),
                                    profile));
                } else {
                    flatten(key, entry.value(), profile, entries);
                }
            }
        }
    }

    /** A document of a file may say which profile it is for. */
    private static List<ApplicationConfig.Entry> underOwnProfile(
            List<ApplicationConfig.Entry> document) {
        Optional<String> profile =
                document.stream()
                        .filter(
                                entry ->
                                        entry.key().equals("spring.config.activate.onprofile")
                                                || entry.key().equals("spring.profiles"))
                        .map(ApplicationConfig.Entry::text)
                        .findFirst();
        return profile.isEmpty()
                ? document
                : document.stream()
                        .map(
                                entry ->
                                        new ApplicationConfig.Entry(
                                                entry.key(),
                                                entry.text(),
                                                entry.place(),
                                                profile))
                        .toList();
    }

    private static void properties(
            String file,
            String text,
            Optional<String> profile,
            List<ApplicationConfig.Entry> entries) {
        List<ApplicationConfig.Entry> document = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String trimmed = line.strip();
            if (trimmed.equals("#---") || trimmed.equals("!---")) {
                entries.addAll(underOwnProfile(document));
                document.clear();
                continue;
            }
            int end = separator(trimmed);
            if (trimmed.isEmpty() || "#!".indexOf(trimmed.charAt(0)) >= 0 || end < 0) {
                continue;
            }
            int column = line.indexOf(trimmed) + 1;
            String key = trimmed.substring(0, end).strip();
            document.add(
                    new ApplicationConfig.Entry(
                            ApplicationConfig.canonical(key),
                            trimmed.substring(end + 1).strip(),
                            new Place(file, new Region(number, column, number, column + key.length())),
                            profile));
        }
        entries.addAll(underOwnProfile(document));
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '=' || line.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }
}
