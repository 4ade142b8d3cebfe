package dev.dovetail.report.docs;

import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.ConditionText;
import java.util.List;

/** Whether a platform supports a feature, in words. */
final class Verdicts {

    private Verdicts() {}

    /** One word for all verdicts on a feature: the worst, as they stand first. */
    static String word(List<Platform.Support> verdicts) {
        return word(verdicts.get(0));
    }

    /** {@code yes}, {@code no} or {@code if}. */
    static String word(Platform.Support support) {
        if (support.supported() instanceof Condition.Constant constant) {
            return constant.value() ? "yes" : "no";
        }
        return "if";
    }

    /** The same with its condition. */
    static String whole(Platform.Support support) {
        return support.supported() instanceof Condition.Constant
                ? word(support)
                : "if " + ConditionText.of(support.supported());
    }

    /** Where a fact was read and when, for a table. */
    static String source(Platform.Source source) {
        return "[" + source.asOf() + "](" + source.url() + ")";
    }
}
