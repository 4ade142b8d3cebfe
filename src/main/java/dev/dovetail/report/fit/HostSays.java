package dev.dovetail.report.fit;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Obstacle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one host says of one place by one rule.
 *
 * @param verdict what it makes of the unit
 * @param message the worst thing that it says
 * @param demand what config would have to say; empty when that does not help
 * @param fix what to do there
 * @param sources where its facts were read, without the platform's name
 */
public record HostSays(
        Fit.Verdict verdict,
        String label,
        String message,
        String demand,
        String fix,
        List<Finding.FactSource> sources) {

    public HostSays {
        sources = List.copyOf(sources);
    }

    /** All that a host has against a place, in one: what no setting helps outweighs what one does. */
    static HostSays of(List<Obstacle> obstacles) {
        Fit.Verdict verdict =
                obstacles.stream()
                        .map(Fit::verdict)
                        .max(Comparator.naturalOrder())
                        .orElse(Fit.Verdict.FITS);
        List<Obstacle> counting = new ArrayList<>(obstacles);
        counting.removeIf(obstacle -> Fit.verdict(obstacle) != verdict);
        counting.sort(Comparator.comparing(obstacle -> obstacle.finding().level()));
        Finding worst = counting.get(0).finding();
        Set<Finding.FactSource> sources = new LinkedHashSet<>();
        for (Obstacle obstacle : counting) {
            for (Finding.FactSource fact : obstacle.finding().facts()) {
                sources.add(new Finding.FactSource("", fact.url(), fact.asOf()));
            }
        }
        return new HostSays(
                verdict,
                worst.codeLabel(),
                worst.message(),
                DemandText.all(counting.stream().map(Obstacle::demand).toList()),
                worst.fix(),
                List.copyOf(sources));
    }
}
