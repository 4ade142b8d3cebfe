package dev.dovetail.link;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.source.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What frameworks do on the code's behalf, to be looked up by API path. */
public final class ApiFacts {

    /** A list literal, among what a container is made by. */
    public static final String LIST = "[]";

    /** An object or dictionary literal, among what a container is made by. */
    public static final String OBJECT = "{}";

    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, List<Framework.Callback>> callbacks = new HashMap<>();
    private final Map<String, List<Framework.Callback>> callbackAnnotations = new HashMap<>();
    private final Map<String, List<Framework.Callback>> callbackMethods = new HashMap<>();
    private final Map<String, List<Framework.Route>> routes = new HashMap<>();
    private final Map<String, List<Framework.Route>> routeAnnotations = new HashMap<>();
    private final Map<String, List<Framework.Load>> loads = new HashMap<>();
    private final Set<String> loadingLanguages = new HashSet<>();
    private final Map<String, List<Framework.Mount>> mounts = new HashMap<>();
    private final Map<String, List<Framework.Prefix>> prefixes = new HashMap<>();
    private final Set<String> neutral = new HashSet<>();
    private final Map<String, List<Framework.Listen>> listens = new HashMap<>();
    private final Map<String, Framework.Container> containers = new HashMap<>();
    private final Map<String, Framework.Convention> conventions = new HashMap<>();
    private final Map<String, List<Framework.Component>> componentAnnotations = new HashMap<>();
    private final Map<String, List<Framework.Component>> componentSupertypes = new HashMap<>();
    private final Set<String> promises = new HashSet<>();
    private final Set<String> quiet = new HashSet<>();
    private final Map<String, List<Framework.Wrapper>> wrappers = new HashMap<>();
    private final Map<String, String> folds = new HashMap<>();
    private final Map<String, String> canonicalPaths = new ConcurrentHashMap<>();

    public ApiFacts(Knowledge knowledge) {
        for (Framework framework : knowledge.frameworks()) {
            framework.aliases().forEach(alias -> addAlias(alias.path(), alias.is()));
        }
        for (Framework framework : knowledge.frameworks()) {
            for (Framework.Callback callback : framework.callbacks()) {
                for (ApiPattern api : callback.apis()) {
                    indexOf(api.kind())
                            .computeIfAbsent(canonicalPath(api.path()), path -> new ArrayList<>())
                            .add(callback);
                }
            }
            for (Framework.Route route : framework.routes()) {
                for (ApiPattern api : route.apis()) {
                    boolean annotated = api.kind() == ApiPattern.Kind.ANNOTATION;
                    (annotated ? routeAnnotations : routes)
                            .computeIfAbsent(canonicalPath(api.path()), path -> new ArrayList<>())
                            .add(route);
                }
            }
            for (Framework.Load load : framework.loads()) {
                add(loads, load.apis(), load);
                loadingLanguages.add(framework.language());
            }
            framework.mounts().forEach(mount -> add(mounts, mount.apis(), mount));
            framework.prefixes().forEach(prefix -> add(prefixes, prefix.apis(), prefix));
            framework.neutral().forEach(path -> neutral.add(canonicalPath(callee(path))));
            framework.listens().forEach(listen -> add(listens, listen.apis(), listen));
            for (Framework.Container container : framework.containers()) {
                for (String api : container.apis()) {
                    boolean literal = api.equals(LIST) || api.equals(OBJECT);
                    containers.put(
                            literal
                                    ? framework.language() + " " + api
                                    : canonicalPath(instance(api)),
                            container);
                }
            }
            framework
                    .conventions()
                    .forEach(
                            (name, convention) ->
                                    conventions.put(
                                            framework.language() + " " + name, convention));
            for (Framework.Component component : framework.components()) {
                for (ApiPattern api : component.apis()) {
                    boolean annotated = api.kind() == ApiPattern.Kind.ANNOTATION;
                    (annotated ? componentAnnotations : componentSupertypes)
                            .computeIfAbsent(canonicalPath(api.path()), path -> new ArrayList<>())
                            .add(component);
                }
            }
            framework.promises().forEach(path -> promises.add(canonicalPath(callee(path))));
            framework.quiet().forEach(path -> quiet.add(canonicalPath(callee(path))));
            framework.wrappers().forEach(wrapper -> add(wrappers, wrapper.apis(), wrapper));
            for (Framework.Fold fold : framework.folds()) {
                fold.apis().forEach(api -> folds.put(foldKey(api), fold.as()));
            }
        }
    }

    private Map<String, List<Framework.Callback>> indexOf(ApiPattern.Kind kind) {
        return switch (kind) {
            case ANNOTATION -> callbackAnnotations;
            case READ -> callbackMethods;
            case CALL, SUBTYPE, IMPORT, ASSIGNMENT -> callbacks;
        };
    }

    /** The path under which rules know a value; the path itself when it has no other name. */
    public String canonical(String path) {
        String name = path;
        for (int hops = 0; hops < 4; hops++) {
            String other = aliases.get(name);
            if (other == null) {
                return name;
            }
            name = other;
        }
        return name;
    }

    /** A whole path of rules/ as the resolver would come to it: every beginning under its own name. */
    public String canonicalPath(String path) {
        return canonicalPaths.computeIfAbsent(path, this::canonicalBeginnings);
    }

    private String canonicalBeginnings(String path) {
        String whole = path;
        for (int end = 1; end <= whole.length(); end++) {
            boolean boundary =
                    end == whole.length() || whole.charAt(end) == '.' || whole.charAt(end) == '(';
            if (!boundary) {
                continue;
            }
            String name = canonical(whole.substring(0, end));
            if (name.length() != end || !whole.startsWith(name)) {
                whole = name + whole.substring(end);
                end = name.length();
            }
        }
        return whole;
    }

    public List<Framework.Callback> callbacks(String path) {
        return callbacks.getOrDefault(path, List.of());
    }

    /** When a method with this annotation runs. */
    public List<Framework.Callback> callbackAnnotations(String path) {
        return callbackAnnotations.getOrDefault(path, List.of());
    }

    /** When a method that overrides the one of this path runs. */
    public List<Framework.Callback> callbackMethods(String path) {
        return callbackMethods.getOrDefault(path, List.of());
    }

    public List<Framework.Route> routes(String path) {
        return routes.getOrDefault(path, List.of());
    }

    public List<Framework.Route> routeAnnotations(String path) {
        return routeAnnotations.getOrDefault(path, List.of());
    }

    /** Whether calls of a language may load modules by their names. */
    boolean loadsByName(Language language) {
        return loadingLanguages.contains(language.id());
    }

    /** The modules that a call of this path loads by their names. */
    List<Framework.Load> loads(String path) {
        return loads.getOrDefault(path, List.of());
    }

    public List<Framework.Mount> mounts(String path) {
        return mounts.getOrDefault(path, List.of());
    }

    /** The paths that a call or annotation of this path puts routes under. */
    public List<Framework.Prefix> prefixes(String path) {
        return prefixes.getOrDefault(path, List.of());
    }

    /** Whether what a call of this path gives is known to serve no path of its own. */
    public boolean isNeutral(String path) {
        return ApiPattern.forms(path).stream().anyMatch(neutral::contains);
    }

    /** The ports that a call of this path opens. */
    public List<Framework.Listen> listens(String path) {
        return listens.getOrDefault(path, List.of());
    }

    /** The container whose instance has this path: {@code Map()}. */
    public Optional<Framework.Container> container(String instancePath) {
        return Optional.ofNullable(containers.get(instancePath));
    }

    /** The container that a literal of a language makes: {@link #LIST} or {@link #OBJECT}. */
    public Optional<Framework.Container> literalContainer(Language language, String literal) {
        return Optional.ofNullable(containers.get(language.id() + " " + literal));
    }

    /** How files of a language are called by a convention. */
    public Optional<Framework.Convention> convention(Language language, String name) {
        return Optional.ofNullable(conventions.get(language.id() + " " + name));
    }

    public List<Framework.Component> componentsByAnnotation(String path) {
        return componentAnnotations.getOrDefault(path, List.of());
    }

    public List<Framework.Component> componentsBySupertype(String path) {
        return componentSupertypes.getOrDefault(path, List.of());
    }

    /** Whether a call of this path starts work whose end a promise tells. */
    public boolean givesPromise(String path) {
        return ApiPattern.forms(path).stream().anyMatch(promises::contains);
    }

    /** Whether it does no harm when nobody waits for a call of this path: logs and metrics. */
    public boolean isQuiet(String path) {
        return ApiPattern.forms(path).stream().anyMatch(quiet::contains);
    }

    public List<Framework.Wrapper> wrappers(String path) {
        return wrappers.getOrDefault(path, List.of());
    }

    /**
     * How a value is had, a word of {@link FoldingCalls}.
     *
     * @param key {@code path} for a read, {@code path()} for a call, {@code @path} for an annotation
     */
    public Optional<String> fold(String key) {
        return Optional.ofNullable(folds.get(key));
    }

    /** Whether a call of one of these paths has its value in a way, a word of {@link FoldingCalls}. */
    public boolean isCallThatFolds(Collection<String> paths, String word) {
        return paths.stream().anyMatch(path -> word.equals(folds.get(path + "()")));
    }

    private static String foldKey(ApiPattern api) {
        return switch (api.kind()) {
            case CALL -> api.path() + "()";
            case ANNOTATION -> "@" + api.path();
            case READ, ASSIGNMENT, SUBTYPE, IMPORT -> api.path();
        };
    }

    private void addAlias(String path, String is) {
        String from = ApiPattern.normalize(path);
        String to = ApiPattern.normalize(is);
        // What a method gives is the other value; the method itself stays what it is.
        boolean resultOnly = path.contains("#") || from.endsWith("()");
        if (to.endsWith("()") && !resultOnly) {
            // A property that holds an instance: {path: Path().parent, is: Path()}.
            aliases.put(from, to);
        } else if (resultOnly) {
            aliases.put(instance(from), instance(to));
        } else {
            aliases.put(from, to);
            aliases.put(from + "()", to + "()");
        }
    }

    /** {@code T} and {@code T()} both name the instances of {@code T}. */
    private static String instance(String api) {
        String path = ApiPattern.normalize(api);
        return path.endsWith("()") ? path : path + "()";
    }

    private static String callee(String api) {
        return ApiPattern.parse(api).path();
    }

    private <T> void add(Map<String, List<T>> index, List<ApiPattern> apis, T fact) {
        for (ApiPattern api : apis) {
            index.computeIfAbsent(canonicalPath(api.path()), path -> new ArrayList<>()).add(fact);
        }
    }
}
