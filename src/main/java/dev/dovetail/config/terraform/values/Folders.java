package dev.dovetail.config.terraform.values;

import dev.dovetail.config.Documents;
import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.config.terraform.hcl.HclParser;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The folders of a workspace that are modules, each parsed once. */
public final class Folders {

    private static final List<String> ENDINGS = List.of(".tf", ".tofu", ".tf.json", ".tofu.json");

    private final Workspace workspace;
    private final Documents documents;
    private final Consumer<Notification> notifications;
    private final Map<String, List<String>> files = new TreeMap<>();
    private final Map<String, ModuleFolder> modules = new HashMap<>();

    public Folders(Workspace workspace, Documents documents, Consumer<Notification> notifications) {
        this.workspace = workspace;
        this.documents = documents;
        this.notifications = notifications;
        for (String file : workspace.files()) {
            if (isModuleFile(file)) {
                files.computeIfAbsent(Paths.parent(file), key -> new ArrayList<>()).add(file);
            }
        }
    }

    /** Whether a file declares parts of a module. */
    public static boolean isModuleFile(String file) {
        return ENDINGS.stream().anyMatch(file::endsWith);
    }

    Workspace workspace() {
        return workspace;
    }

    /**
     * The modules that nothing in the workspace calls, and that an apply therefore begins at.
     *
     * @param deployed whether a folder's configuration is meant to be applied
     */
    public List<Module> roots(Predicate<String> deployed) {
        Map<String, Set<String>> calls = new TreeMap<>();
        Set<String> called = new HashSet<>();
        for (String folder : files.keySet()) {
            Set<String> own = new TreeSet<>();
            module(folder).ifPresent(module -> module.calls().values().forEach(call -> target(folder, call).ifPresent(own::add)));
            calls.put(folder, own);
            own.stream().filter(each -> !each.equals(folder)).forEach(called::add);
        }
        Set<String> reached = new HashSet<>();
        List<String> roots = new ArrayList<>();
        for (String folder : calls.keySet()) {
            if (!called.contains(folder)) {
                roots.add(folder);
                reach(folder, calls, reached);
            }
        }
        // Modules that call each other in a circle: an apply may begin at any, and fails.
        for (String folder : calls.keySet()) {
            if (!reached.contains(folder)) {
                roots.add(folder);
                reach(folder, calls, reached);
                notifications.accept(
                        new Notification(
                                Notification.Level.WARNING,
                                "This module calls itself through the modules that it calls. The circle is not followed.",
                                Place.startOf(files.getOrDefault(folder, List.of(folder)).get(0))));
            }
        }
        return roots.stream()
                .filter(deployed)
                .sorted()
                .flatMap(folder -> module(folder).stream())
                .map(module -> Module.root(module, this, new VariableFiles(this, module).values()))
                .toList();
    }

    private static void reach(String folder, Map<String, Set<String>> calls, Set<String> reached) {
        List<String> waiting = new ArrayList<>(List.of(folder));
        while (!waiting.isEmpty()) {
            String next = waiting.remove(waiting.size() - 1);
            if (reached.add(next)) {
                waiting.addAll(calls.getOrDefault(next, Set.of()));
            }
        }
    }

    private static Optional<String> target(String folder, Body.Block call) {
        return ModuleFolder.source(call).filter(Module::isLocal).flatMap(source -> Paths.resolve(folder, source));
    }

    /** The module in a folder; empty when no file there declares one. */
    Optional<ModuleFolder> module(String folder) {
        List<String> own = files.get(folder);
        if (own == null) {
            return Optional.empty();
        }
        ModuleFolder known = modules.get(folder);
        if (known == null) {
            List<String> ordered = new ArrayList<>(own);
            ordered.sort((one, other) -> Boolean.compare(isOverride(one), isOverride(other)));
            known = ModuleFolder.of(folder, ordered.stream().map(this::body).toList());
            modules.put(folder, known);
        }
        return Optional.of(known);
    }

    private static boolean isOverride(String file) {
        return Paths.name(file).matches("(?:.*_)?override\\.(?:tf|tofu)(?:\\.json)?");
    }

    private Body body(String file) {
        return file.endsWith(".json")
                ? documents.read(file).stream().findFirst().map(JsonBodies::of).orElse(Body.EMPTY)
                : parsed(file);
    }

    /** The variables that a {@code *.tfvars} sets. */
    Body variables(String file) {
        return file.endsWith(".json")
                ? documents.read(file).stream().findFirst().map(JsonBodies::variables).orElse(Body.EMPTY)
                : parsed(file);
    }

    private Body parsed(String file) {
        HclParser.Result result = HclParser.parse(file, workspace.read(file).orElse(""));
        result.problems().stream()
                .findFirst()
                .ifPresent(
                        problem ->
                                notifications.accept(
                                        new Notification(
                                                Notification.Level.ERROR,
                                                "This HCL cannot be read: " + problem.text() + ". What follows on the line is not analysed.",
                                                problem.place())));
        return result.body();
    }
}
