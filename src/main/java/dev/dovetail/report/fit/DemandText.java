package dev.dovetail.report.fit;

import dev.dovetail.config.SettingName;
import dev.dovetail.judge.Demand;
import dev.dovetail.knowledge.Condition.Test;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What config would have to say, as the end of a sentence that begins {@code fits if}. */
public final class DemandText {

    /** Counts, and how a sentence says that there are so many of them. */
    private static final Map<String, Function<String, String>> COUNTS =
            Map.of(
                    SettingName.PROCESSES, DemandText::processes,
                    SettingName.MOST_PROCESSES, DemandText::processes,
                    SettingName.REPLICAS, DemandText::replicas);

    private DemandText() {}

    private static String processes(String count) {
        return count.equals("1")
                ? "a single process serves it"
                : "at most " + count + " processes serve it";
    }

    private static String replicas(String count) {
        return count.equals("1") ? "replicas is 1" : "replicas is at most " + count;
    }

    /** One demand; empty when nothing is asked, or nothing helps. */
    public static String of(Demand demand) {
        if (demand instanceof Demand.All all) {
            return joined(all.demands(), " and ");
        }
        if (demand instanceof Demand.Any any) {
            return joined(any.demands(), " or ");
        }
        if (demand instanceof Demand.OfSetting setting) {
            return setting(setting);
        }
        if (demand instanceof Demand.OfVariable variable) {
            return "the variable " + variable.variable() + test(variable.test(), variable.holds());
        }
        if (demand instanceof Demand.Volume volume) {
            return volume.path().isEmpty()
                    ? "a volume is mounted where it writes"
                    : "a volume is mounted over " + volume.path();
        }
        if (demand instanceof Demand.Program program) {
            return program.program().isEmpty()
                    ? "its image installs the program"
                    : "its image installs " + program.program();
        }
        return demand instanceof Demand.Said said ? said.words() : "";
    }

    /** All of several demands: what one says already, no other says again. */
    public static String all(List<Demand> demands) {
        return String.join(" and ", phrases(demands));
    }

    /** The same, each demand by itself. */
    static Set<String> phrases(List<Demand> demands) {
        Set<String> phrases = new LinkedHashSet<>();
        for (Demand demand : demands) {
            List<Demand> parts = demand instanceof Demand.All all ? all.demands() : List.of(demand);
            parts.stream().map(DemandText::of).filter(text -> !text.isEmpty()).forEach(phrases::add);
        }
        Set<String> open = new LinkedHashSet<>(phrases);
        for (Demand demand : demands) {
            if (demand instanceof Demand.Any any
                    && any.demands().stream().map(DemandText::of).anyMatch(phrases::contains)) {
                open.remove(of(any));
            }
        }
        return open;
    }

    private static String joined(List<Demand> demands, String word) {
        return demands.stream()
                .map(
                        demand ->
                                demand instanceof Demand.All && word.equals(" or ")
                                        ? "(" + of(demand) + ")"
                                        : of(demand))
                .distinct()
                .collect(Collectors.joining(word));
    }

    private static String setting(Demand.OfSetting demand) {
        Test test = demand.test();
        Function<String, String> count = COUNTS.get(demand.setting());
        boolean bounds = test.operator().equals("at-most") || test.operands().equals(List.of("1"));
        if (count != null && demand.holds() && bounds) {
            return count.apply(test.first().orElse(""));
        }
        return demand.setting() + test(test, demand.holds());
    }

    private static String test(Test test, boolean holds) {
        String operands = String.join(" or ", test.operands());
        return switch (test.operator()) {
            case "present" -> holds ? " is set" : " is not set";
            case "absent" -> holds ? " is not set" : " is set";
            case "is", "in" -> (holds ? " is " : " is not ") + operands;
            case "below" -> holds ? " is below " + operands : " is at least " + operands;
            case "above" -> holds ? " is above " + operands : " is at most " + operands;
            case "at-least" -> holds ? " is at least " + operands : " is below " + operands;
            case "at-most" -> holds ? " is at most " + operands : " is above " + operands;
            case "starts-with" ->
                    (holds ? " starts with " : " does not start with ") + operands;
            case "ends-with" -> (holds ? " ends with " : " does not end with ") + operands;
            case "contains" -> (holds ? " contains " : " does not contain ") + operands;
            default -> (holds ? " is " : " is not ") + test.operator() + " " + operands;
        };
    }
}
