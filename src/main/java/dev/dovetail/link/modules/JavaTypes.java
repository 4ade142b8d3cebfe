package dev.dovetail.link.modules;

import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The Java files of a workspace by the qualified names of their types, as their folders tell. */
public final class JavaTypes {

    /** Extensions of other languages whose types a Java name may mean. */
    private static final Set<String> OTHER_LANGUAGES = Set.of("kt", "groovy", "scala", "clj");

    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(");

    private final Workspace workspace;
    private final Map<String, List<String>> bySimpleName = new HashMap<>();
    private final Map<String, List<String>> byFolder = new HashMap<>();
    private final List<String> ofOtherLanguages = new ArrayList<>();

    public JavaTypes(Workspace workspace) {
        this.workspace = workspace;
        for (String file : workspace.files()) {
            if (file.endsWith(".java")) {
                String name = Paths.name(file);
                bySimpleName
                        .computeIfAbsent(
                                name.substring(0, name.length() - 5), key -> new ArrayList<>())
                        .add(file);
                byFolder.computeIfAbsent(Paths.parent(file), key -> new ArrayList<>()).add(file);
            } else if (OTHER_LANGUAGES.contains(Paths.extension(file))) {
                ofOtherLanguages.add(file);
            }
        }
    }

    /**
     * The file of a type; nested types are in the file of their outermost one.
     *
     * @param near a folder: of several files of one name, that nearest to it is taken
     */
    public Optional<String> file(String qualifiedName, String near) {
        String name = qualifiedName.replace('$', '.');
        while (!name.isEmpty()) {
            Optional<String> found = exact(name, near);
            if (found.isPresent()) {
                return found;
            }
            int dot = name.lastIndexOf('.');
            // What is left must still end in a type, whose name begins with a capital.
            if (dot < 0 || !Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))) {
                return Optional.empty();
            }
            name = name.substring(0, dot);
        }
        return Optional.empty();
    }

    private Optional<String> exact(String name, String near) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String path = name.replace('.', '/') + ".java";
        String best = null;
        int shared = -1;
        for (String file : bySimpleName.getOrDefault(simple, List.of())) {
            boolean same = file.equals(path) || file.endsWith("/" + path);
            int common = common(file, near);
            if (same && common > shared) {
                best = file;
                shared = common;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int common(String file, String near) {
        int length = Math.min(file.length(), near.length());
        int at = 0;
        while (at < length && file.charAt(at) == near.charAt(at)) {
            at++;
        }
        return at;
    }

    /** Files in the same folder as this one: its package, as far as one source root goes. */
    public List<String> beside(String file) {
        return byFolder.getOrDefault(Paths.parent(file), List.of());
    }

    /** Files of exactly this package. */
    public List<String> ofPackage(String packageName) {
        String path = packageName.replace('.', '/');
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, List<String>> entry : byFolder.entrySet()) {
            if (entry.getKey().equals(path) || entry.getKey().endsWith("/" + path)) {
                found.addAll(entry.getValue());
            }
        }
        return List.copyOf(found);
    }

    public boolean hasPackage(String packageName) {
        String path = packageName.replace('.', '/');
        return byFolder.keySet().stream()
                .anyMatch(folder -> folder.equals(path) || folder.endsWith("/" + path));
    }

    /** Whether a package is beneath a folder, where only Java is written. */
    public boolean hasPackage(String packageName, String folder) {
        String path = packageName.replace('.', '/');
        boolean there =
                byFolder.keySet().stream()
                        .filter(each -> Paths.isUnder(each, folder))
                        .anyMatch(each -> each.equals(path) || each.endsWith("/" + path));
        return there && ofOtherLanguages.stream().noneMatch(each -> Paths.isUnder(each, folder));
    }

    /** Files of the package of {@code file} and of those beneath it, tests left out. */
    public List<String> beneath(String file) {
        String folder = Paths.parent(file);
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, List<String>> entry : byFolder.entrySet()) {
            if (Paths.isUnder(entry.getKey(), folder)) {
                found.addAll(entry.getValue());
            }
        }
        found.removeIf(JavaTypes::isTest);
        return List.copyOf(found);
    }

    /** Files beneath a folder that hold a main method, tests left out. */
    public List<String> mainFiles(String folder) {
        return workspace.filesUnder(folder).stream()
                .filter(file -> file.endsWith(".java") && !isTest(file))
                .filter(file -> workspace.read(file).filter(JavaTypes::hasMain).isPresent())
                .toList();
    }

    private static boolean hasMain(String text) {
        return MAIN.matcher(text).find();
    }

    /** Whether a file is a test by where Maven and Gradle keep them. */
    public static boolean isTest(String file) {
        return file.contains("src/test/") || file.contains("src/integrationTest/");
    }
}
