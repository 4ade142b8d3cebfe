package dev.dovetail.policy;

import java.util.List;

/** What is wrong with {@code dovetail.yaml}: a line for each error, {@code file:line:column: what}. */
public final class InvalidPolicy extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidPolicy(List<String> errors) {
        super(String.join("\n", errors));
    }
}
