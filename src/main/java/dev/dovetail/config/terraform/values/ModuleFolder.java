package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.config.terraform.hcl.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the files of one folder declare together.
 *
 * @param folder path in the workspace
 * @param resources managed ones and data sources by {@code type.name} and {@code data.type.name}
 */
record ModuleFolder(
        String folder,
        Map<String, Body.Block> variables,
        Map<String, Body.Attribute> locals,
        Map<String, Body.Block> resources,
        Map<String, Body.Block> calls,
        Map<String, Body.Block> outputs) {

    /** How many names a block has, by its type. */
    private static final Map<String, Integer> LABELS =
            Map.of("resource", 2, "data", 2, "variable", 1, "module", 1, "output", 1, "locals", 0);

    /** How many names blocks of a type have, of those that are read. */
    static Optional<Integer> labels(String type) {
        return Optional.ofNullable(LABELS.get(type));
    }

    static ModuleFolder of(String folder, List<Body> bodies) {
        Map<String, Body.Block> variables = new LinkedHashMap<>();
        Map<String, Body.Attribute> locals = new LinkedHashMap<>();
        Map<String, Body.Block> resources = new LinkedHashMap<>();
        Map<String, Body.Block> calls = new LinkedHashMap<>();
        Map<String, Body.Block> outputs = new LinkedHashMap<>();
        for (Body body : bodies) {
            for (Body.Block block : body.blocks()) {
                if (block.labels().size() != LABELS.getOrDefault(block.type(), -1)) {
                    continue;
                }
                String label = block.labels().isEmpty() ? "" : block.labels().get(0);
                String second = block.labels().size() < 2 ? "" : block.labels().get(1);
                switch (block.type()) {
                    case "variable" -> variables.put(label, block);
                    case "locals" -> block.body().attributes().forEach(each -> locals.put(each.name(), each));
                    case "resource" -> resources.merge(label + "." + second, block, ModuleFolder::over);
                    case "data" -> resources.merge("data." + label + "." + second, block, ModuleFolder::over);
                    case "module" -> calls.merge(label, block, ModuleFolder::over);
                    case "output" -> outputs.put(label, block);
                    default -> {}
                }
            }
        }
        return new ModuleFolder(folder, variables, locals, resources, calls, outputs);
    }

    /** An override file's block over the one of the same name. */
    private static Body.Block over(Body.Block first, Body.Block second) {
        List<Body.Attribute> attributes = new ArrayList<>();
        for (Body.Attribute each : first.body().attributes()) {
            if (second.body().attribute(each.name()).isEmpty()) {
                attributes.add(each);
            }
        }
        attributes.addAll(second.body().attributes());
        List<Body.Block> blocks = new ArrayList<>();
        for (Body.Block each : first.body().blocks()) {
            if (second.body().blocks(each.type()).isEmpty()) {
                blocks.add(each);
            }
        }
        blocks.addAll(second.body().blocks());
        return new Body.Block(first.type(), first.labels(), new Body(attributes, blocks), first.place());
    }

    /** Where a call finds its module, as written. */
    static Optional<String> source(Body.Block call) {
        return call.body()
                .attribute("source")
                .filter(each -> each.value() instanceof Expression.Literal)
                .map(each -> String.valueOf(((Expression.Literal) each.value()).value()));
    }
}
