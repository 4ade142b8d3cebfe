package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A template in the making, which stands for what another tool makes. */
public final class TemplateDraft {

    private final String format;
    private final Predicate<String> computed;
    private final List<ConfigNode.Entry> resources = new ArrayList<>();

    /**
     * @param format the other tool's, for its units
     * @param computed whether a text holds what only the deploy knows
     */
    public TemplateDraft(String format, Predicate<String> computed) {
        this.format = format;
        this.computed = computed;
    }

    /** Adds a resource; one that is made only perhaps has a condition that nobody knows. */
    public void add(String id, String type, ConfigNode properties, boolean certain, Place place) {
        add(id, type, properties, mapping(Map.of(), place), certain, place);
    }

    /** Adds a resource with metadata. */
    public void add(String id, String type, ConfigNode properties, ConfigNode metadata, boolean certain, Place place) {
        Map<String, ConfigNode> members = new LinkedHashMap<>();
        members.put("Type", scalar(type, place));
        if (!certain) {
            members.put("Condition", scalar("?", place));
        }
        members.put("Properties", properties);
        members.put("Metadata", metadata);
        resources.add(new ConfigNode.Entry(id, place, mapping(members, place)));
    }

    /** The template with what was added, in that order. */
    public Template template() {
        Place place = resources.isEmpty() ? Place.startOf("") : resources.get(0).keyPlace();
        ConfigNode all = new ConfigNode.Mapping(resources, "", place);
        return Template.standing(format, mapping(Map.of("Resources", all), place), computed);
    }

    public static ConfigNode scalar(Object value, Place place) {
        return new ConfigNode.Scalar(value, String.valueOf(value), "", place);
    }

    public static ConfigNode mapping(Map<String, ConfigNode> members, Place place) {
        return new ConfigNode.Mapping(
                members.entrySet().stream()
                        .map(each -> new ConfigNode.Entry(each.getKey(), each.getValue().place(), each.getValue()))
                        .toList(),
                "",
                place);
    }

    public static ConfigNode sequence(List<ConfigNode> elements, Place place) {
        return new ConfigNode.Sequence(elements, "", place);
    }

    /** What names other resources by their logical ids. */
    public static ConfigNode references(List<String> ids, Place place) {
        StringBuilder text = new StringBuilder();
        ids.forEach(id -> text.append("${").append(id).append('}'));
        return mapping(Map.of("Fn::Sub", scalar(text.toString(), place)), place);
    }

    /** A name as one that logical ids may have. */
    public static String id(String name) {
        return name.replaceAll("[.${}\\s]", "-");
    }
}
