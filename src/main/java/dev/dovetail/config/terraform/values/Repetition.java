package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code count} and {@code for_each}: how often a block is made, and what each time is called. */
final class Repetition {

    /** More are alike. */
    private static final int MOST = 200;

    /**
     * One of the times.
     *
     * @param certain whether it is made for certain
     * @param several whether it stands for a number of times that is not known
     */
    record Round(Evaluator evaluator, boolean certain, boolean several) {}

    private final Module module;
    private final Body.Block block;

    Repetition(Module module, Body.Block block) {
        this.module = module;
        this.block = block;
    }

    /** What {@code make} gives of each time: alone, a list or a map, as references see it. */
    Term expand(BiFunction<String, Round, Term> make) {
        Optional<Body.Attribute> count = block.body().attribute("count");
        Optional<Body.Attribute> each = block.body().attribute("for_each");
        Evaluator evaluator = new Evaluator(module);
        if (count.isPresent()) {
            return counted(module.evaluate(count.get().value()), evaluator, make);
        }
        if (each.isPresent()) {
            return keyed(module.evaluate(each.get().value()), evaluator, make);
        }
        return make.apply("", new Round(evaluator, true, false));
    }

    private Term counted(Term count, Evaluator evaluator, BiFunction<String, Round, Term> make) {
        Place place = count.place();
        Optional<Double> times = count.number();
        if (times.isEmpty()) {
            Evaluator any = evaluator.with("count.index", Term.unknown(place));
            return make.apply("", new Round(any, false, true));
        }
        List<Term> made = new ArrayList<>();
        for (long i = 0; i < Math.min(times.get(), MOST); i++) {
            Evaluator round = evaluator.with("count.index", Term.of(i, place));
            made.add(make.apply(times.get() == 1 ? "" : String.valueOf(i), new Round(round, true, false)));
        }
        return new Term.Elements(made, block.place());
    }

    private Term keyed(Term each, Evaluator evaluator, BiFunction<String, Round, Term> make) {
        Map<String, Term.Entry> made = new LinkedHashMap<>();
        boolean known = true;
        if (each instanceof Term.Members members) {
            known = members.complete();
            for (Map.Entry<String, Term.Entry> entry : members.entries().entrySet()) {
                round(entry.getKey(), entry.getValue().keyPlace(), entry.getValue().value(), evaluator, make, made);
            }
        } else if (each instanceof Term.Elements list) {
            for (Term element : list.elements()) {
                Optional<String> key = element.text();
                known &= key.isPresent();
                key.ifPresent(text -> round(text, element.place(), element, evaluator, make, made));
            }
        } else {
            known = false;
        }
        if (!known && made.isEmpty()) {
            Evaluator any =
                    evaluator
                            .with("each.key", Term.unknown(each.place()))
                            .with("each.value", Term.unknown(each.place(), List.of(each)));
            return make.apply("", new Round(any, false, true));
        }
        return new Term.Members(made, known, block.place());
    }

    private static void round(
            String key,
            Place keyPlace,
            Term value,
            Evaluator evaluator,
            BiFunction<String, Round, Term> make,
            Map<String, Term.Entry> made) {
        if (made.size() < MOST) {
            Evaluator round = evaluator.with("each.key", Term.of(key, keyPlace)).with("each.value", value);
            made.put(key, new Term.Entry(keyPlace, make.apply(key, new Round(round, true, false))));
        }
    }
}
