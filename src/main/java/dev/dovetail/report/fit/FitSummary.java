package dev.dovetail.report.fit;

import dev.dovetail.judge.Fit;
import dev.dovetail.judge.UnitFits;
import java.util.EnumMap;
import java.util.Map;

/** How many of each verdict there are. */
record FitSummary(int units, int hosts, Map<Fit.Verdict, Integer> counts) {

    static FitSummary of(FitReport report) {
        Map<Fit.Verdict, Integer> counts = new EnumMap<>(Fit.Verdict.class);
        for (Fit.Verdict verdict : Fit.Verdict.values()) {
            counts.put(verdict, 0);
        }
        for (UnitFits unit : report.units()) {
            unit.fits().forEach(fit -> counts.merge(fit.verdict(), 1, Integer::sum));
        }
        return new FitSummary(report.units().size(), report.hosts().size(), counts);
    }

    int count(Fit.Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(units).append(units == 1 ? " unit" : " units");
        text.append(" against ").append(hosts).append(hosts == 1 ? " host" : " hosts").append(": ");
        text.append(count(Fit.Verdict.FITS)).append(" fit");
        text.append(", ").append(count(Fit.Verdict.FITS_BUT)).append(" fit with a warning");
        text.append(", ").append(count(Fit.Verdict.FITS_IF)).append(" fit if settings say so");
        text.append(", ").append(count(Fit.Verdict.DOES_NOT_FIT)).append(" do not fit");
        int unknown = count(Fit.Verdict.UNKNOWN);
        return unknown == 0 ? text.toString() : text + ", " + unknown + " unknown";
    }
}
