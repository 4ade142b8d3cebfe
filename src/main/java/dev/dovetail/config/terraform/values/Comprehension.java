package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code for} expression: what it makes of each element of what it goes through. */
final class Comprehension {

    private final Evaluator evaluator;
    private final Expression.For loop;
    private final List<Term> values = new ArrayList<>();
    private final Map<String, Term.Entry> members = new LinkedHashMap<>();
    private boolean complete = true;

    Comprehension(Evaluator evaluator, Expression.For loop) {
        this.evaluator = evaluator;
        this.loop = loop;
    }

    Term value() {
        Term of = evaluator.evaluate(loop.of());
        if (of instanceof Term.Members all) {
            complete = all.complete();
            all.entries().forEach((key, entry) -> round(Term.of(key, entry.keyPlace()), entry.value()));
        } else if (of instanceof Term.Elements all) {
            long index = 0;
            for (Term each : all.elements()) {
                round(Term.of(index++, each.place()), each);
            }
        } else if (!of.isAbsent()) {
            return Term.unknown(loop.place(), List.of(of));
        }
        if (loop.key().isPresent()) {
            return new Term.Members(members, complete, loop.place());
        }
        return complete ? new Term.Elements(values, loop.place()) : Term.unknown(loop.place(), List.of(of));
    }

    private void round(Term key, Term element) {
        if (!Evaluator.mayGrow(values.size() + members.size())) {
            complete = false;
            return;
        }
        Evaluator round = evaluator.with(loop.valueName(), element);
        round = loop.keyName().isPresent() ? round.with(loop.keyName().get(), key) : round;
        if (loop.condition().isPresent()) {
            Optional<Boolean> holds = round.evaluate(loop.condition().get()).truth();
            if (holds.isEmpty()) {
                complete = false;
            }
            if (!holds.orElse(false)) {
                return;
            }
        }
        Term value = round.evaluate(loop.value());
        if (loop.key().isEmpty()) {
            values.add(value);
            return;
        }
        Optional<String> name = round.evaluate(loop.key().get()).text();
        if (name.isEmpty()) {
            complete = false;
        } else if (loop.grouped()) {
            List<Term> group = new ArrayList<>();
            Optional.ofNullable(members.get(name.get())).ifPresent(before -> group.addAll(before.value().elements()));
            group.add(value);
            members.put(name.get(), new Term.Entry(key.place(), new Term.Elements(group, loop.place())));
        } else {
            members.put(name.get(), new Term.Entry(key.place(), value));
        }
    }
}
