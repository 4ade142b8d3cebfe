package dev.dovetail.config.terraform.values;

/** How much one root module may take; what goes beyond it is unknown. */
final class Budget {

    /** Expressions that are evaluated. */
    private int steps = 3_000_000;

    /** Calls of modules, counted through all others. */
    private int modules = 3_000;

    private int resources = 30_000;

    boolean step() {
        return steps-- > 0;
    }

    boolean module() {
        return modules-- > 0;
    }

    boolean resource() {
        return resources-- > 0;
    }
}
