package dev.dovetail.config.terraform.values;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.config.terraform.hcl.Expression;
import dev.dovetail.config.terraform.hcl.HclParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same language in JSON: https://developer.hashicorp.com/terraform/language/syntax/json. */
final class JsonBodies {

    private JsonBodies() {}

    static Body of(ConfigNode document) {
        List<Body.Block> blocks = new ArrayList<>();
        for (ConfigNode.Entry entry : Nodes.entries(Optional.of(document))) {
            ModuleFolder.labels(entry.key()).ifPresent(labels -> add(entry.key(), List.of(), labels, entry, blocks));
        }
        return new Body(List.of(), blocks);
    }

    /** The members of {@code *.tfvars.json}. */
    static Body variables(ConfigNode document) {
        return body(document);
    }

    private static void add(
            String type, List<String> labels, int more, ConfigNode.Entry entry, List<Body.Block> blocks) {
        for (ConfigNode each : Nodes.elements(entry.value())) {
            if (more == 0) {
                blocks.add(new Body.Block(type, labels, body(each), entry.keyPlace()));
                continue;
            }
            for (ConfigNode.Entry inner : Nodes.entries(Optional.of(each))) {
                List<String> longer = new ArrayList<>(labels);
                longer.add(inner.key());
                add(type, longer, more - 1, inner, blocks);
            }
        }
    }

    private static Body body(ConfigNode node) {
        List<Body.Attribute> attributes = new ArrayList<>();
        for (ConfigNode.Entry entry : Nodes.entries(Optional.of(node))) {
            attributes.add(new Body.Attribute(entry.key(), entry.keyPlace(), expression(entry.value())));
        }
        return new Body(attributes, List.of());
    }

    private static Expression expression(ConfigNode node) {
        if (node instanceof ConfigNode.Mapping mapping) {
            return new Expression.Mapping(
                    mapping.entries().stream()
                            .map(each -> new Expression.Item(HclParser.template(each.key(), each.keyPlace()), expression(each.value())))
                            .toList(),
                    mapping.place());
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            return new Expression.Tuple(sequence.elements().stream().map(JsonBodies::expression).toList(), sequence.place());
        }
        ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
        if (scalar.value() instanceof String text) {
            Expression template = HclParser.template(text, scalar.place());
            // A template that is all of a text keeps its value's type.
            return template instanceof Expression.Template all && all.parts().size() == 1 ? all.parts().get(0) : template;
        }
        return new Expression.Literal(scalar.value(), scalar.place());
    }
}
