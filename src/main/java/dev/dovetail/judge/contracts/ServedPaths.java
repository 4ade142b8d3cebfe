package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.Arguments;
import dev.dovetail.link.Entity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Route;
import dev.dovetail.link.Truth;
import dev.dovetail.link.Values;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths that a unit's code serves, as far as to say which ones it surely does not.
 *
 * <p>What a router is mounted under is known of some routes only. So a path counts as served when any
 * route may end it and the rest may be made of prefixes that the code names somewhere.
 */
final class ServedPaths {

    /** Prefixes within prefixes are tried this deep. */
    private static final int DEPTH = 4;

    private final LinkedUnit unit;
    private final ApiFacts facts;
    private final Set<Use> mounts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<List<String>> prefixes = new HashSet<>();
    private final Set<String> prefixedFiles = new HashSet<>();
    private final Set<String> mountingFiles = new HashSet<>();
    private boolean routersAtRoot;
    private boolean unclear;

    /** The path that all routes are under, its segments; empty for none or where it is not known. */
    private Optional<List<String>> whole = Optional.empty();

    ServedPaths(LinkedUnit unit) {
        this.unit = unit;
        this.facts = unit.resolver().facts();
        unit.uses().forEach(this::addPrefixes);
        for (SourceSummary file : unit.files()) {
            file.uses().stream()
                    .filter(use -> use.kind() == Use.Kind.ANNOTATION)
                    .forEach(use -> addPrefixes(file, use, unit.resolver().paths(file, use.target())));
        }
    }

    /**
     * Whether nothing but the code that was read can answer requests.
     *
     * @param contract whose table {@code serve-by-themselves} has the libraries that do
     */
    static boolean areAllKnown(
            LinkedUnit unit, Contract contract, ContractRule.Surroundings surroundings) {
        Map<String, String> libraries = contract.table("serve-by-themselves");
        return unit.codeIsKnown()
                && !(unit.unit().entryPoint() instanceof EntryPoint.Programs)
                && !Listeners.hasFront(unit, surroundings)
                && unit.files().stream().noneMatch(file -> file.language() == Language.JAVA)
                && unit.files().stream().allMatch(file -> file.notifications().isEmpty())
                && Listeners.of(unit, surroundings).size() <= 1
                && unit.files().stream()
                        .flatMap(file -> file.imports().stream())
                        .map(Import::specifier)
                        .noneMatch(
                                specifier ->
                                        libraries.containsKey(specifier)
                                                || libraries.containsKey(
                                                        specifier.replaceAll("[./].*", "")));
    }

    /** The segments of a path, without its query. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String part : path.replaceAll("[?#].*$", "").split("/")) {
            if (!part.isEmpty()) {
                segments.add(part);
            }
        }
        return segments;
    }

    /** What stands before every path of the unit; empty when nothing does. */
    Optional<List<String>> wholePrefix() {
        return whole;
    }

    /** Where the code serves some path, to be shown beside one that it does not. */
    Optional<Place> some() {
        return unit.routes().stream()
                .filter(route -> !isMount(route))
                .map(Route::place)
                .findFirst();
    }

    /** Whether a request for a path is answered by code; never NO unless that is certain. */
    Truth serves(List<String> path) {
        if (unit.routes().isEmpty() || unclear || mountsOthers(path)) {
            return Truth.UNKNOWN;
        }
        for (Route route : unit.routes()) {
            if (isMount(route)) {
                continue;
            }
            Optional<String> own =
                    route.path() instanceof Folded.Nothing
                            ? Optional.of("")
                            : route.path().text();
            if (own.isEmpty() || mayAnswer(route, segments(own.get()), path)) {
                return Truth.UNKNOWN;
            }
        }
        return path.isEmpty() || isMentioned(path.get(path.size() - 1)) ? Truth.UNKNOWN : Truth.NO;
    }

    /** Whether any path that begins so is answered by code; never NO unless that is certain. */
    Truth servesUnder(List<String> prefix) {
        if (prefix.isEmpty() || unit.routes().isEmpty() || unclear || mountsOthers(prefix)) {
            return Truth.UNKNOWN;
        }
        for (Route route : unit.routes()) {
            Optional<String> own =
                    route.path() instanceof Folded.Nothing
                            ? Optional.of("")
                            : route.path().text();
            if (!isMount(route) && (own.isEmpty() || beginsOpenly(segments(own.get())))) {
                return Truth.UNKNOWN;
            }
        }
        return prefix.stream().anyMatch(this::isMentioned) ? Truth.UNKNOWN : Truth.NO;
    }

    /** Whether a route's first segment may be any. */
    private static boolean beginsOpenly(List<String> own) {
        return !own.isEmpty() && own.get(0).matches(".*[:{<\\[(^$+?*].*");
    }

    /** Whether the code writes a path in full, be it for what is not under the whole prefix. */
    boolean isWritten(String path) {
        return Exprs.anyText(unit, path::equals);
    }

    /** Whether a segment stands in some text of the code that may be a path. */
    private boolean isMentioned(String segment) {
        return Exprs.anyText(
                unit,
                text ->
                        text.indexOf(' ') < 0
                                && List.of(text.split("[/?#]")).contains(segment));
    }

    /** Calls such as use(), which take routers and handlers alike. */
    private boolean isMount(Route route) {
        return mounts.contains(route.use());
    }

    /** Whether a route's own path can be the end of a path, and prefixes the rest. */
    private boolean mayAnswer(Route route, List<String> own, List<String> path) {
        if (own.stream().anyMatch(segment -> segment.contains("*") || segment.contains("path:") || segment.contains(":path") || segment.startsWith("("))) {
            return true;
        }
        int before = path.size() - own.size();
        if (before < 0) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            boolean variable = own.get(i).matches(".*[:{<\\[(^$+?].*");
            if (!variable && !own.get(i).equals(path.get(before + i))) {
                return false;
            }
        }
        List<String> rest = path.subList(0, before);
        return rest.isEmpty() ? mayBeAtRoot(route) : isMadeOfPrefixes(rest, 0);
    }

    /** Whether nothing surely stands before the path of a route. */
    private boolean mayBeAtRoot(Route route) {
        String file = route.place().file();
        boolean ofApplication = mountingFiles.isEmpty() || mountingFiles.contains(file);
        return !prefixedFiles.contains(file) && (ofApplication || routersAtRoot);
    }

    private boolean isMadeOfPrefixes(List<String> rest, int depth) {
        if (rest.isEmpty()) {
            return true;
        }
        return depth < DEPTH
                && prefixes.stream()
                        .anyMatch(
                                prefix ->
                                        prefix.size() <= rest.size()
                                                && matches(prefix, rest)
                                                && isMadeOfPrefixes(rest.subList(prefix.size(), rest.size()), depth + 1));
    }

    private static boolean matches(List<String> prefix, List<String> path) {
        for (int i = 0; i < prefix.size(); i++) {
            String segment = prefix.get(i);
            if (!segment.startsWith(":") && !segment.startsWith("{") && !segment.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void addPrefixes(ReachedUse use) {
        addPrefixes(use.file(), use.use(), use.paths());
        for (String path : use.paths()) {
            for (Framework.Mount mount : facts.mounts(path)) {
                mounts.add(use.use());
                mountingFiles.add(use.file().file());
                Optional<List<String>> prefix = prefixOf(use, mount);
                prefix.filter(segments -> !segments.isEmpty()).ifPresent(prefixes::add);
                routersAtRoot |= prefix.filter(List::isEmpty).isPresent() && takesRouter(use, mount);
            }
        }
    }

    private boolean takesRouter(ReachedUse use, Framework.Mount mount) {
        return Arguments.at(use.use(), mount.targets()).stream()
                .flatMap(target -> unit.resolver().paths(use.file(), target).stream())
                .anyMatch(this::isRouter);
    }

    private void addPrefixes(SourceSummary file, Use use, List<String> paths) {
        for (String path : paths) {
            for (Framework.Prefix prefix : facts.prefixes(path)) {
                Folded value = Values.select(unit.folder(), file, use, prefix.path());
                if (value instanceof Folded.Nothing) {
                    continue;
                }
                Optional<List<String>> segments = value.text().map(ServedPaths::segments);
                if (segments.isEmpty()) {
                    unclear = true;
                } else if (prefix.whole()) {
                    // What else is given may except some routes from it.
                    boolean alone = use.arguments().size() <= 1 || prefix.path().application().isPresent();
                    whole = alone ? segments : whole;
                    unclear |= !alone;
                } else if (!segments.get().isEmpty()) {
                    prefixes.add(segments.get());
                    prefixedFiles.add(file.file());
                }
            }
        }
    }

    private Optional<List<String>> prefixOf(ReachedUse use, Framework.Mount mount) {
        if (mount.path().isEmpty()) {
            return Optional.of(List.of());
        }
        Folded value = Values.select(unit.folder(), use.file(), use.use(), mount.path().get());
        if (value instanceof Folded.Nothing || value instanceof Folded.Structure) {
            return Optional.of(List.of());
        }
        return value.text().map(ServedPaths::segments);
    }

    /** Whether something that is not read may be mounted where a path leads. */
    private boolean mountsOthers(List<String> path) {
        for (ReachedUse use : unit.uses()) {
            for (String api : use.paths()) {
                for (Framework.Mount mount : facts.mounts(api)) {
                    Optional<List<String>> prefix = prefixOf(use, mount);
                    boolean leadsThere =
                            prefix.isEmpty()
                                    || prefix.get().size() <= path.size()
                                            && matches(prefix.get(), path);
                    if (leadsThere && !areAllKnown(use, mount)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean areAllKnown(ReachedUse use, Framework.Mount mount) {
        return Arguments.at(use.use(), mount.targets()).stream()
                .allMatch(target -> isKnown(use.file(), target));
    }

    private boolean isKnown(SourceSummary file, Expr target) {
        if (target instanceof Expr.Literal || target instanceof Expr.Function) {
            return true;
        }
        if (target instanceof Expr.ListOf list) {
            return list.elements().stream().allMatch(each -> isKnown(file, each));
        }
        Set<Entity> entities = unit.resolver().resolve(file, target);
        boolean text = unit.folder().fold(file, target).text().isPresent();
        return text
                || !entities.isEmpty()
                        && entities.stream().allMatch(this::isKnown);
    }

    private boolean isKnown(Entity entity) {
        if (entity instanceof Entity.Api api) {
            String plain = api.path().endsWith("()") ? api.path().substring(0, api.path().length() - 2) : api.path();
            return facts.isNeutral(api.path()) || facts.isNeutral(plain) || isRouter(api.path());
        }
        return entity instanceof Entity.Code
                || entity instanceof Entity.ModuleFile
                || entity instanceof Entity.ObjectValue
                || entity instanceof Entity.Instance;
    }

    /** Whether routes are read from calls on a value of this path. */
    private boolean isRouter(String path) {
        return unit.routes().stream()
                .anyMatch(
                        route ->
                                unit.files().stream()
                                        .filter(file -> file.file().equals(route.place().file()))
                                        .flatMap(file -> unit.resolver().paths(file, route.use().target()).stream())
                                        .anyMatch(api -> api.startsWith(path + ".")));
    }
}
