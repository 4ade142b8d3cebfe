package dev.dovetail.judge;

import dev.dovetail.config.project.Manifests;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.link.LinkedUnit;
import java.util.List;

/** One contract between code and config, as a pure function from a unit to findings. */
public interface ContractRule {

    /** The id of its words in {@code rules/contracts}. */
    String id();

    List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings);

    /**
     * What a contract may ask besides the unit.
     *
     * @param units all that were linked, this one among them
     * @param today {@code YYYY-MM-DD}, for dates of life cycles
     */
    record Surroundings(
            Knowledge knowledge,
            Conditions conditions,
            Manifests manifests,
            List<LinkedUnit> units,
            String today) {
        public Surroundings {
            units = List.copyOf(units);
        }
    }
}
