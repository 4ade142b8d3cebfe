package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.Quantities;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as settings, unknown where only the deploy knows them. */
final class Settings {

    private static final Value COMPUTED = new Value.Unknown("it is computed when the deploy runs");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.\\d+)?s?");

    private Settings() {}

    static Setting of(Term term) {
        Value value = term instanceof Term.Plain plain ? new Value.Known(plain.value()) : COMPUTED;
        return Setting.at(value, term.place());
    }

    /** A whole number. */
    static Setting count(Term term) {
        return made(term, each -> each.number().map(number -> new Value.Known(number.longValue())));
    }

    /** A number of seconds, or a text such as {@code 300s}, in ms. */
    static Setting milliseconds(Term term) {
        return made(
                term,
                each ->
                        each.text()
                                .map(SECONDS::matcher)
                                .filter(Matcher::matches)
                                .map(seconds -> new Value.Known(Long.parseLong(seconds.group(1)) * 1000)));
    }

    /** A quantity such as {@code 512Mi}, in MiB. */
    static Setting mebibytes(Term term) {
        return made(term, each -> each.text().flatMap(Quantities::mebibytes).map(Value.Known::new));
    }

    /** A number of processors, such as {@code 1} or {@code 500m}. */
    static Setting processors(Term term) {
        return made(term, each -> each.text().flatMap(Quantities::number).map(Value.Known::new));
    }

    static Setting truth(Term term) {
        return made(term, each -> each.truth().map(Value.Known::new));
    }

    static Setting opposite(Term term) {
        return made(term, each -> each.truth().map(truth -> new Value.Known(!truth)));
    }

    private static Setting made(Term term, Function<Term, Optional<Value.Known>> known) {
        return Setting.at(known.apply(term).<Value>map(each -> each).orElse(COMPUTED), term.place());
    }

    static Setting unknown(String why, Place place) {
        return Setting.at(new Value.Unknown(why), place);
    }

    /** Puts the variables of a map into an environment; false when there are others. */
    static boolean variables(Term map, Map<String, Setting> environment) {
        map.entries().forEach((name, entry) -> environment.put(name, Setting.at(of(entry.value()).value(), entry.keyPlace())));
        return map.isAbsent() || map instanceof Term.Members members && members.complete();
    }

    /**
     * Puts variables that are blocks with {@code name} and {@code value} into an environment; false when
     * there are others.
     */
    static boolean named(Optional<Term> blocks, Map<String, Setting> environment) {
        boolean complete = blocks.filter(Term::isUnknown).isEmpty();
        for (Term each : blocks.map(Term::elements).orElse(java.util.List.of())) {
            Optional<String> name = each.get("name").flatMap(Term::text);
            complete &= name.isPresent();
            Setting value = each.get("value").map(Settings::of).orElse(unknown("it is a secret", each.place()));
            name.ifPresent(text -> environment.put(text, value));
        }
        return complete;
    }
}
