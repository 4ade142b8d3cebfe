package dev.dovetail.knowledge;

/** How bad a finding is; worst first. */
public enum Level {
    /** It will fail, lose data or let someone in, as deployed. */
    ERROR,
    /** It will under conditions that a user should expect. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The word in YAML and output. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
