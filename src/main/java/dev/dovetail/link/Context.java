package dev.dovetail.link;

/** On whose behalf code runs. */
public enum Context {
    /** Once per process: at load or at start. */
    START,
    /** For one request, event or message. */
    REQUEST,
    /** By a timer, for nobody in particular. */
    TIMER,
    /** When the process ends. */
    EXIT
}
