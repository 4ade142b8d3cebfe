package dev.dovetail.report.fit;

import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Obstacle;
import dev.dovetail.judge.UnitFits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Verdicts and why, in the words that all formats share. */
final class FitWords {

    private FitWords() {}

    /** A verdict's sign, which tells it without colour. */
    static String sign(Fit.Verdict verdict) {
        return switch (verdict) {
            case FITS -> "✓";
            case FITS_BUT -> "~";
            case FITS_IF -> "◐";
            case DOES_NOT_FIT -> "✗";
            case UNKNOWN -> "?";
        };
    }

    /** A verdict in a word or two. */
    static String word(Fit.Verdict verdict) {
        return switch (verdict) {
            case FITS -> "fits";
            case FITS_BUT -> "fits, but";
            case FITS_IF -> "fits if";
            case DOES_NOT_FIT -> "does not fit";
            case UNKNOWN -> "unknown";
        };
    }

    /** What a verdict means, for a legend. */
    static String meaning(Fit.Verdict verdict) {
        return switch (verdict) {
            case FITS -> "nothing stands against it";
            case FITS_BUT -> "it runs, with something to know first";
            case FITS_IF -> "config has to say so";
            case DOES_NOT_FIT -> "the code has to change";
            case UNKNOWN -> "its code is not known";
        };
    }

    /** The id of a verdict for machines. */
    static String id(Fit.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a verdict is what it is, in few words; empty where nothing stands against it. */
    static String why(Fit fit) {
        return switch (fit.verdict()) {
            case FITS -> "";
            case UNKNOWN -> fit.unknown();
            case FITS_IF ->
                    DemandText.all(
                            counting(fit, Fit.Verdict.FITS_IF).stream()
                                    .map(Obstacle::demand)
                                    .toList());
            case FITS_BUT, DOES_NOT_FIT -> {
                Set<String> rules = new LinkedHashSet<>();
                counting(fit, fit.verdict()).forEach(each -> rules.add(each.finding().rule()));
                yield String.join(", ", rules);
            }
        };
    }

    private static List<Obstacle> counting(Fit fit, Fit.Verdict verdict) {
        return fit.obstacles().stream()
                .filter(obstacle -> Fit.verdict(obstacle) == verdict)
                .toList();
    }

    /** Where a unit is now: the platform's name, or the empty string. */
    static String now(UnitFits unit) {
        return unit.isAimed()
                ? unit.unit().host().map(host -> host.name()).orElse(unit.unit().unit().host())
                : "";
    }
}
