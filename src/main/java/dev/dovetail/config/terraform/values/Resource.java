package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One resource that an apply makes, one data source that it reads, or one call of a module that lies
 * elsewhere. Its attributes are evaluated when they are asked for. Two of them are never equal.
 */
public final class Resource {

    /** What belongs to Terraform and not to the resource. */
    private static final Set<String> META =
            Set.of("count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection");

    /** What a resource is. */
    public enum Kind {
        MANAGED,
        DATA,
        /** A call of a module of a registry or another repository; its type is the module's source. */
        MODULE
    }

    private final Kind kind;
    private final String type;
    private final String name;
    private final String key;
    private final Body.Block block;
    private final Module module;
    private final Evaluator evaluator;
    private final boolean certain;
    private final boolean several;
    private final Map<String, Term> attributes = new HashMap<>();

    Resource(
            Kind kind,
            String type,
            String name,
            String key,
            Body.Block block,
            Module module,
            Evaluator evaluator,
            boolean certain,
            boolean several) {
        this.kind = kind;
        this.type = type;
        this.name = name;
        this.key = key;
        this.block = block;
        this.module = module;
        this.evaluator = evaluator;
        this.certain = certain;
        this.several = several;
    }

    public Kind kind() {
        return kind;
    }

    /** {@code aws_lambda_function}; of a module its source without version. */
    public String type() {
        return type;
    }

    /** Its name in its module. */
    public String name() {
        return name;
    }

    /** Its key of {@code for_each} or number of {@code count}; empty when it is alone. */
    public String key() {
        return key;
    }

    public Module module() {
        return module;
    }

    /** The line that begins it. */
    public Place place() {
        return block.place();
    }

    /** Whether an apply makes it whatever it is called with. */
    public boolean isCertain() {
        return certain && module.isCertain();
    }

    /** Whether it stands for a number of resources that is not known. */
    boolean isSeveral() {
        return several;
    }

    public boolean is(String otherType) {
        return kind == Kind.MANAGED && type.equals(otherType);
    }

    /** Whether its configuration gives an attribute or block of a name. */
    public boolean has(String attribute) {
        return names().contains(attribute);
    }

    /** The attribute or the blocks of a name as config gives them; absent when it gives none. */
    public Term attribute(String attribute) {
        if (META.contains(attribute)) {
            return new Term.Absent(place());
        }
        Term known = attributes.get(attribute);
        if (known == null) {
            // Set before, for what leads back to itself.
            attributes.put(attribute, Term.unknown(place()));
            known = evaluator.member(block.body(), attribute, place());
            attributes.put(attribute, known);
        }
        return known;
    }

    /** What another expression sees of it: also what only the provider tells. */
    Term output(String attribute, Place asked) {
        Term given = attribute(attribute);
        Term seen = given.isAbsent() ? new Term.Unknown(Outputs.text(this, attribute), asked, java.util.List.of()) : given;
        return seen.of(this);
    }

    /** The attributes and blocks that its configuration gives, in order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        block.body().attributes().forEach(each -> names.add(each.name()));
        for (Body.Block each : block.body().blocks()) {
            names.add(each.type().equals("dynamic") && each.labels().size() == 1 ? each.labels().get(0) : each.type());
        }
        names.removeAll(META);
        return names;
    }

    @Override
    public String toString() {
        return type + "." + name + (key.isEmpty() ? "" : "[" + key + "]");
    }
}
