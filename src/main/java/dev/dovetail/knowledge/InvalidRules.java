package dev.dovetail.knowledge;

import java.util.List;

/** What is wrong with a folder of rules: a line for each error, {@code file:line:column: what}. */
public final class InvalidRules extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRules(List<String> errors) {
        super(String.join("\n", errors));
    }
}
