package dev.dovetail.config.terraform.hcl;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;

/** What stands in a file or between the braces of a block, in order. */
public record Body(List<Attribute> attributes, List<Block> blocks) {

    public static final Body EMPTY = new Body(List.of(), List.of());

    public Body {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** {@code name = value}; {@code namePlace} is where the name stands. */
    public record Attribute(String name, Place namePlace, Expression value) {}

    /**
     * {@code type "label" "label" { … }}.
     *
     * @param place from the type to the last label
     */
    public record Block(String type, List<String> labels, Body body, Place place) {
        public Block {
            labels = List.copyOf(labels);
        }
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public List<Block> blocks(String type) {
        return blocks.stream().filter(each -> each.type().equals(type)).toList();
    }
}
