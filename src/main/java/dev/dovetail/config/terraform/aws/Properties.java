package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The properties of one resource of a template in the making, by paths of names. */
final class Properties {

    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Place place;

    Properties(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    void put(String name, ConfigNode value) {
        members.put(name, value);
    }

    /** Sets what the words for a property say, from the values of a resource. */
    void put(Words.Property property, Term of, BiFunction<Term, Boolean, ConfigNode> node) {
        put(property.path(), property.attribute(), of, value -> node.apply(value, property.reference()));
    }

    private void put(
            List<String> path, List<String> attribute, Term of, java.util.function.Function<Term, ConfigNode> node) {
        String head = path.get(0);
        if (head.endsWith("[]")) {
            list(path, attribute, of, node);
            return;
        }
        if (path.size() == 1) {
            of.at(attribute.toArray(String[]::new)).ifPresentOrElse(value -> members.put(head, node.apply(value)), () -> hidden(head, attribute, of));
            return;
        }
        Properties inner = inner(head);
        inner.put(path.subList(1, path.size()), attribute, of, node);
        if (inner.members.isEmpty()) {
            members.remove(head);
        }
    }

    /** A block that may or may not be there hides what would stand in it. */
    private void hidden(String head, List<String> attribute, Term of) {
        Optional<Term> block = of.get(attribute.get(0));
        if (attribute.size() > 1 && block.filter(Term::isUnknown).isPresent()) {
            members.put(head, TemplateDraft.scalar(Term.COMPUTED, block.get().place()));
        }
    }

    private void list(
            List<String> path, List<String> attribute, Term of, java.util.function.Function<Term, ConfigNode> node) {
        String head = path.get(0).replace("[]", "");
        String block = attribute.get(0).replace("[]", "");
        List<Term> elements = of.get(block).map(Term::elements).orElse(List.of());
        if (elements.isEmpty()) {
            return;
        }
        Object known = members.computeIfAbsent(head, key -> new ArrayList<Properties>());
        if (known instanceof List<?> made) {
            List<Properties> rows = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                Properties row = i < made.size() && made.get(i) instanceof Properties before ? before : new Properties(elements.get(i).place());
                row.put(path.subList(1, path.size()), attribute.subList(1, attribute.size()), elements.get(i), node);
                rows.add(row);
            }
            members.put(head, rows);
        }
    }

    private Properties inner(String name) {
        Object known = members.computeIfAbsent(name, key -> new Properties(place));
        return known instanceof Properties properties ? properties : new Properties(place);
    }

    ConfigNode node() {
        Map<String, ConfigNode> nodes = new LinkedHashMap<>();
        members.forEach((name, value) -> nodes.put(name, node(value)));
        return TemplateDraft.mapping(nodes, place);
    }

    private ConfigNode node(Object value) {
        if (value instanceof Properties inner) {
            return inner.node();
        }
        if (value instanceof List<?> rows) {
            return new ConfigNode.Sequence(rows.stream().map(this::node).toList(), "", place);
        }
        return (ConfigNode) value;
    }
}
