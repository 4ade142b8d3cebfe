package dev.dovetail.config;

/** The names of settings, the same in config readers, {@code rules/} and output. */
public final class SettingName {

    /** How long one invocation or request may take, in ms. */
    public static final String TIMEOUT = "timeout";

    /** Memory, in MiB. */
    public static final String MEMORY = "memory";

    /** The platform's word for language and version: {@code nodejs22.x}, {@code java21}. */
    public static final String RUNTIME = "runtime";

    /** {@code x86_64} or {@code arm64}. */
    public static final String ARCHITECTURE = "architecture";

    /** Copies that run at once by config, a number. */
    public static final String REPLICAS = "replicas";

    /** Requests one copy serves at once, a number. */
    public static final String CONCURRENCY = "concurrency";

    /** Processors that one copy may use, a number: {@code 0.5}. */
    public static final String CPU = "cpu";

    /** The vendor's price plan: {@code hobby}, {@code pro}. */
    public static final String PLAN = "plan";

    /** How a response leaves: {@code buffered} or {@code stream}. */
    public static final String RESPONSE_MODE = "response-mode";

    /** The version of the event format of an HTTP trigger: {@code 1.0} or {@code 2.0}. */
    public static final String PAYLOAD_FORMAT = "payload-format";

    /** How long a queue hides a message that was taken, in ms. */
    public static final String VISIBILITY_TIMEOUT = "visibility-timeout";

    /** A schedule's expression, as written. */
    public static final String SCHEDULE = "schedule";

    /** What packages the code: {@code zip} or {@code image}. */
    public static final String PACKAGE_TYPE = "package-type";

    /** {@code true} when the unit is packaged or wrapped by something that can change its handler. */
    public static final String HANDLER_MAY_DIFFER = "handler-may-differ";

    /** {@code true} when a compiler or bundler may write the files that run. */
    public static final String BUILT = "built";

    /** Size of the temporary folder, in MiB. */
    public static final String TEMPORARY_STORAGE = "temporary-storage";

    /** {@code true} when copies start from a snapshot of an initialized process. */
    public static final String SNAPSTART = "snapstart";

    /** {@code true} when the function has layers, which may bring programs and wrappers. */
    public static final String LAYERS = "layers";

    /** {@code false} when each instance serves one request at a time on a host that could do more. */
    public static final String FLUID = "fluid";

    /** Most copies that autoscaling starts, a number; absent when copies are fixed. */
    public static final String MAX_REPLICAS = "max-replicas";

    /** Fewest copies that autoscaling keeps, a number; 0 when idle copies are stopped. */
    public static final String MIN_REPLICAS = "min-replicas";

    /** Processes that one copy starts to serve requests: gunicorn's workers, a cluster's forks. */
    public static final String WORKERS = "workers";

    /** Replicas times workers: processes that serve requests at the least. Worked out. */
    public static final String PROCESSES = "processes";

    /** The same at the most, when autoscaling has added all it may. Worked out. */
    public static final String MOST_PROCESSES = "most-processes";

    /** {@code true} when requests of one client keep coming to the same copy. */
    public static final String SESSION_AFFINITY = "session-affinity";

    /** {@code true} when a copy has processor time also while it serves no request. */
    public static final String CPU_ALWAYS = "cpu-always";

    /** {@code true} when the root file system cannot be written to. */
    public static final String READ_ONLY_ROOT = "read-only-root";

    /** {@code rolling} when a new copy starts before the old one stops, {@code recreate} otherwise. */
    public static final String UPDATE_STRATEGY = "update-strategy";

    /** The port to which the platform sends requests, a number. */
    public static final String PORT = "port";

    /** A port that config says the container listens on, a number; documentation only. */
    public static final String EXPOSED_PORT = "exposed-port";

    /** The port that the start command tells the server to listen on, a number. */
    public static final String LISTEN_PORT = "listen-port";

    /** The address that the start command tells the server to listen on. */
    public static final String BIND_ADDRESS = "bind-address";

    /** How long the server program lets one request take, in ms. */
    public static final String SERVER_TIMEOUT = "server-timeout";

    /** How long the server program keeps an idle connection open, in ms. */
    public static final String KEEP_ALIVE = "keep-alive";

    /** How long a copy has from the signal to stop until it is killed, in ms. */
    public static final String GRACE_PERIOD = "grace-period";

    /** The largest heap that the start command asks for, in MiB. */
    public static final String HEAP = "heap";

    /** The share of the container's memory that the heap may take, in per cent. */
    public static final String HEAP_SHARE = "heap-share";

    /** The program that the start command runs, such as {@code gunicorn}. */
    public static final String SERVER = "server";

    /**
     * What stands between PID 1 and the program: {@code shell} (of {@code sh -c}), {@code script},
     * {@code npm}; absent for none.
     */
    public static final String SIGNALS_STOP_AT = "signals-stop-at";

    /** The user that the process runs as, a name or number. */
    public static final String USER = "user";

    /** The image that the unit's own is built on, such as {@code node:20-alpine}. */
    public static final String BASE_IMAGE = "base-image";

    /** {@code glibc} or {@code musl}. */
    public static final String LIBC = "libc";

    /** Absolute path that the process starts in, such as {@code /app}. */
    public static final String WORKING_FOLDER = "working-folder";

    /** Programs and packages that the image or buildpack installs, separated by spaces. */
    public static final String SYSTEM_PACKAGES = "system-packages";

    /** Path of the request by which the platform asks whether a copy lives. */
    public static final String LIVENESS_PATH = "liveness-path";

    /** Path of the request by which the platform asks whether a copy is ready. */
    public static final String READINESS_PATH = "readiness-path";

    /** Path of the request by which the platform asks whether a copy has started. */
    public static final String STARTUP_PATH = "startup-path";

    /** Path of a load balancer's or router's health check. */
    public static final String HEALTH_CHECK_PATH = "health-check-path";

    /** Port of the probes and health checks where it is another than {@link #PORT}. */
    public static final String PROBE_PORT = "probe-port";

    /** {@code true} when a hop passes requests to upgrade a connection on. */
    public static final String UPGRADES = "upgrades";

    /** {@code true} when a program of config's runs between the decision to stop a copy and the signal. */
    public static final String PRE_STOP = "pre-stop";

    /** What a load balancer sends requests to: {@code instance} or {@code ip}; absent for functions. */
    public static final String TARGET_TYPE = "target-type";

    /**
     * Beginnings of variables that the platform sets for services beside the unit, separated by
     * spaces: {@code REDIS} for {@code REDIS_PORT}, which is an address and no number.
     */
    public static final String SERVICE_LINKS = "service-links";

    /**
     * What config asks for and the workspace shows not to be there, so that no copy starts: {@code
     * the key token of the Secret shop}.
     */
    public static final String MISSING_KEY = "missing-key";

    /** Which of a package.json's dependencies are installed: {@code production} or {@code all}. */
    public static final String INSTALLED = "installed";

    /**
     * What a Service in front of the copies says of keeping clients at one of them: {@code ClientIP}.
     * Whether requests pass it is another question.
     */
    public static final String SERVICE_AFFINITY = "service-affinity";

    /** {@code true} when nothing on a way of requests changes the path that it is for. */
    public static final String PATH_KEPT = "path-kept";

    /** The architecture that the image is made for, whatever builds it: {@code x86_64}, {@code arm64}. */
    public static final String IMAGE_ARCHITECTURE = "image-architecture";

    /** The libc on which libraries were installed; {@code host} for the machine that builds. */
    public static final String INSTALLED_LIBC = "installed-libc";

    /** The runtime, in the words of {@link #RUNTIME}, with which libraries were installed. */
    public static final String INSTALLED_RUNTIME = "installed-runtime";

    /**
     * How much of Node.js a runtime of another make offers: {@code true}, {@code partial} for a few
     * modules, {@code false}.
     */
    public static final String NODE_COMPAT = "node-compat";

    private SettingName() {}
}
