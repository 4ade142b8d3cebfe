package dev.dovetail.source;

/** A language whose files can be summarized; TypeScript counts as JavaScript. */
public enum Language {
    JAVASCRIPT("javascript"),
    JAVA("java"),
    PYTHON("python");

    private final String id;

    Language(String id) {
        this.id = id;
    }

    /** The name used in {@code rules/}. */
    public String id() {
        return id;
    }
}
