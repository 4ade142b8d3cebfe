package dev.dovetail.judge;

import dev.dovetail.knowledge.Condition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What config would have to say for something to be right. */
public sealed interface Demand {

    /** Nothing. */
    record Met() implements Demand {}

    /** No config makes it right. */
    record Impossible() implements Demand {}

    /** All of these. */
    record All(List<Demand> demands) implements Demand {
        public All {
            demands = List.copyOf(demands);
        }
    }

    /** One of these. */
    record Any(List<Demand> demands) implements Demand {
        public Any {
            demands = List.copyOf(demands);
        }
    }

    /**
     * A setting of the unit.
     *
     * @param holds whether the test must hold, or must not
     */
    record OfSetting(String setting, Condition.Test test, boolean holds) implements Demand {}

    /** A variable of the unit's environment. */
    record OfVariable(String variable, Condition.Test test, boolean holds) implements Demand {}

    /** A volume over the place where the code writes; {@code path} is empty when it is not known. */
    record Volume(String path) implements Demand {}

    /** A program in the image, or installed by the platform; empty when it is not known which. */
    record Program(String program) implements Demand {}

    /** What a contract's own words ask for. */
    record Said(String words) implements Demand {}

    Demand MET = new Met();

    Demand IMPOSSIBLE = new Impossible();

    /** All of some demands, with what is already met left out. */
    static Demand all(List<Demand> demands) {
        Set<Demand> open = new LinkedHashSet<>();
        for (Demand demand : demands) {
            if (demand instanceof Impossible) {
                return IMPOSSIBLE;
            }
            if (demand instanceof All inner) {
                open.addAll(inner.demands());
            } else if (!(demand instanceof Met)) {
                open.add(demand);
            }
        }
        return open.isEmpty() ? MET : one(open) ? open.iterator().next() : new All(List.copyOf(open));
    }

    /** One of some demands, with what cannot be left out. */
    static Demand any(List<Demand> demands) {
        Set<Demand> open = new LinkedHashSet<>();
        for (Demand demand : demands) {
            if (demand instanceof Met) {
                return MET;
            }
            if (demand instanceof Any inner) {
                open.addAll(inner.demands());
            } else if (!(demand instanceof Impossible)) {
                open.add(demand);
            }
        }
        return open.isEmpty()
                ? IMPOSSIBLE
                : one(open) ? open.iterator().next() : new Any(List.copyOf(open));
    }

    private static boolean one(Set<Demand> demands) {
        return demands.size() == 1;
    }
}
