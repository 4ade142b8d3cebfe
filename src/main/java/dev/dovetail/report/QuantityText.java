package dev.dovetail.report;

import dev.dovetail.knowledge.Quantity;

/** Quantities with the unit of measure in which they are round. */
public final class QuantityText {

    private QuantityText() {}

    /** {@code 30 s}, {@code 512 MiB}, {@code 100}. */
    public static String of(Quantity quantity) {
        return switch (quantity.kind()) {
            case DURATION ->
                    quantity.value() % 1000 == 0
                            ? number(quantity.value() / 1000) + " s"
                            : number(quantity.value()) + " ms";
            case SIZE -> size(quantity.value());
            case PLAIN -> number(quantity.value());
        };
    }

    private static String size(double bytes) {
        if (bytes % (1 << 20) == 0) {
            return number(bytes / (1 << 20)) + " MiB";
        }
        if (bytes % 1e6 == 0) {
            return number(bytes / 1e6) + " MB";
        }
        return bytes % 1024 == 0 ? number(bytes / 1024) + " KiB" : number(bytes) + " bytes";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
