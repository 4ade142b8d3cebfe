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

    private SettingName() {}
}
