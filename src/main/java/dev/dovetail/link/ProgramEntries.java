package dev.dovetail.link;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.source.Definition;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the code that start commands name: scripts, application objects and main classes. */
final class ProgramEntries {

    private static final String MAIN = "main";

    private final Sources sources;
    private final Layout layout;
    private final Resolver resolver;
    private final Components components;

    ProgramEntries(Sources sources, Layout layout, Resolver resolver) {
        this.sources = sources;
        this.layout = layout;
        this.resolver = resolver;
        this.components = new Components(resolver, sources, layout);
    }

    /** Source files that an entry point names; empty for those that are no program. */
    List<String> files(EntryPoint entry) {
        List<String> files = new ArrayList<>();
        if (entry instanceof EntryPoint.Program program) {
            sourceOf(program.file()).ifPresent(files::add);
        } else if (entry instanceof EntryPoint.Application application) {
            sourceOf(application.file()).ifPresent(files::add);
        } else if (entry instanceof EntryPoint.MainClass main) {
            files.addAll(mainFiles(main));
        } else if (entry instanceof EntryPoint.Programs several) {
            several.programs().forEach(program -> files.addAll(files(program)));
        }
        return files;
    }

    /** The script that a process is started with; empty when a server program loads the code. */
    Optional<String> script(EntryPoint entry) {
        if (entry instanceof EntryPoint.Program program) {
            return sourceOf(program.file());
        }
        if (entry instanceof EntryPoint.Programs several) {
            return several.programs().stream().flatMap(each -> script(each).stream()).findFirst();
        }
        return Optional.empty();
    }

    EntryBinding bind(EntryPoint.Program program) {
        Optional<SourceSummary> file = read(program.file());
        return file.<EntryBinding>map(
                        found -> new EntryBinding.Found(List.of(body(found, program))))
                .orElseGet(() -> missing(program.file()));
    }

    EntryBinding bind(EntryPoint.Application application) {
        Optional<SourceSummary> found = read(application.file());
        if (found.isEmpty()) {
            return missing(application.file());
        }
        SourceSummary file = found.get();
        List<EntryBinding.Root> roots = new ArrayList<>();
        roots.add(body(file, application));
        Set<Entity> named = resolver.members().exported(file, application.attribute());
        for (Entity value : named) {
            if (value instanceof Entity.Code code && !Resolver.isClass(code)) {
                // A factory runs once; a plain function is the application itself.
                Context context = application.factory() ? Context.START : Context.REQUEST;
                roots.add(new EntryBinding.Root(code, context, List.of(), application.place()));
            }
        }
        if (named.isEmpty()
                && Exports.isSurelyMissing(resolver, file, application.attribute())) {
            return new EntryBinding.Missing(
                    "export-missing",
                    application.attribute(),
                    Exports.nearest(file, application.attribute()),
                    file.file());
        }
        return new EntryBinding.Found(roots);
    }

    EntryBinding bind(EntryPoint.MainClass main) {
        List<EntryBinding.Root> roots = new ArrayList<>();
        for (String path : mainFiles(main)) {
            sources.summary(path).ifPresent(file -> addMain(file, main, roots));
        }
        // Beside the class that begins the application lie tools, each with a main of its own.
        List<EntryBinding.Root> applications = roots.stream().filter(this::isOfComponent).toList();
        if (!applications.isEmpty()) {
            return new EntryBinding.Found(applications);
        }
        if (roots.isEmpty()) {
            return new EntryBinding.Unknown("its main class is not in the workspace");
        }
        boolean one = roots.stream().map(root -> root.function().file()).distinct().count() == 1;
        return one
                ? new EntryBinding.Found(roots)
                : new EntryBinding.Unknown("several classes have a main method");
    }

    private boolean isOfComponent(EntryBinding.Root root) {
        Entity.Code code = root.function();
        int owner =
                Resolver.isClass(code)
                        ? code.definition()
                        : code.file().definitions().get(code.definition()).parent();
        return components.isSingleton(code.file(), owner);
    }

    private List<String> mainFiles(EntryPoint.MainClass main) {
        return main.type().isEmpty()
                ? layout.mainFiles(main.folder())
                : layout.fileOfType(main.type(), main.folder()).map(List::of).orElse(List.of());
    }

    private static void addMain(
            SourceSummary file, EntryPoint.MainClass main, List<EntryBinding.Root> roots) {
        for (Definition method : file.definitions()) {
            boolean starts =
                    method.kind() == Definition.Kind.METHOD
                            && method.name().equals(MAIN)
                            && method.has(Definition.Trait.STATIC);
            if (starts) {
                for (int id : List.of(method.parent(), method.id())) {
                    roots.add(
                            new EntryBinding.Root(
                                    new Entity.Code(file, id),
                                    Context.START,
                                    List.of(),
                                    main.place()));
                }
            }
        }
    }

    private Optional<SourceSummary> read(String path) {
        return sourceOf(path).flatMap(sources::summary);
    }

    /** The source file that a path of config means, in the language that its extension says. */
    Optional<String> sourceOf(String path) {
        return path.endsWith(".py") ? layout.pythonSourceOf(path) : layout.sourceOf(path);
    }

    private static EntryBinding.Root body(SourceSummary file, EntryPoint entry) {
        return new EntryBinding.Root(
                new Entity.Code(file, SourceSummary.MODULE),
                Context.START,
                List.of(),
                entry.place());
    }

    /** A program may be made by a build; it is missing only where other source lies beside. */
    private EntryBinding missing(String path) {
        String folder = Paths.parent(path);
        boolean sourceBeside =
                sources.workspace().filesUnder(folder).stream()
                        .anyMatch(
                                file ->
                                        Paths.parent(file).equals(folder)
                                                && sources.isSource(file));
        return sourceBeside
                ? new EntryBinding.Missing("file-missing", path, "", "")
                : new EntryBinding.Unknown("its file is made by a build or lies elsewhere");
    }
}
