package dev.dovetail.link;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import dev.dovetail.workspace.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks from a unit's entry points over everything that they reach.
 *
 * <p>What is sure to run comes first, and breadth first, so that the way to a function is a shortest
 * one, and a sure one where there is any.
 */
final class Reach {

    /** More steps than any unit has; past it the rest stays unread. */
    private static final int MOST_STEPS = 200_000;

    private record StepKey(Entity.Code code, Context context) {
        @Override
        public boolean equals(Object other) {
            return other instanceof StepKey key
                    && key.context == context
                    && key.code.equals(code);
        }

        @Override
        public int hashCode() {
            return code.hashCode() * 31 + context.ordinal();
        }
    }

    private final Resolver resolver;
    private final Folder folder;
    private final Sources sources;
    private final Components components;
    private final NamedModules modules;
    private final SettingsModules settings;
    private final Set<Place> ofOthers;
    private final Map<StepKey, Step> steps = new LinkedHashMap<>();
    private final Map<Step, Set<Step>> callers = new HashMap<>();
    private final Deque<Step> sure = new ArrayDeque<>();
    private final Set<Step> unsure = new LinkedHashSet<>();
    private final List<ReachedUse> uses = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, SourceSummary> files = new LinkedHashMap<>();
    private final Map<SourceSummary, List<Runnable>> waiting = new IdentityHashMap<>();

    /** Files whose packages were looked at already. */
    private final Set<SourceSummary> packaged = new HashSet<>();

    /**
     * A walk that has not begun.
     *
     * @param ofOthers places of calls and decorators that hand over what other units run
     */
    Reach(Resolver resolver, Folder folder, Sources sources, Layout layout, Set<Place> ofOthers) {
        this.ofOthers = ofOthers;
        this.resolver = resolver;
        this.folder = folder;
        this.sources = sources;
        this.components = new Components(resolver, sources, layout);
        this.modules = new NamedModules(resolver, sources);
        this.settings = new SettingsModules(resolver, folder, sources);
    }

    void from(List<EntryBinding.Root> roots) {
        for (EntryBinding.Root root : roots) {
            reach(root.function(), root.context(), true, true, null, root.place());
        }
        while (steps.size() < MOST_STEPS) {
            Step next = sure.poll();
            if (next == null) {
                Iterator<Step> rest = unsure.iterator();
                if (!rest.hasNext()) {
                    return;
                }
                next = rest.next();
                rest.remove();
            }
            walk(next);
        }
    }

    List<SourceSummary> files() {
        return List.copyOf(files.values());
    }

    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    Map<Step, Set<Step>> callers() {
        return callers;
    }

    List<ReachedUse> uses() {
        return uses;
    }

    List<Route> routes() {
        return routes;
    }

    /** Adds a function in a context, unless it is there already. */
    private void reach(
            Entity.Code code,
            Context context,
            boolean contextKnown,
            boolean certain,
            @Nullable Step from,
            Place place) {
        reach(code, context, contextKnown, certain, from, place, false);
    }

    /**
     * @param enters whether the function is called for a request or message of its own, whatever
     *     {@code from} was doing when it was registered
     */
    private void reach(
            Entity.Code code,
            Context context,
            boolean contextKnown,
            boolean certain,
            @Nullable Step from,
            Place place,
            boolean enters) {
        if (from != null && waitsForFile(code)) {
            waiting.computeIfAbsent(code.file(), file -> new ArrayList<>())
                    .add(
                            () ->
                                    reach(
                                            code,
                                            context,
                                            contextKnown,
                                            certain,
                                            from,
                                            place,
                                            enters));
            return;
        }
        StepKey key = new StepKey(code, context);
        boolean sure = certain && contextKnown;
        Step known = steps.get(key);
        if (known == null || sure && unsure.remove(known)) {
            Step step = new Step(code, context, contextKnown, certain, from, place);
            steps.put(key, step);
            Set<Step> earlier = known == null ? null : callers.remove(known);
            callers.put(step, earlier == null ? new LinkedHashSet<>() : earlier);
            (sure ? this.sure : unsure).add(step);
            known = step;
        }
        if (from != null && !(enters && from.context() == Context.REQUEST)) {
            Objects.requireNonNull(callers.get(known)).add(from);
        }
    }

    /**
     * Whether a function's file is not loaded so far. A wrapper that many units share is handed the
     * handlers of all of them; this unit runs those alone whose files it loads.
     */
    private boolean waitsForFile(Entity.Code code) {
        return code.definition() != SourceSummary.MODULE
                && resolver.names(code.file()).importsRun()
                && !files.containsKey(code.file().file());
    }

    private boolean load(SourceSummary file) {
        if (files.putIfAbsent(file.file(), file) != null) {
            return false;
        }
        List<Runnable> then = waiting.remove(file);
        if (then != null) {
            then.forEach(Runnable::run);
        }
        return true;
    }

    private void walk(Step step) {
        SourceSummary file = step.code().file();
        Definition definition = file.definitions().get(step.code().definition());
        loadFile(step, file);
        if (definition.kind() == Definition.Kind.CLASS) {
            enterClass(step);
            return;
        }
        enterOwner(step, definition);
        for (Import imported : file.imports()) {
            if (imported.definition() == definition.id()) {
                follow(step, imported);
            }
        }
        for (Use use : resolver.index(file).uses(definition.id())) {
            Truth runs = folder.mayRun(file, use.guard());
            if (runs != Truth.NO) {
                follow(step, use, step.certain() && runs == Truth.YES);
            }
        }
        for (Write write : resolver.index(file).writes(definition.id())) {
            Truth runs = folder.mayRun(file, write.guard());
            if (runs != Truth.NO) {
                keep(step, write);
                assignment(step, write, step.certain() && runs == Truth.YES);
            }
        }
        for (Expr value : definition.returns()) {
            mention(step, value, step.context(), step.contextKnown(), step.certain());
        }
        boolean inPlace = resolver.names(file).classesRunInPlace();
        for (Definition child : resolver.index(file).children(definition.id())) {
            if (child.kind() == Definition.Kind.FUNCTION) {
                decorated(step, child);
            } else if (child.kind() == Definition.Kind.CLASS && inPlace) {
                decorated(step, child);
                resolver.index(file)
                        .children(child.id())
                        .forEach(member -> decorated(step, member));
            }
        }
        if (definition.kind() != Definition.Kind.FUNCTION && !inPlace) {
            annotations(step, resolver.index(file).annotations(definition.id()));
        }
        wrapped(step, definition);
    }

    /** The decorators of a function or class run when the body that it stands in does, and may hand it over. */
    private void decorated(Step step, Definition function) {
        SourceSummary file = step.code().file();
        Entity.Code code = new Entity.Code(file, function.id());
        Place place = file.place(function.nameRegion());
        for (Use annotation : resolver.index(file).annotations(function.id())) {
            Truth runs = folder.mayRun(file, annotation.guard());
            if (runs == Truth.NO || ofOthers.contains(file.place(annotation.region()))) {
                continue;
            }
            boolean certain = step.certain() && runs == Truth.YES;
            List<String> paths = resolver.paths(file, annotation.target());
            uses.add(new ReachedUse(step, annotation, paths, certain));
            for (String path : paths) {
                for (Framework.Route route : resolver.facts().routeAnnotations(path)) {
                    reach(code, Context.REQUEST, true, certain, step, place, true);
                    routes.add(Routes.of(folder, file, annotation, route, List.of(code)));
                }
                for (Framework.Callback callback : resolver.facts().callbackAnnotations(path)) {
                    if (Callers.matches(callback, annotation)) {
                        Context context = contextOf(callback.runs(), step.context());
                        reach(code, context, true, certain, step, place, enters(callback.runs()));
                    }
                }
            }
            for (Entity target : resolver.resolve(file, annotation.target())) {
                if (target instanceof Entity.Code decorator) {
                    call(step, decorator, annotation, certain);
                }
            }
        }
    }

    /** What decorators of the workspace make of a function runs whenever it does. */
    private void wrapped(Step step, Definition function) {
        SourceSummary file = step.code().file();
        for (Use annotation : resolver.index(file).annotations(function.id())) {
            for (Entity target : resolver.resolve(file, annotation.target())) {
                if (!(target instanceof Entity.Code decorator) || Resolver.isClass(decorator)) {
                    continue;
                }
                Set<Entity> made = resolver.returned(decorator);
                if (annotation.outcome() == Use.Outcome.CHAINED) {
                    Set<Entity> decorators = made;
                    made = new LinkedHashSet<>();
                    for (Entity each : decorators) {
                        if (each instanceof Entity.Code inner && !Resolver.isClass(inner)) {
                            made.addAll(resolver.returned(inner));
                        }
                    }
                }
                for (Entity wrapper : made) {
                    boolean other =
                            wrapper instanceof Entity.Code code
                                    && !Resolver.isClass(code)
                                    && !code.equals(step.code());
                    if (other) {
                        reach(
                                (Entity.Code) wrapper,
                                step.context(),
                                step.contextKnown(),
                                step.certain(),
                                step,
                                file.place(annotation.region()));
                    }
                }
            }
        }
    }

    /** A function runs only after its file's body did. */
    private void loadFile(Step step, SourceSummary file) {
        if (packaged.add(file)) {
            for (String path : resolver.names(file).filesBefore(file)) {
                sources.summary(path).ifPresent(before -> runBody(step, before));
            }
        }
        if (load(file)) {
            runBody(step, file);
        }
    }

    private void runBody(Step step, SourceSummary file) {
        load(file);
        reach(
                new Entity.Code(file, SourceSummary.MODULE),
                Context.START,
                true,
                step.certain(),
                step,
                step.place());
    }

    /** A method runs only after its class was loaded and an instance made. */
    private void enterOwner(Step step, Definition definition) {
        if (definition.kind() != Definition.Kind.METHOD) {
            return;
        }
        SourceSummary file = step.code().file();
        enterInitializers(step, file, definition.parent(), !definition.has(Definition.Trait.STATIC));
    }

    private void enterInitializers(
            Step step, SourceSummary file, int classDefinition, boolean instance) {
        for (Definition member : resolver.index(file).children(classDefinition)) {
            boolean runs =
                    member.kind() == Definition.Kind.STATIC_INITIALIZER
                            || instance
                                    && member.kind() == Definition.Kind.CONSTRUCTOR
                                    && components.isSingleton(file, classDefinition);
            if (runs) {
                reach(
                        new Entity.Code(file, member.id()),
                        Context.START,
                        true,
                        step.certain(),
                        step,
                        file.place(member.nameRegion()));
            }
        }
    }

    private void enterClass(Step step) {
        SourceSummary file = step.code().file();
        int classDefinition = step.code().definition();
        if (!resolver.names(file).classesRunInPlace()) {
            annotations(step, resolver.index(file).annotations(classDefinition));
        }
        for (Components.Member member : components.members(file, classDefinition)) {
            reach(
                    member.code(),
                    member.context(),
                    member.contextKnown(),
                    step.certain(),
                    step,
                    member.place());
        }
        components.routes(folder, file, classDefinition, routes);
        for (Entity.Code component : components.scannedFrom(file, classDefinition)) {
            reach(
                    component,
                    Context.START,
                    true,
                    step.certain(),
                    step,
                    component
                            .file()
                            .place(
                                    component
                                            .file()
                                            .definitions()
                                            .get(component.definition())
                                            .nameRegion()));
        }
    }

    private void annotations(Step step, List<Use> annotations) {
        SourceSummary file = step.code().file();
        for (Use annotation : annotations) {
            List<String> paths = resolver.paths(file, annotation.target());
            uses.add(new ReachedUse(step, annotation, paths, step.certain()));
            for (Use.Argument argument : annotation.arguments()) {
                mention(step, argument.value(), Context.START, true, step.certain());
            }
        }
    }

    private void follow(Step step, Import imported) {
        if (imported.kind() == Import.Kind.TYPE_ONLY
                || imported.kind() == Import.Kind.ON_DEMAND) {
            return;
        }
        SourceSummary file = step.code().file();
        if (!resolver.names(file).importsRun()) {
            return;
        }
        Truth runs = folder.mayRun(file, imported.guard());
        if (runs == Truth.NO) {
            return;
        }
        for (String path : resolver.names(file).filesOf(file, imported)) {
            load(
                    step,
                    path,
                    step.certain() && runs == Truth.YES,
                    file.place(imported.region()));
        }
    }

    /** A file's body runs when it is imported, or loaded by name. */
    private void load(Step step, String path, boolean certain, Place place) {
        Optional<SourceSummary> target = sources.summary(path);
        if (target.isPresent()) {
            load(target.get());
            reach(
                    new Entity.Code(target.get(), SourceSummary.MODULE),
                    Context.START,
                    true,
                    certain,
                    step,
                    place);
        }
    }

    private void follow(Step step, Use use, boolean certain) {
        SourceSummary file = step.code().file();
        Set<Entity> targets = resolver.resolve(file, use.target());
        List<String> paths = new ArrayList<>();
        boolean known = false;
        boolean ownCode = false;
        for (Entity target : targets) {
            if (target instanceof Entity.Api api) {
                paths.add(api.path());
            } else if (target instanceof Entity.Code code && use.kind() != Use.Kind.READ) {
                call(step, code, use, certain);
                ownCode = true;
            } else if (target instanceof Entity.ModuleFile module && use.kind() == Use.Kind.CALL) {
                for (Entity whole : resolver.members().of(module, "default")) {
                    if (whole instanceof Entity.Code code) {
                        call(step, code, use, certain);
                        ownCode = true;
                    }
                }
            }
        }
        uses.add(new ReachedUse(step, use, paths, certain));
        for (String loaded : modules.loadedBy(file, use)) {
            load(step, loaded, certain, file.place(use.region()));
        }
        for (SettingsModules.Given given : settings.namedBy(file, use)) {
            Entity.Code body = new Entity.Code(given.file(), SourceSummary.MODULE);
            reach(body, Context.START, true, certain, step, file.place(use.region()));
            Step set = Objects.requireNonNull(steps.get(new StepKey(body, Context.START)));
            uses.add(new ReachedUse(set, given.use(), List.of(given.path()), certain));
        }
        if (use.kind() == Use.Kind.READ || ofOthers.contains(file.place(use.region()))) {
            return;
        }
        for (String path : paths) {
            known |= followCallbacks(step, use, path, certain);
            known |= followRoutes(step, use, path, certain);
        }
        if (!known) {
            boolean contextKnown =
                    step.contextKnown() && (ownCode || step.context() == Context.REQUEST);
            for (Use.Argument argument : use.arguments()) {
                mention(step, argument.value(), step.context(), contextKnown, certain);
            }
        }
        anonymousClass(step, use, certain);
    }

    private void call(Step step, Entity.Code code, Use use, boolean certain) {
        Place place = step.code().file().place(use.region());
        if (!Resolver.isClass(code)) {
            reach(code, step.context(), step.contextKnown(), certain, step, place);
            return;
        }
        reach(code, Context.START, true, certain, step, place);
        for (Entity.Code constructor : components.constructors(code)) {
            reach(constructor, step.context(), step.contextKnown(), certain, step, place);
        }
    }

    private boolean followCallbacks(Step step, Use use, String path, boolean certain) {
        boolean known = false;
        for (Framework.Callback callback : resolver.facts().callbacks(path)) {
            if (!Callers.matches(callback, use)) {
                continue;
            }
            known = true;
            Context context = contextOf(callback.runs(), step.context());
            for (Expr argument : Arguments.at(use, callback.arguments())) {
                hand(
                        step,
                        argument,
                        callback.arguments().properties(),
                        context,
                        step.contextKnown() || callback.runs() != Framework.Runs.NOW,
                        certain,
                        enters(callback.runs()));
            }
        }
        for (Framework.Wrapper wrapper : resolver.facts().wrappers(path)) {
            known = true;
            Context context = contextOf(wrapper.runs(), step.context());
            for (Expr argument : Arguments.at(use, wrapper.argument())) {
                hand(
                        step,
                        argument,
                        wrapper.argument().properties(),
                        context,
                        true,
                        certain,
                        enters(wrapper.runs()));
            }
        }
        for (Framework.Mount mount : resolver.facts().mounts(path)) {
            known = true;
            for (Expr argument : Arguments.at(use, mount.targets())) {
                hand(step, argument, List.of(), Context.REQUEST, true, certain, true);
            }
        }
        return known;
    }

    private boolean followRoutes(Step step, Use use, String path, boolean certain) {
        List<Framework.Route> found = resolver.facts().routes(path);
        for (Framework.Route route : found) {
            List<Entity.Code> handlers = new ArrayList<>();
            if (route.handlers().isPresent()) {
                Framework.Positions positions = route.handlers().get();
                for (Expr argument : Arguments.at(use, positions)) {
                    handlers.addAll(
                            hand(
                                    step,
                                    argument,
                                    positions.properties(),
                                    Context.REQUEST,
                                    true,
                                    certain,
                                    true));
                }
            }
            routes.add(Routes.of(folder, step.code().file(), use, route, handlers));
        }
        return !found.isEmpty();
    }

    private List<Entity.Code> hand(
            Step step,
            Expr argument,
            List<String> properties,
            Context context,
            boolean contextKnown,
            boolean certain,
            boolean enters) {
        List<Entity.Code> handed = new ArrayList<>();
        SourceSummary file = step.code().file();
        for (Entity entity : Arguments.functionsIn(resolver, file, argument, properties)) {
            if (entity instanceof Entity.Code code) {
                reach(code, context, contextKnown, certain, step, placeOf(code), enters);
                handed.add(code);
            } else if (entity instanceof Entity.Instance instance) {
                methods(step, instance, context, contextKnown, certain);
            }
        }
        return handed;
    }

    /** Functions that a value holds may be called by whoever gets it. */
    private void mention(
            Step step, Expr value, Context context, boolean contextKnown, boolean certain) {
        if (value instanceof Expr.Literal || value instanceof Expr.Concat) {
            return;
        }
        hand(step, value, List.of(), context, contextKnown, certain, false);
    }

    /** What a library gets an instance of the workspace for: the methods it knows by a supertype. */
    private void methods(
            Step step,
            Entity.Instance instance,
            Context context,
            boolean contextKnown,
            boolean certain) {
        SourceSummary file = instance.file();
        Definition owner = file.definitions().get(instance.classDefinition());
        if (owner.supertypes().isEmpty()) {
            return;
        }
        for (Definition member : resolver.index(file).children(owner.id())) {
            if (member.kind() == Definition.Kind.METHOD
                    && !member.has(Definition.Trait.PRIVATE)
                    && !member.has(Definition.Trait.STATIC)) {
                Optional<Context> own = components.overriddenContext(file, member);
                reach(
                        new Entity.Code(file, member.id()),
                        own.orElse(context),
                        own.isPresent() || contextKnown && context == Context.REQUEST,
                        certain,
                        step,
                        file.place(member.nameRegion()));
            }
        }
    }

    /** {@code new Thread() { public void run() … }}: the body is the class's. */
    private void anonymousClass(Step step, Use use, boolean certain) {
        if (use.kind() != Use.Kind.CONSTRUCT) {
            return;
        }
        SourceSummary file = step.code().file();
        for (Definition child : resolver.index(file).children(step.code().definition())) {
            if (child.kind() == Definition.Kind.CLASS
                    && child.name().isEmpty()
                    && use.region().contains(child.region())) {
                methods(
                        step,
                        new Entity.Instance(file, child.id()),
                        step.context(),
                        false,
                        certain);
            }
        }
    }

    private void keep(Step step, Write write) {
        boolean ownField =
                write.target() instanceof Expr.Ref
                        || write.target() instanceof Expr.Member member
                                && member.object() instanceof Expr.This;
        if (!ownField) {
            mention(step, write.value(), step.context(), false, step.certain());
        }
    }

    /** {@code app.secret_key = value}: what a library's object is told by assignment. */
    private void assignment(Step step, Write write, boolean certain) {
        if (!(write.target() instanceof Expr.Member) || !write.operator().equals("=")) {
            return;
        }
        List<String> paths = resolver.paths(step.code().file(), write.target());
        if (paths.isEmpty()) {
            return;
        }
        Use use =
                new Use(
                        -1,
                        Use.Kind.ASSIGN,
                        write.target(),
                        List.of(new Use.Argument(null, write.value(), false)),
                        write.region(),
                        write.definition(),
                        -1,
                        write.guard(),
                        Use.Outcome.DROPPED,
                        false,
                        false);
        uses.add(new ReachedUse(step, use, paths, certain));
    }

    private Place placeOf(Entity.Code code) {
        SourceSummary file = code.file();
        return file.place(file.definitions().get(code.definition()).nameRegion());
    }

    private static boolean enters(Framework.Runs runs) {
        return runs == Framework.Runs.PER_REQUEST || runs == Framework.Runs.PER_MESSAGE;
    }

    private static Context contextOf(Framework.Runs runs, Context context) {
        return switch (runs) {
            case NOW, LATER -> context;
            case PER_REQUEST, PER_MESSAGE -> Context.REQUEST;
            case AT_START -> Context.START;
            case ON_TIMER -> Context.TIMER;
            case AT_EXIT -> Context.EXIT;
        };
    }
}
