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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the code that a unit's entry point means.
 *
 * <p>Binding is honest: what a plugin, a build or a library may hide is unknown, never missing.
 */
final class EntryPoints {

    /** The convention by which AWS Lambda calls a handler; its parameters stand in rules/. */
    private static final String HANDLER_CONVENTION = "aws-lambda-handler";

    private final Sources sources;
    private final Layout layout;
    private final Resolver resolver;

    EntryPoints(Sources sources, Layout layout, Resolver resolver) {
        this.sources = sources;
        this.layout = layout;
        this.resolver = resolver;
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
                        .flatMap(reference -> layout.sourceOf(reference.path()))
                        .ifPresent(files::add);
            }
        } else if (entry instanceof EntryPoint.File file) {
            layout.sourceOf(file.file()).ifPresent(files::add);
        } else if (entry instanceof EntryPoint.Files several) {
            several.files()
                    .forEach(file -> layout.sourceOf(file.file()).ifPresent(files::add));
        }
        return files;
    }

    EntryBinding bind(DeploymentUnit unit) {
        EntryPoint entry = unit.entryPoint();
        if (entry instanceof EntryPoint.Unknown unknown) {
            return new EntryBinding.Unknown(unknown.why());
        }
        if (entry instanceof EntryPoint.File file) {
            return file(file);
        }
        if (entry instanceof EntryPoint.Files several) {
            List<EntryBinding.Root> roots = new ArrayList<>();
            for (EntryPoint.File file : several.files()) {
                if (file(file) instanceof EntryBinding.Found found) {
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
        EntryBinding bound = isJava(handler) ? javaHandler(handler) : fileHandler(handler);
        return mayDiffer && bound instanceof EntryBinding.Missing
                ? new EntryBinding.Unknown("a plugin or layer may provide the handler")
                : bound;
    }

    private static boolean isJava(EntryPoint.Handler handler) {
        return handler.language().equals(Language.JAVA.id());
    }

    private EntryBinding file(EntryPoint.File entry) {
        Optional<String> path = layout.sourceOf(entry.file());
        if (path.isEmpty()) {
            boolean glob = entry.convention().endsWith("-glob");
            return glob
                    ? new EntryBinding.Missing("glob-matches-nothing", entry.file(), "", "")
                    : missingFile(entry.file(), "");
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
        for (Entity value : resolver.members().exported(file, name)) {
            if (value instanceof Entity.Code code && !Resolver.isClass(code)) {
                roots.add(
                        new EntryBinding.Root(code, Context.REQUEST, parameters, entry.place()));
            }
        }
    }

    private EntryBinding fileHandler(EntryPoint.Handler handler) {
        boolean read =
                handler.language().isEmpty()
                        || handler.language().equals(Language.JAVASCRIPT.id());
        if (!read) {
            return new EntryBinding.Unknown("its language is not read");
        }
        Optional<FileReference> reference = FileReference.of(handler);
        if (reference.isEmpty()) {
            return new EntryBinding.Unknown("its handler is not a file and a name");
        }
        Optional<String> path = layout.sourceOf(reference.get().path());
        if (path.isEmpty() && isItselfAFile(handler)) {
            return new EntryBinding.Unknown("its handler is a script");
        }
        if (path.isEmpty()) {
            return missingFile(reference.get().path(), handler.folder());
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
        String name = reference.get().export();
        Set<Entity> exported = resolver.members().exported(file, name);
        for (Entity value : exported) {
            if (value instanceof Entity.Code code && !Resolver.isClass(code)) {
                roots.add(
                        new EntryBinding.Root(
                                code, Context.REQUEST, parameters, handler.place()));
            }
        }
        if (exported.isEmpty() && Exports.isSurelyMissing(resolver, file, name)) {
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

    /** A file that is not there: missing when its folder is, unknown when a build may make it. */
    private EntryBinding missingFile(String path, String unitFolder) {
        String folder = Paths.parent(path);
        List<String> beside = sources.workspace().filesUnder(folder);
        for (String file : beside) {
            if (Paths.withoutExtension(file).equalsIgnoreCase(Paths.withoutExtension(path))
                    && sources.isSource(file)) {
                return new EntryBinding.Missing("case-differs", path, file, "");
            }
        }
        boolean sourceBeside =
                beside.stream()
                        .anyMatch(
                                file ->
                                        Paths.parent(file).equals(folder)
                                                && sources.isSource(file));
        boolean isUnitFolder = folder.equals(unitFolder) && !beside.isEmpty();
        if (!sourceBeside && !isUnitFolder) {
            return new EntryBinding.Unknown("its file is made by a build or lies elsewhere");
        }
        return new EntryBinding.Missing("file-missing", path, "", "");
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

    /** A handler as {@code folder/file.export}. */
    record FileReference(String path, String export) {
        static Optional<FileReference> of(EntryPoint.Handler handler) {
            String reference = handler.reference().strip();
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
