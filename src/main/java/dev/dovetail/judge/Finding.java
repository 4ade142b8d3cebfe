package dev.dovetail.judge;

import dev.dovetail.knowledge.Level;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/**
 * A rule broken, or kept by a setting or guard, by one unit.
 *
 * @param rule id
 * @param level how bad it is here
 * @param message one sentence or two, with the user's own names and numbers; plain text
 * @param fix what to do on this platform; plain text
 * @param unit name of the unit
 * @param host id of the unit's host
 * @param code the end in code, or in config when the rule is about config alone
 * @param codeLabel what is there, in a few words: {@code opens a WebSocket server}
 * @param config the end in config
 * @param configLabel what is there: {@code function api runs on AWS Lambda}
 * @param way from config to code, both ends included, in order
 * @param related further places that belong to it, such as where state that was written is read
 * @param evidence how sure it is
 * @param discharge why it is no finding, when {@code evidence} is {@link Evidence#DISCHARGED}
 * @param facts where the platform's fact was read, for the user to check
 * @param fixes ways to mend it in the files themselves, the best first; empty when no mend is both
 *     certain and local
 * @param suppression why the user does not want to see it, if so
 */
public record Finding(
        String rule,
        Level level,
        String message,
        String fix,
        String unit,
        String host,
        Place code,
        String codeLabel,
        Optional<Place> config,
        String configLabel,
        List<Step> way,
        List<Step> related,
        Evidence evidence,
        Optional<String> discharge,
        List<FactSource> facts,
        List<Fix> fixes,
        Optional<Suppression> suppression) {

    public Finding {
        way = List.copyOf(way);
        related = List.copyOf(related);
        facts = List.copyOf(facts);
        fixes = List.copyOf(fixes);
    }

    /** A finding that nothing mends by itself and nobody suppresses. */
    public Finding(
            String rule,
            Level level,
            String message,
            String fix,
            String unit,
            String host,
            Place code,
            String codeLabel,
            Optional<Place> config,
            String configLabel,
            List<Step> way,
            List<Step> related,
            Evidence evidence,
            Optional<String> discharge,
            List<FactSource> facts) {
        this(
                rule,
                level,
                message,
                fix,
                unit,
                host,
                code,
                codeLabel,
                config,
                configLabel,
                way,
                related,
                evidence,
                discharge,
                facts,
                List.of(),
                Optional.empty());
    }

    /** The same finding, mended by these. */
    public Finding mendedBy(List<Fix> mends) {
        return copy(level, mends, suppression);
    }

    /** The same finding, which the user does not want to see. */
    public Finding suppressed(Suppression by) {
        return copy(level, fixes, Optional.of(by));
    }

    /** The same finding at another level. */
    public Finding at(Level another) {
        return copy(another, fixes, suppression);
    }

    private Finding copy(Level otherLevel, List<Fix> mends, Optional<Suppression> by) {
        return new Finding(
                rule,
                otherLevel,
                message,
                fix,
                unit,
                host,
                code,
                codeLabel,
                config,
                configLabel,
                way,
                related,
                evidence,
                discharge,
                facts,
                mends,
                by);
    }

    /** Whether a setting or a guard makes it right. */
    public boolean isDischarged() {
        return evidence == Evidence.DISCHARGED;
    }

    /** Whether it is one to act on: neither discharged nor suppressed. */
    public boolean isOpen() {
        return !isDischarged() && suppression.isEmpty();
    }

    // Equal findings agree in these; what the compiler would write is linked at run time, for every
    // type within, which costs a short process some ms.
    @Override
    public int hashCode() {
        return (rule.hashCode() * 31 + unit.hashCode()) * 31 + code.hashCode();
    }

    /** One step of the way from config to code. */
    public record Step(Place place, String label) {}

    /** Where a fact was read. */
    public record FactSource(String platform, String url, String asOf) {}

    /** How sure a finding is. */
    public enum Evidence {
        /** Both ends are in the workspace. */
        PROVED,
        /** The platform was named by the user; no config aims the code. */
        ASSUMED,
        /** A setting or a guard makes it right. */
        DISCHARGED
    }
}
