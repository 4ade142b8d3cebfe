package dev.dovetail.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A library or framework: what it does on the code's behalf. All paths are in the form of {@link
 * ApiPattern}, without the final {@code ()} for values.
 *
 * @param aliases a value had by {@code path} is the value had by {@code is}: declared types, return
 *     types of library methods, other names of one thing
 * @param callbacks functions given to an API, and when they run
 * @param routes calls or annotations that bind a path to a handler
 * @param mounts calls that put a router under a path
 * @param containers types that keep values between calls
 * @param conventions how platforms and frameworks call what a file exports
 * @param components annotations that make a framework create a class and keep one instance
 * @param promises APIs whose result is a promise or future of work in progress
 * @param wrappers APIs that make a handler of a function or an application: what runs is in the
 *     argument
 * @param prefixes calls and annotations that put routes under a path
 * @param neutral middleware and plugins that serve no path of their own
 * @param listens calls that open a port for clients
 * @param quiet APIs whose result may be dropped without harm: logs and metrics
 * @param loads APIs that load a module by its name
 * @param folds APIs whose value can be computed without running anything
 */
public record Framework(
        String id,
        String name,
        String language,
        List<Alias> aliases,
        List<Callback> callbacks,
        List<Route> routes,
        List<Mount> mounts,
        List<Container> containers,
        Map<String, Convention> conventions,
        List<Component> components,
        List<String> promises,
        List<Wrapper> wrappers,
        List<Prefix> prefixes,
        List<String> neutral,
        List<Listen> listens,
        List<String> quiet,
        List<Fold> folds,
        List<Load> loads) {

    /** One value under two paths. */
    public record Alias(String path, String is) {}

    /** When a function that was handed over runs. */
    public enum Runs {
        /** Within the call that takes it, any number of times. */
        NOW,
        /** Once per request, event or message. */
        PER_REQUEST,
        /** When the process starts. */
        AT_START,
        /** When a promise settles or a stream moves on, on behalf of the caller. */
        LATER,
        /** On a timer, apart from any request. */
        ON_TIMER,
        /** When a connection that stays open says something. */
        PER_MESSAGE,
        /** When the process ends. */
        AT_EXIT
    }

    /**
     * A call that takes functions.
     *
     * @param arguments positions of the functions; {@code lastOnly} for the last one
     * @param when the literal that argument 0 must be, such as an event's name
     * @param parameters paths of what the function's parameters hold
     */
    public record Callback(
            List<ApiPattern> apis,
            Positions arguments,
            Optional<List<String>> when,
            Runs runs,
            List<String> parameters) {}

    /**
     * Which arguments: from {@code first} to {@code last} inclusive; {@code last} -1 for all after.
     *
     * @param names keyword arguments that are meant too: {@code Thread(target=work)}
     * @param receiver whether what the call is a member of is meant too: {@code View.as_view()}
     */
    public record Positions(
            int first,
            int last,
            boolean lastOnly,
            List<String> properties,
            List<String> names,
            boolean receiver) {

        /** No argument that goes by position. */
        static final Positions NONE =
                new Positions(Integer.MAX_VALUE, Integer.MAX_VALUE, false, List.of());

        public Positions(int first, int last, boolean lastOnly, List<String> properties) {
            this(first, last, lastOnly, properties, List.of(), false);
        }

        /** The same, and keyword arguments of these names. */
        Positions orNamed(List<String> keywords) {
            return new Positions(first, last, lastOnly, properties, keywords, receiver);
        }

        /** The same, and what the call is a member of. */
        Positions orReceiver() {
            return new Positions(first, last, lastOnly, properties, names, true);
        }
    }

    /**
     * A call or annotation that serves a path.
     *
     * @param method upper case; empty for any, or when {@code methodFrom} says
     */
    public record Route(
            List<ApiPattern> apis,
            Optional<String> method,
            Optional<Selector> methodFrom,
            Optional<Selector> path,
            Optional<Positions> handlers,
            List<String> parameters) {}

    /** A call that puts what an argument holds under a path. */
    public record Mount(List<ApiPattern> apis, Optional<Selector> path, Positions targets) {}

    /**
     * What puts routes under a path.
     *
     * @param whole whether all routes of the application are under it
     */
    public record Prefix(List<ApiPattern> apis, Selector path, boolean whole) {}

    /**
     * A call that opens a port.
     *
     * @param where must hold for certain
     * @param forms in which the call says port and address; the first that fits counts
     * @param defaultPort what it takes when it is told none; empty for any that is free
     * @param defaultHost the address when it is told none
     * @param onlyWithPort whether it opens no port unless it is told one
     */
    public record Listen(
            List<ApiPattern> apis,
            Condition where,
            List<Form> forms,
            Optional<String> defaultPort,
            Optional<String> defaultHost,
            boolean onlyWithPort) {

        /** Where one way to call it says the port and the address. */
        public record Form(Selector port, Optional<Selector> host) {}
    }

    /**
     * A type that keeps values between calls.
     *
     * @param api the path of an instance, without {@code ()} at the end of construction: {@code Map}
     * @param reads names of methods that look values up
     * @param writes names of methods that add, change or remove values
     * @param expires whether entries vanish by themselves: a cache
     * @param sequence whether values have no key: a list
     */
    public record Container(
            List<String> apis,
            List<String> reads,
            List<String> writes,
            boolean expires,
            boolean sequence) {}

    /**
     * How a platform or framework calls what a file exports.
     *
     * @param exports names of exports that are called per request: {@code default}, {@code GET}
     * @param parameters paths of what their parameters hold
     * @param hosts ids of the platforms that call it so; empty when a framework does, wherever it runs
     */
    public record Convention(
            List<String> exports,
            List<String> parameters,
            boolean listenCaptured,
            List<String> hosts) {}

    /**
     * An annotation, or a supertype, that makes the framework create a class.
     *
     * @param perRequestMethods annotations of methods that run per request; empty for none
     * @param scan whether the annotation starts a scan of the class's package for components
     * @param shared whether there is one instance per process; else one per request or session
     */
    public record Component(
            List<ApiPattern> apis,
            List<ApiPattern> perRequestMethods,
            boolean scan,
            boolean shared) {}

    /** A call that makes a handler of what an argument holds. */
    public record Wrapper(List<ApiPattern> apis, Positions argument, Runs runs) {}

    /**
     * A call that loads a module of the workspace, whose name it gets as text.
     *
     * @param when the literal that argument 0 must be; empty for any
     * @param argument which one is the name
     * @param variables of the loaded module that name further modules to be loaded
     * @param settings the path by which code reads the module's variables; empty for none
     */
    public record Load(
            List<ApiPattern> apis,
            List<String> when,
            Positions argument,
            List<String> variables,
            String settings) {}

    /** How the value of a call or read can be computed; {@code as} is a word of the engine. */
    public record Fold(List<ApiPattern> apis, String as) {}
}
