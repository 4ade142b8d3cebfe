package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Values as nodes of a template, in which references are by logical id. */
final class TermNodes {

    private final Function<Resource, Optional<String>> ids;

    /**
     * @param ids gives the logical id of a resource that is in the template
     */
    TermNodes(Function<Resource, Optional<String>> ids) {
        this.ids = ids;
    }

    /** A value; what is not known stays a text that says so. Keys of objects are spelled anew. */
    ConfigNode value(Term term, UnaryOperator<String> spelled) {
        Place place = term.place();
        if (term instanceof Term.Plain plain) {
            return new ConfigNode.Scalar(plain.value(), plain.text().orElse(""), "", place);
        }
        if (term instanceof Term.Absent) {
            return new ConfigNode.Scalar(null, "", "", place);
        }
        if (term instanceof Term.Elements list) {
            return new ConfigNode.Sequence(list.elements().stream().map(each -> value(each, spelled)).toList(), "", place);
        }
        if (term instanceof Term.Members members) {
            List<ConfigNode.Entry> entries = new ArrayList<>();
            members.entries()
                    .forEach(
                            (key, entry) -> {
                                if (!entry.value().isAbsent()) {
                                    entries.add(new ConfigNode.Entry(spelled.apply(key), entry.keyPlace(), value(entry.value(), spelled)));
                                }
                            });
            if (!members.complete()) {
                entries.add(new ConfigNode.Entry("Fn::Transform", place, TemplateDraft.scalar(Term.COMPUTED, place)));
            }
            return new ConfigNode.Mapping(entries, "", place);
        }
        return TemplateDraft.scalar(term.pieces(), place);
    }

    ConfigNode value(Term term) {
        return value(term, key -> key);
    }

    /** What names other resources, or the text that does so in a way of its own. */
    ConfigNode reference(Term term) {
        if (term instanceof Term.Elements list) {
            return new ConfigNode.Sequence(list.elements().stream().map(this::reference).toList(), "", term.place());
        }
        List<Resource> named = term.resources();
        return named.isEmpty() ? TemplateDraft.scalar(term.pieces(), term.place()) : references(named, term.place());
    }

    /** A text that is made of what others are called. */
    ConfigNode references(List<Resource> resources, Place place) {
        List<String> named = resources.stream().flatMap(each -> ids.apply(each).stream()).toList();
        return named.isEmpty() ? TemplateDraft.scalar(Term.COMPUTED, place) : TemplateDraft.references(named, place);
    }

    /** A key of JSON as templates spell it. */
    static String capitalized(String key) {
        return key.isEmpty() ? key : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }
}
