package dev.dovetail.link;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Binds units to the code they run.
 *
 * <p>Files are read outward from the entry points; what no unit reaches is not read.
 */
public final class Linker {

    /** Rounds in which callers make more calls known; a third seldom adds any. */
    private static final int ROUNDS = 3;

    private final Knowledge knowledge;
    private final Sources sources;
    private final Layout layout;
    private final ApiFacts facts;
    private final Resolver resolver;
    private final EntryPoints entryPoints;
    private final Components components;
    private final NamedModules modules;

    public Linker(
            Knowledge knowledge,
            ApiFacts facts,
            Sources sources,
            Layout layout,
            Map<Language, Names> names) {
        this.knowledge = knowledge;
        this.sources = sources;
        this.layout = layout;
        this.facts = facts;
        this.resolver = new Resolver(names, facts, sources);
        this.entryPoints = new EntryPoints(sources, layout, resolver);
        this.components = new Components(resolver, sources, layout);
        this.modules = new NamedModules(resolver, sources);
    }

    /** Each unit with its code, in the order given. */
    public List<LinkedUnit> link(List<DeploymentUnit> units) {
        Set<String> entryFiles = new TreeSet<>();
        units.forEach(unit -> entryFiles.addAll(entryPoints.files(unit)));
        Callers callers = readFrom(entryFiles);
        for (DeploymentUnit unit : units) {
            if (entryPoints.bind(unit) instanceof EntryBinding.Found found) {
                found.roots()
                        .forEach(root -> callers.calledByConvention(root.function(), root.parameters()));
            }
        }
        resolver.learn(callers);
        List<LinkedUnit> linked = new ArrayList<>();
        for (DeploymentUnit unit : units) {
            linked.add(link(unit, entryPoints.bind(unit), false));
        }
        return linked;
    }

    /** A unit whose platform the user named: everything that looks like an entry point runs. */
    public LinkedUnit assume(DeploymentUnit unit, Collection<String> files) {
        readFrom(files);
        List<EntryBinding.Root> roots = new ArrayList<>();
        for (String path : files) {
            sources.summary(path).ifPresent(file -> addRoots(file, roots));
        }
        return link(unit, new EntryBinding.Found(roots), true);
    }

    /**
     * A linked unit as it would be elsewhere: the same entry points, reached anew, for what the code
     * asks of its environment may be answered otherwise there.
     */
    public LinkedUnit move(LinkedUnit linked, DeploymentUnit moved) {
        return link(moved, linked.entry(), linked.handlerOf(), true);
    }

    private static void addRoots(SourceSummary file, List<EntryBinding.Root> roots) {
        for (Definition definition : file.definitions()) {
            Context context =
                    switch (definition.kind()) {
                        case MODULE, CLASS, CONSTRUCTOR, STATIC_INITIALIZER -> Context.START;
                        case METHOD -> Context.REQUEST;
                        case FUNCTION ->
                                definition.parent() == SourceSummary.MODULE
                                        ? Context.REQUEST
                                        : null;
                    };
            if (context != null) {
                Place place = file.place(definition.nameRegion());
                roots.add(
                        new EntryBinding.Root(
                                new Entity.Code(file, definition.id()),
                                context,
                                List.of(),
                                place));
            }
        }
    }

    private LinkedUnit link(DeploymentUnit unit, EntryBinding entry, boolean assumed) {
        return link(unit, entry, entryPoints.callers(unit), assumed);
    }

    private LinkedUnit link(
            DeploymentUnit unit, EntryBinding entry, Set<String> handlerOf, boolean assumed) {
        Optional<Platform> host = Optional.ofNullable(knowledge.platforms().get(unit.host()));
        Folder folder =
                new Folder(
                        resolver,
                        new UnitEnvironment(unit, host, entryPoints.script(unit)),
                        layout);
        Reach reach = new Reach(resolver, folder, sources, layout, ofOthers(unit));
        if (entry instanceof EntryBinding.Found found) {
            reach.from(found.roots());
            folder.loads(reach.files());
        } else if (entry instanceof EntryBinding.Missing missing) {
            sources.summary(missing.file())
                    .ifPresent(file -> reach.from(List.of(EntryPoints.module(file, unit.place()))));
        }
        return new LinkedUnit(
                unit,
                host,
                assumed,
                entry,
                handlerOf,
                reach.files(),
                reach.steps(),
                new RequestEntries(reach.callers()),
                reach.uses(),
                reach.routes(),
                resolver,
                folder);
    }

    /** The calls by which code that the unit loads hands over the functions of other units. */
    private static Set<Place> ofOthers(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.Registered registered
                ? Set.copyOf(registered.others())
                : Set.of();
    }

    /** Reads everything that these files import, and theirs, and learns who calls whom. */
    private Callers readFrom(Collection<String> entryFiles) {
        Set<String> seen = new LinkedHashSet<>(entryFiles);
        Collection<String> wave = new TreeSet<>(entryFiles);
        while (!wave.isEmpty()) {
            // What calls and annotations name takes resolving, which reads what it comes by one file after
            // another: first all that imports name, side by side.
            Set<String> read = new TreeSet<>();
            while (!wave.isEmpty()) {
                sources.prepare(wave);
                read.addAll(wave);
                wave = unseen(wave, this::importedBy, seen);
            }
            wave = unseen(read, this::foundBy, seen);
        }
        List<SourceSummary> files = new ArrayList<>();
        for (String path : new TreeSet<>(seen)) {
            sources.summary(path).ifPresent(files::add);
        }
        Callers callers = new Callers(facts);
        for (int round = 0; round < ROUNDS; round++) {
            callers = new Callers(facts);
            for (SourceSummary file : files) {
                callers.read(resolver, file);
            }
            resolver.learn(callers);
        }
        return callers;
    }

    /** What files need that nobody has seen yet; it is seen from now on. */
    private Collection<String> unseen(
            Collection<String> files,
            Function<SourceSummary, Collection<String>> needed,
            Set<String> seen) {
        Set<String> next = new TreeSet<>();
        for (String path : files) {
            sources.summary(path).ifPresent(file -> next.addAll(needed.apply(file)));
        }
        next.removeAll(seen);
        seen.addAll(next);
        return next;
    }

    private Collection<String> importedBy(SourceSummary file) {
        Set<String> needed = new TreeSet<>();
        Names names = resolver.names(file);
        for (Import imported : file.imports()) {
            needed.addAll(names.filesOf(file, imported));
        }
        needed.addAll(names.filesBeside(file));
        return needed;
    }

    /** What a file's calls load by their names, and its annotations scan for. */
    private Collection<String> foundBy(SourceSummary file) {
        Set<String> needed = new TreeSet<>();
        for (Use use : file.uses()) {
            needed.addAll(modules.loadedBy(file, use));
        }
        for (Definition definition : file.definitions()) {
            if (definition.kind() == Definition.Kind.CLASS) {
                components
                        .scannedFrom(file, definition.id())
                        .forEach(component -> needed.add(component.file().file()));
            }
        }
        return needed;
    }
}
