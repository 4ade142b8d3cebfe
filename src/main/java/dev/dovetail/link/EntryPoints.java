package dev.dovetail.link;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the code that a unit's entry point means.
 *
 * <p>Binding is honest: what a plugin, a build or a library may hide is unknown, never missing.
 */
final class EntryPoints {

    /** The convention by which AWS Lambda calls a handler; its parameters stand in rules/. */
    private static final String HANDLER_CONVENTION = "aws-lambda-handler";

    /** Part of the names of tools' config that is written in source: {@code jest.config.js}. */
    private static final String CONFIG = ".config.";

    /** Stands in a convention for an export of any name. */
    private static final String ANY = "*";

    private final Sources sources;
    private final Layout layout;
    private final Resolver resolver;
    private final ProgramEntries programs;

    EntryPoints(Sources sources, Layout layout, Resolver resolver) {
        this.sources = sources;
        this.layout = layout;
        this.resolver = resolver;
        this.programs = new ProgramEntries(sources, layout, resolver);
    }

    /** Source files that an entry point names, whether or not what it wants is in them. */
    List<String> files(DeploymentUnit unit) {
        List<String> files = new ArrayList<>();
        EntryPoint entry = unit.entryPoint();
        if (entry instanceof EntryPoint.Handler handler) {
            if (isJava(handler)) {
                layout.fileOfType(JavaReference.of(handler).type(), handler.folder())
                        .ifPresent(files::add);
            } else {
                FileReference.of(handler)
                        .flatMap(reference -> source(handler, reference))
                        .ifPresent(files::add);
            }
        } else if (entry instanceof EntryPoint.File file) {
            programs.sourceOf(file.file()).ifPresent(files::add);
        } else if (entry instanceof EntryPoint.Registered registered) {
            files.add(registered.file());
        } else if (entry instanceof EntryPoint.Files several) {
            several.files()
                    .forEach(file -> programs.sourceOf(file.file()).ifPresent(files::add));
        }
        files.addAll(programs.files(entry));
        return files;
    }

    /** The script that a unit's process is started with; empty when a platform loads its code. */
    Optional<String> script(DeploymentUnit unit) {
        return programs.script(unit.entryPoint());
    }

    /** Ids of the platforms that call what a unit exports; none where a program is started. */
    Set<String> callers(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.Handler
                ? Set.of(unit.host())
                : callers(unit.entryPoint());
    }

    private Set<String> callers(EntryPoint entry) {
        Set<String> hosts = new TreeSet<>();
        if (entry instanceof EntryPoint.File file) {
            hosts.addAll(callers(file.convention()));
        } else if (entry instanceof EntryPoint.Files several) {
            several.files().forEach(file -> hosts.addAll(callers(file)));
        }
        return hosts;
    }

    private Set<String> callers(String convention) {
        Set<String> hosts = new TreeSet<>();
        for (Language language : Language.values()) {
            resolver.facts()
                    .convention(language, convention)
                    .ifPresent(known -> hosts.addAll(known.hosts()));
        }
        return hosts;
    }

    EntryBinding bind(DeploymentUnit unit) {
        return bind(unit, unit.entryPoint());
    }

    private EntryBinding bind(DeploymentUnit unit, EntryPoint entry) {
        if (entry instanceof EntryPoint.Unknown unknown) {
            return new EntryBinding.Unknown(unknown.why());
        }
        if (entry instanceof EntryPoint.File file) {
            return file(file, unit);
        }
        if (entry instanceof EntryPoint.Registered registered) {
            return sources.summary(registered.file())
                    .<EntryBinding>map(file -> new EntryBinding.Found(List.of(module(file, registered.place()))))
                    .orElse(new EntryBinding.Unknown("its language is not read"));
        }
        if (entry instanceof EntryPoint.Program program) {
            return programs.bind(program);
        }
        if (entry instanceof EntryPoint.Application application) {
            return programs.bind(application);
        }
        if (entry instanceof EntryPoint.MainClass main) {
            return programs.bind(main);
        }
        if (entry instanceof EntryPoint.Programs several) {
            return all(several.programs().stream().map(each -> bind(unit, each)).toList());
        }
        if (entry instanceof EntryPoint.Files several) {
            List<EntryBinding.Root> roots = new ArrayList<>();
            for (EntryPoint.File file : several.files()) {
                if (file(file, unit) instanceof EntryBinding.Found found) {
                    roots.addAll(found.roots());
                }
            }
            return roots.isEmpty()
                    ? new EntryBinding.Unknown("none of its files could be read")
                    : new EntryBinding.Found(roots);
        }
        EntryPoint.Handler handler = (EntryPoint.Handler) entry;
        boolean mayDiffer =
                unit.setting(SettingName.HANDLER_MAY_DIFFER)
                        .filter(setting -> setting.value() instanceof Value.Known)
                        .isPresent();
        EntryBinding bound = isJava(handler) ? javaHandler(handler) : fileHandler(handler, unit);
        return mayDiffer && bound instanceof EntryBinding.Missing
                ? new EntryBinding.Unknown("a plugin or layer may provide the handler")
                : bound;
    }

    /** Several entry points of one unit; what is not found of them leaves the rest. */
    private static EntryBinding all(List<EntryBinding> bindings) {
        List<EntryBinding.Root> roots = new ArrayList<>();
        for (EntryBinding binding : bindings) {
            if (binding instanceof EntryBinding.Found found) {
                roots.addAll(found.roots());
            }
        }
        return roots.isEmpty() && !bindings.isEmpty()
                ? bindings.get(0)
                : new EntryBinding.Found(roots);
    }

    private static boolean isJava(EntryPoint.Handler handler) {
        return handler.language().equals(Language.JAVA.id());
    }

    private static boolean isPython(EntryPoint.Handler handler) {
        return handler.language().equals(Language.PYTHON.id());
    }

    private Optional<String> source(EntryPoint.Handler handler, FileReference reference) {
        if (isPython(handler)) {
            return layout.pythonSourceOf(reference.path());
        }
        Optional<String> found = layout.sourceOf(reference.path());
        return found.isPresent() || !handler.language().isEmpty()
                ? found
                : layout.pythonSourceOf(reference.path());
    }

    private EntryBinding file(EntryPoint.File entry, DeploymentUnit unit) {
        Optional<String> path = programs.sourceOf(entry.file());
        if (path.isEmpty()) {
            if (entry.convention().endsWith("-glob")) {
                return new EntryBinding.Missing("glob-matches-nothing", entry.file(), "", "");
            }
            if (entry.convention().endsWith("-script")) {
                return new EntryBinding.Missing("file-missing", entry.file(), "", "");
            }
            return entry.convention().endsWith("-schedule")
                    ? new EntryBinding.Missing("no-route", entry.file(), "", "")
                    : missingFile(entry.file(), unit);
        }
        Optional<SourceSummary> summary = sources.summary(path.get());
        if (summary.isEmpty()) {
            return new EntryBinding.Unknown("its language is not read");
        }
        SourceSummary file = summary.get();
        List<EntryBinding.Root> roots = new ArrayList<>();
        roots.add(module(file, entry.place()));
        Optional<Framework.Convention> convention =
                resolver.facts().convention(file.language(), entry.convention());
        if (convention.isPresent()) {
            for (String name : convention.get().exports()) {
                addExported(file, name, convention.get().parameters(), entry, roots);
            }
        }
        return new EntryBinding.Found(roots);
    }

    /** A file's body, which runs when the platform loads it. */
    static EntryBinding.Root module(SourceSummary file, Place place) {
        return new EntryBinding.Root(
                new Entity.Code(file, SourceSummary.MODULE),
                Context.START,
                List.of(),
                place);
    }

    private void addExported(
            SourceSummary file,
            String name,
            List<String> parameters,
            EntryPoint entry,
            List<EntryBinding.Root> roots) {
        for (Entity value : offered(file, name)) {
            if (value instanceof Entity.Code code) {
                // A class is made and called by the platform as its supertype tells.
                boolean isClass = Resolver.isClass(code);
                roots.add(
                        new EntryBinding.Root(
                                code,
                                isClass ? Context.START : Context.REQUEST,
                                isClass ? List.of() : parameters,
                                entry.place()));
            }
        }
    }

    /** What a file exports under a name, which may go on into it: {@code handlers.orders.create}. */
    private Set<Entity> offered(SourceSummary file, String name) {
        if (name.equals(ANY)) {
            Set<Entity> all = new LinkedHashSet<>();
            file.exports().forEach(export -> all.addAll(resolver.members().exported(file, export.name())));
            return all;
        }
        String[] names = name.split("\\.");
        Set<Entity> values = resolver.members().exported(file, names[0]);
        for (int i = 1; i < names.length; i++) {
            Set<Entity> members = new LinkedHashSet<>();
            for (Entity value : values) {
                if (names[i].equals(ANY) && value instanceof Entity.ObjectValue object) {
                    object.literal().properties().forEach(each -> members.addAll(resolver.members().of(value, each.name())));
                } else {
                    members.addAll(resolver.members().of(value, names[i]));
                }
            }
            values = members;
        }
        return values;
    }

    private EntryBinding fileHandler(EntryPoint.Handler handler, DeploymentUnit unit) {
        boolean read =
                handler.language().isEmpty()
                        || handler.language().equals(Language.JAVASCRIPT.id())
                        || isPython(handler);
        if (!read) {
            return new EntryBinding.Unknown("its language is not read");
        }
        Optional<FileReference> reference = FileReference.of(handler);
        if (reference.isEmpty()) {
            return new EntryBinding.Unknown("its handler is not a file and a name");
        }
        Optional<String> path = source(handler, reference.get());
        if (path.isEmpty() && isItselfAFile(handler)) {
            return new EntryBinding.Unknown("its handler is a script");
        }
        if (path.isEmpty()) {
            return missingFile(reference.get().path(), unit);
        }
        Optional<SourceSummary> summary = sources.summary(path.get());
        if (summary.isEmpty()) {
            return new EntryBinding.Unknown("its language is not read");
        }
        SourceSummary file = summary.get();
        List<String> parameters =
                resolver.facts()
                        .convention(file.language(), HANDLER_CONVENTION)
                        .map(Framework.Convention::parameters)
                        .orElse(List.of());
        List<EntryBinding.Root> roots = new ArrayList<>();
        roots.add(module(file, handler.place()));
        String name = reference.get().export().split("\\.")[0];
        boolean missing =
                resolver.members().exported(file, name).isEmpty()
                        && Exports.isSurelyMissing(resolver, file, name);
        for (Entity value : offered(file, reference.get().export())) {
            if (value instanceof Entity.Code code && !Resolver.isClass(code)) {
                roots.add(
                        new EntryBinding.Root(
                                code, Context.REQUEST, parameters, handler.place()));
            }
        }
        if (missing) {
            return new EntryBinding.Missing(
                    "export-missing", name, Exports.nearest(file, name), file.file());
        }
        return new EntryBinding.Found(roots);
    }

    /** {@code run.sh} is no name in a file, but what a wrapper of the runtime starts. */
    private boolean isItselfAFile(EntryPoint.Handler handler) {
        return Paths.resolve(handler.folder(), handler.reference().strip())
                .filter(sources.workspace()::has)
                .isPresent();
    }

    /**
     * A file that is not there: missing when other source lies where it should, unknown when a build
     * may make it.
     */
    private EntryBinding missingFile(String path, DeploymentUnit unit) {
        String folder = Paths.parent(path);
        List<String> beside =
                sources.workspace().filesUnder(folder).stream()
                        .filter(file -> Paths.parent(file).equals(folder))
                        .filter(sources::isSource)
                        .filter(file -> !file.equals(unit.place().file()))
                        .filter(file -> !Paths.name(file).contains(CONFIG))
                        .toList();
        for (String file : beside) {
            if (Paths.withoutExtension(file).equalsIgnoreCase(Paths.withoutExtension(path))) {
                return new EntryBinding.Missing("case-differs", path, file, "");
            }
        }
        return beside.isEmpty()
                ? new EntryBinding.Unknown("its file is made by a build or lies elsewhere")
                : new EntryBinding.Missing("file-missing", path, "", "");
    }

    private EntryBinding javaHandler(EntryPoint.Handler handler) {
        JavaReference reference = JavaReference.of(handler);
        Optional<SourceSummary> summary =
                layout.fileOfType(reference.type(), handler.folder()).flatMap(sources::summary);
        if (summary.isEmpty()) {
            int dot = reference.type().lastIndexOf('.');
            String packageName = dot < 0 ? "" : reference.type().substring(0, dot);
            return !packageName.isEmpty() && layout.hasPackage(packageName, handler.folder())
                    ? new EntryBinding.Missing("class-missing", reference.type(), "", "")
                    : new EntryBinding.Unknown("its class is not in the workspace");
        }
        SourceSummary file = summary.get();
        Optional<Definition> owner = JavaReference.classIn(file, reference.type());
        if (owner.isEmpty()) {
            return new EntryBinding.Unknown("its class could not be read");
        }
        Entity.Code type = new Entity.Code(file, owner.get().id());
        List<EntryBinding.Root> roots = new ArrayList<>();
        roots.add(new EntryBinding.Root(type, Context.START, List.of(), handler.place()));
        for (Entity.Code constructor :
                new Components(resolver, sources, layout).constructors(type)) {
            roots.add(
                    new EntryBinding.Root(constructor, Context.START, List.of(), handler.place()));
        }
        Entity instance = new Entity.Instance(file, owner.get().id());
        boolean found = false;
        for (String method : reference.methods()) {
            for (Entity member : resolver.members().of(instance, method)) {
                found = true;
                if (member instanceof Entity.Code code) {
                    roots.add(
                            new EntryBinding.Root(
                                    code, Context.REQUEST, List.of(), handler.place()));
                }
            }
        }
        boolean closed =
                owner.get().supertypes().stream()
                        .allMatch(supertype -> supertype instanceof Expr.Unknown);
        if (!found && closed && file.notifications().isEmpty()) {
            return new EntryBinding.Missing(
                    "method-missing",
                    reference.methods().get(0),
                    Exports.nearestMethod(resolver, file, owner.get()),
                    file.file());
        }
        return new EntryBinding.Found(roots);
    }

    /** A handler as {@code folder/file.export}, in Python also {@code package.file.name}. */
    record FileReference(String path, String export) {
        static Optional<FileReference> of(EntryPoint.Handler handler) {
            String reference = handler.reference().strip();
            if (isPython(handler)) {
                int last = reference.lastIndexOf('.');
                return last <= 0 || last == reference.length() - 1
                        ? Optional.empty()
                        : Paths.resolve(
                                        handler.folder(),
                                        reference.substring(0, last).replace('.', '/'))
                                .map(
                                        path ->
                                                new FileReference(
                                                        path, reference.substring(last + 1)));
            }
            int slash = reference.lastIndexOf('/');
            int dot = reference.indexOf('.', slash + 1);
            if (dot <= slash + 1 || dot == reference.length() - 1) {
                return Optional.empty();
            }
            return Paths.resolve(handler.folder(), reference.substring(0, dot))
                    .map(path -> new FileReference(path, reference.substring(dot + 1)));
        }
    }
}
