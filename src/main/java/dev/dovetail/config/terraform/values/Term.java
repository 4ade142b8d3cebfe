package dev.dovetail.config.terraform.values;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression is worth, with the place where that is written and the resources it names. */
public sealed interface Term {

    /** Stands in a text for what is not known; Terraform's own texts hold no such thing. */
    String COMPUTED = "${computed}";

    Place place();

    /** A String, Long, Double or Boolean. */
    record Plain(Object value, Place place, List<Resource> resources) implements Term {
        public Plain {
            resources = List.copyOf(resources);
        }
    }

    /** {@code null}: what it stands for is not there. */
    record Absent(Place place) implements Term {}

    /**
     * An object or map.
     *
     * @param complete whether these are all its members
     */
    record Members(Map<String, Entry> entries, boolean complete, Place place) implements Term {
        public Members {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A member; {@code keyPlace} is where its key stands. */
    record Entry(Place keyPlace, Term value) {}

    /** A list or set. */
    record Elements(List<Term> elements, Place place) implements Term {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** A value as JSON text, as {@code jsonencode} gives it. */
    record Encoded(Term value, Place place) implements Term {}

    /** A resource, data source or module of elsewhere, whose attributes may be asked for. */
    record Reference(Resource resource, Place place) implements Term {}

    /** A module of the workspace, whose outputs may be asked for. */
    record ModuleOutputs(Module module, Place place) implements Term {}

    /**
     * Not known before the deploy.
     *
     * @param known the text as far as it is known, with {@link #COMPUTED} for the rest
     */
    record Unknown(String known, Place place, List<Resource> resources) implements Term {
        public Unknown {
            resources = List.copyOf(resources);
        }
    }

    static Term of(Object value, Place place) {
        return new Plain(value, place, List.of());
    }

    static Term unknown(Place place) {
        return new Unknown(COMPUTED, place, List.of());
    }

    /** A value that is worked out of others and not known. */
    static Term unknown(Place place, Iterable<Term> from) {
        List<Resource> resources = new ArrayList<>();
        from.forEach(each -> collect(each, resources));
        return new Unknown(COMPUTED, place, resources);
    }

    /** The text of what is known; numbers and truth values are texts too. */
    default Optional<String> text() {
        if (this instanceof Plain plain) {
            return Optional.of(written(plain.value()));
        }
        return Optional.empty();
    }

    private static String written(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }

    default Optional<Double> number() {
        if (this instanceof Plain plain && plain.value() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        return text().filter(text -> text.matches("-?\\d{1,15}(\\.\\d{1,15})?")).map(Double::valueOf);
    }

    default Optional<Boolean> truth() {
        return text().filter(text -> text.equals("true") || text.equals("false")).map("true"::equals);
    }

    /** A text with what is not known marked in it. */
    default String pieces() {
        if (this instanceof Unknown unknown) {
            return unknown.known();
        }
        return text().orElse(COMPUTED);
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /** Whether nothing can be said of its parts. */
    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    /** The member of a name, also of the one element that a block is. */
    default Optional<Term> get(String name) {
        if (this instanceof Members members) {
            return Optional.ofNullable(members.entries().get(name)).map(Entry::value).filter(each -> !each.isAbsent());
        }
        if (this instanceof Elements list && list.elements().size() == 1) {
            return list.elements().get(0).get(name);
        }
        if (this instanceof Reference reference) {
            return Optional.of(reference.resource().attribute(name)).filter(each -> !each.isAbsent());
        }
        return Optional.empty();
    }

    default Optional<Term> at(String... names) {
        Optional<Term> found = Optional.of(this);
        for (String name : names) {
            found = found.flatMap(each -> each.get(name));
        }
        return found;
    }

    /** The elements of a list or of repeated blocks; a single value stands for a list of it. */
    default List<Term> elements() {
        if (this instanceof Elements list) {
            return list.elements();
        }
        return isAbsent() ? List.of() : List.of(this);
    }

    default Map<String, Entry> entries() {
        if (this instanceof Members members) {
            return members.entries();
        }
        return this instanceof Elements list && list.elements().size() == 1
                ? list.elements().get(0).entries()
                : Map.of();
    }

    /** The resources that it names, itself or in its parts. */
    default List<Resource> resources() {
        List<Resource> found = new ArrayList<>();
        collect(this, found);
        return List.copyOf(found);
    }

    private static void collect(Term term, List<Resource> found) {
        if (term instanceof Plain plain) {
            add(plain.resources(), found);
        } else if (term instanceof Unknown unknown) {
            add(unknown.resources(), found);
        } else if (term instanceof Members members) {
            members.entries().values().forEach(each -> collect(each.value(), found));
        } else if (term instanceof Elements list) {
            list.elements().forEach(each -> collect(each, found));
        } else if (term instanceof Encoded encoded) {
            collect(encoded.value(), found);
        } else if (term instanceof Reference reference) {
            add(List.of(reference.resource()), found);
        }
    }

    private static void add(List<Resource> some, List<Resource> found) {
        for (Resource each : some) {
            if (!found.contains(each)) {
                found.add(each);
            }
        }
    }

    /** The same value, which was read off a resource. */
    default Term of(Resource resource) {
        if (this instanceof Plain plain) {
            return new Plain(plain.value(), plain.place(), joined(plain.resources(), resource));
        }
        if (this instanceof Unknown unknown) {
            return new Unknown(unknown.known(), unknown.place(), joined(unknown.resources(), resource));
        }
        return this;
    }

    private static List<Resource> joined(List<Resource> some, Resource more) {
        List<Resource> all = new ArrayList<>(some);
        add(List.of(more), all);
        return all;
    }
}
