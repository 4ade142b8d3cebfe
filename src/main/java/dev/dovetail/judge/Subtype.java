package dev.dovetail.judge;

import dev.dovetail.knowledge.ApiPattern;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Step;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of a unit that extends or implements a library's type.
 *
 * @param use stands for the class where conditions ask about a use
 */
record Subtype(ReachedUse use, ApiPattern.Kind kind, String path, Place place) {

    static List<Subtype> of(LinkedUnit unit) {
        List<Subtype> found = new ArrayList<>();
        for (Step step : unit.steps()) {
            Definition definition =
                    step.code().file().definitions().get(step.code().definition());
            if (definition.kind() != Definition.Kind.CLASS) {
                continue;
            }
            for (String path : unit.supertypePaths(step.code())) {
                Use use =
                        new Use(
                                -1,
                                Use.Kind.OTHER,
                                new Expr.Unknown("class"),
                                List.of(),
                                definition.nameRegion(),
                                definition.id(),
                                -1,
                                -1,
                                Use.Outcome.KEPT,
                                false,
                                false);
                ReachedUse reached =
                        new ReachedUse(step, use, List.of(path), step.certain());
                found.add(
                        new Subtype(
                                reached, ApiPattern.Kind.SUBTYPE, path, reached.place()));
            }
        }
        return found;
    }
}
