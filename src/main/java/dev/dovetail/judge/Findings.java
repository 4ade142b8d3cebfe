package dev.dovetail.judge;

import dev.dovetail.config.Secrets;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.knowledge.Rule;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Step;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts findings together: sentences from templates, and the way from config to code. */
public final class Findings {

    private Findings() {}

    /**
     * A finding of a rule about one unit, still without its ends.
     *
     * @param values what stands for the names in the rule's templates
     */
    public static Draft of(Rule rule, LinkedUnit unit, Map<String, String> values) {
        return new Draft(rule, unit, values);
    }

    /**
     * A contract that is broken in the way that one of its messages tells.
     *
     * @param message the message's name
     */
    public static Draft broken(
            Contract contract, String message, LinkedUnit unit, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("unit", unit.unit().name());
        unit.host().ifPresent(host -> all.putIfAbsent("platform", host.name()));
        return of(contract, unit, all)
                .message(contract.messages().getOrDefault(message, contract.words().message()));
    }

    /** A finding in the making. */
    public static final class Draft {
        private final Rule rule;
        private final LinkedUnit unit;
        private final Map<String, String> values;
        private Level level;
        private String message;
        private String fix;
        private String codeLabel = "";
        private Optional<Place> config = Optional.empty();
        private String configLabel = "";
        private List<Finding.Step> way = List.of();
        private List<Finding.Step> related = List.of();
        private Optional<String> discharge = Optional.empty();
        private final List<Finding.FactSource> facts = new ArrayList<>();
        private final List<Fix> fixes = new ArrayList<>();

        private Draft(Rule rule, LinkedUnit unit, Map<String, String> values) {
            this.rule = rule;
            this.unit = unit;
            this.values = values;
            this.level = rule.words().level();
            this.message = rule.words().message();
            this.fix = rule.words().fix();
        }

        public Draft level(Level newLevel) {
            level = newLevel;
            return this;
        }

        /** Another sentence than the rule's own. */
        public Draft message(String template) {
            message = template;
            return this;
        }

        public Draft fix(String template) {
            fix = template;
            return this;
        }

        public Draft codeLabel(String label) {
            codeLabel = label;
            return this;
        }

        public Draft config(Place place, String label) {
            config = Optional.of(place);
            configLabel = label;
            return this;
        }

        /** The way to a step that the unit reaches, its config first. */
        public Draft wayTo(Step step) {
            List<Finding.Step> steps = new ArrayList<>();
            unit.unit().way().forEach(place -> steps.add(new Finding.Step(place, "")));
            steps.add(new Finding.Step(unit.unit().entryPoint().place(), "entry point"));
            for (Place place : unit.wayTo(step)) {
                if (!steps.get(steps.size() - 1).place().equals(place)) {
                    steps.add(new Finding.Step(place, ""));
                }
            }
            way = steps;
            return this;
        }

        /** A way of places that the rule names itself. */
        public Draft way(List<Finding.Step> steps) {
            way = List.copyOf(steps);
            return this;
        }

        /** Further places that belong to the finding, after the way. */
        public Draft related(List<Finding.Step> steps) {
            related = List.copyOf(steps);
            return this;
        }

        public Draft discharged(String why) {
            discharge = Optional.of(why);
            return this;
        }

        public Draft fact(String platform, Platform.Source source) {
            facts.add(new Finding.FactSource(platform, source.url(), source.asOf()));
            return this;
        }

        /** A change of files that mends it for certain. */
        public Draft mend(Fix mend) {
            fixes.add(mend);
            return this;
        }

        /** The finding, with its end in code. */
        public Finding at(Place code) {
            List<Finding.Step> whole = new ArrayList<>(way);
            if (whole.isEmpty()) {
                config.ifPresent(place -> whole.add(new Finding.Step(place, configLabel)));
            }
            if (whole.isEmpty() || !whole.get(whole.size() - 1).place().equals(code)) {
                whole.add(new Finding.Step(code, codeLabel));
            }
            Finding.Evidence evidence =
                    discharge.isPresent()
                            ? Finding.Evidence.DISCHARGED
                            : unit.assumed()
                                    ? Finding.Evidence.ASSUMED
                                    : Finding.Evidence.PROVED;
            return new Finding(
                    rule.id(),
                    level,
                    fill(message),
                    fill(fix).strip(),
                    unit.unit().name(),
                    unit.unit().host(),
                    code,
                    codeLabel,
                    config.filter(place -> !unit.assumed()),
                    configLabel,
                    unit.assumed() ? List.of() : whole,
                    related,
                    evidence,
                    discharge,
                    facts,
                    fixes,
                    Optional.empty());
        }

        private String fill(String template) {
            return Secrets.starred(Templates.fill(template, values));
        }
    }
}
