package dev.dovetail.source;

import dev.dovetail.workspace.Region;
import java.util.HashMap;
import java.util.Map;

/** The fields that the classes of one file declare, by the class's definition. */
public final class Fields {

    private final SummaryBuilder summary;
    private final Map<Integer, Map<String, Integer>> fields = new HashMap<>();

    public Fields(SummaryBuilder summary) {
        this.summary = summary;
    }

    /** The binding of a class's field, or -1 when it declares none of that name. */
    public int find(int classDefinition, String name) {
        return fields.getOrDefault(classDefinition, Map.of()).getOrDefault(name, -1);
    }

    /** Says that a class declares a field which is bound already. */
    public void add(int classDefinition, String name, int binding) {
        fields.computeIfAbsent(classDefinition, id -> new HashMap<>()).put(name, binding);
    }

    /** The binding of a class's field, made when it has none of that name. */
    public int declare(int classDefinition, String name, Region region, boolean isStatic) {
        int known = find(classDefinition, name);
        if (known >= 0) {
            return known;
        }
        int field =
                summary.binding(Binding.Kind.FIELD, name, classDefinition, region, isStatic).id();
        add(classDefinition, name, field);
        return field;
    }
}
