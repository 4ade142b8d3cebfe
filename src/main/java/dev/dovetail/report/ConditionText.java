package dev.dovetail.report;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Condition.Test;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions of the knowledge base as part of a sentence: {@code replicas is at most 1}. */
public final class ConditionText {

    private ConditionText() {}

    /** What must hold; the sentence goes on after {@code if}. */
    public static String of(Condition condition) {
        if (condition instanceof Condition.Constant constant) {
            return constant.value() ? "always" : "never";
        } else if (condition instanceof Condition.All all) {
            return joined(all.conditions(), " and ");
        } else if (condition instanceof Condition.Any any) {
            return joined(any.conditions(), " or ");
        } else if (condition instanceof Condition.Not not) {
            return "not (" + of(not.condition()) + ")";
        } else if (condition instanceof Condition.OfSetting setting) {
            return setting.setting() + test(setting.test());
        } else if (condition instanceof Condition.OfVariable variable) {
            return "variable " + variable.variable() + test(variable.test());
        } else if (condition instanceof Condition.OfValue value) {
            return value.capture() + test(value.test());
        } else if (condition instanceof Condition.OfArgument argument) {
            return "the argument" + test(argument.test());
        } else if (condition instanceof Condition.OfTriggers triggers) {
            return "it is triggered by " + String.join(" or ", triggers.anyOf()) + " alone";
        } else if (condition instanceof Condition.HasHop hop) {
            return "requests pass " + String.join(" or ", hop.anyOf());
        } else if (condition instanceof Condition.HasDependency dependency) {
            return "it depends on " + String.join(" or ", dependency.anyOf());
        } else if (condition instanceof Condition.Beside beside) {
            return "the same function uses "
                    + beside.apis().stream()
                            .map(ApiPattern::path)
                            .collect(Collectors.joining(" or "));
        } else if (condition instanceof Condition.Reaches reaches) {
            return "it uses "
                    + reaches.apis().stream()
                            .map(ApiPattern::path)
                            .collect(Collectors.joining(" or "));
        } else if (condition instanceof Condition.OfProperty property) {
            return "property " + property.property() + test(property.test());
        }
        if (condition instanceof Condition.RunsLater) {
            return "it was handed over to run later";
        }
        return "what it throws is caught";
    }

    private static String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(ConditionText::of).collect(Collectors.joining(word));
    }

    private static String test(Test test) {
        String operands = String.join(" or ", test.operands());
        return switch (test.operator()) {
            case "present" -> " is given";
            case "absent" -> " is not given";
            case "is", "in" -> " is " + operands;
            case "starts-with", "ends-with", "contains" ->
                    " " + test.operator().replace('-', ' ') + " " + operands;
            default -> " is " + test.operator().replace('-', ' ') + " " + operands;
        };
    }
}
