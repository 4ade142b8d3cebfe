package dev.dovetail.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities as Kubernetes writes them:
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/.
 */
public final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(m|[kKMGTP]i?|)");

    private Quantities() {}

    /** An amount of memory such as {@code 512Mi} in MiB; empty for what is no quantity. */
    public static Optional<Long> mebibytes(String text) {
        return number(text).map(bytes -> Math.round(bytes / 1048576));
    }

    /** A number such as {@code 500m}, which is a half. */
    public static Optional<Double> number(String text) {
        Matcher quantity = QUANTITY.matcher(text);
        if (!quantity.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(quantity.group(1));
        return Optional.of(
                switch (quantity.group(2)) {
                    case "m" -> number / 1000;
                    case "k", "K" -> number * 1e3;
                    case "M" -> number * 1e6;
                    case "G" -> number * 1e9;
                    case "T" -> number * 1e12;
                    case "P" -> number * 1e15;
                    case "Ki", "ki" -> number * 1024;
                    case "Mi" -> number * 1048576;
                    case "Gi" -> number * 1073741824;
                    case "Ti" -> number * 1099511627776.0;
                    case "Pi" -> number * 1125899906842624.0;
                    default -> number;
                });
    }
}
