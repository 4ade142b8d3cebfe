package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.config.terraform.hcl.Expression;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** One module as it is called once, or as the root of a configuration. */
public final class Module {

    /** Modules in modules. */
    private static final int DEEPEST = 10;

    private final ModuleFolder declared;
    private final Folders folders;
    private final Optional<Module> caller;
    private final String name;
    private final Optional<Place> place;
    private final Map<String, Term> inputs;
    private final Budget budget;
    private final boolean certain;
    private final Map<String, Term> variables = new HashMap<>();
    private final Map<String, Term> locals = new HashMap<>();
    private final Map<String, Term> outputs = new HashMap<>();
    private final Map<String, Term> resources = new LinkedHashMap<>();
    private final Map<String, Term> calls = new LinkedHashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    private Module(
            ModuleFolder declared,
            Folders folders,
            Optional<Module> caller,
            String name,
            Optional<Place> place,
            Map<String, Term> inputs,
            Budget budget,
            boolean certain) {
        this.declared = declared;
        this.folders = folders;
        this.caller = caller;
        this.name = name;
        this.place = place;
        this.inputs = inputs;
        this.budget = budget;
        this.certain = certain;
    }

    /** The root of a configuration, with the variables that its files set. */
    static Module root(ModuleFolder declared, Folders folders, Map<String, Term> inputs) {
        return new Module(declared, folders, Optional.empty(), "", Optional.empty(), inputs, new Budget(), true);
    }

    /** Its folder in the workspace. */
    public String folder() {
        return declared.folder();
    }

    /** The folder that paths are relative to: the root's. */
    public String rootFolder() {
        return caller.map(Module::rootFolder).orElse(declared.folder());
    }

    public boolean isRoot() {
        return caller.isEmpty();
    }

    /** By what its caller names it; empty for the root. */
    public String name() {
        return name;
    }

    /** The call, for all but the root. */
    public Optional<Place> place() {
        return place;
    }

    boolean isCertain() {
        return certain && caller.map(Module::isCertain).orElse(true);
    }

    Folders folders() {
        return folders;
    }

    Budget budget() {
        return budget;
    }

    /** All resources of it and of the modules that it calls, in the order of the files. */
    public List<Resource> resources() {
        List<Resource> found = new ArrayList<>();
        addResources(found);
        return found;
    }

    private void addResources(List<Resource> found) {
        for (String each : declared.resources().keySet()) {
            instances(resource(each, Place.startOf(folder())), found);
        }
        for (String each : declared.calls().keySet()) {
            instances(call(each, Place.startOf(folder())), found);
        }
    }

    private static void instances(Term term, List<Resource> found) {
        if (term instanceof Term.Reference reference) {
            found.add(reference.resource());
        } else if (term instanceof Term.ModuleOutputs module) {
            module.module().addResources(found);
        } else if (term instanceof Term.Elements list) {
            list.elements().forEach(each -> instances(each, found));
        } else if (term instanceof Term.Members members) {
            members.entries().values().forEach(each -> instances(each.value(), found));
        }
    }

    Term variable(String variable, Place asked) {
        Body.Block block = declared.variables().get(variable);
        return once(
                variables,
                "var." + variable,
                variable,
                asked,
                () -> {
                    if (block == null) {
                        return Optional.ofNullable(inputs.get(variable)).orElse(Term.unknown(asked));
                    }
                    Optional<Term> byDefault =
                            block.body().attribute("default").map(each -> new Evaluator(this).evaluate(each.value()));
                    Term given = inputs.get(variable);
                    boolean nullable =
                            block.body()
                                    .attribute("nullable")
                                    .filter(each -> new Evaluator(this).evaluate(each.value()).truth().equals(Optional.of(false)))
                                    .isEmpty();
                    Term value =
                            given == null || given.isAbsent() && !nullable
                                    ? byDefault.orElse(Term.unknown(asked))
                                    : given;
                    return block.body()
                            .attribute("type")
                            .map(type -> Types.filled(value, type.value(), new Evaluator(this)))
                            .orElse(value);
                });
    }

    Term local(String local, Place asked) {
        Body.Attribute attribute = declared.locals().get(local);
        return attribute == null
                ? Term.unknown(asked)
                : once(locals, "local." + local, local, asked, () -> new Evaluator(this).evaluate(attribute.value()));
    }

    Term output(String output, Place asked) {
        Body.Block block = declared.outputs().get(output);
        return block == null
                ? Term.unknown(asked)
                : once(
                        outputs,
                        "output." + output,
                        output,
                        asked,
                        () ->
                                block.body()
                                        .attribute("value")
                                        .map(each -> new Evaluator(this).evaluate(each.value()))
                                        .orElse(Term.unknown(asked)));
    }

    private Term once(Map<String, Term> known, String address, String key, Place asked, java.util.function.Supplier<Term> worth) {
        Term found = known.get(key);
        if (found != null) {
            return found;
        }
        if (!inProgress.add(address)) {
            return Term.unknown(asked);
        }
        Term made = worth.get();
        inProgress.remove(address);
        known.put(key, made);
        return made;
    }

    /** A resource, or a list or map of them, by {@code type.name} or {@code data.type.name}. */
    Term resource(String address, Place asked) {
        Body.Block block = declared.resources().get(address);
        if (block == null) {
            return Term.unknown(asked);
        }
        Resource.Kind kind = block.type().equals("data") ? Resource.Kind.DATA : Resource.Kind.MANAGED;
        return once(
                resources,
                address,
                address,
                asked,
                () ->
                        new Repetition(this, block)
                                .expand(
                                        (key, round) -> {
                                            if (!budget.resource()) {
                                                return Term.unknown(block.place());
                                            }
                                            return new Term.Reference(
                                                    new Resource(
                                                            kind,
                                                            block.labels().get(0),
                                                            block.labels().get(1),
                                                            key,
                                                            block,
                                                            this,
                                                            round.evaluator(),
                                                            round.certain(),
                                                            round.several()),
                                                    block.place());
                                        }));
    }

    /** The outputs of a called module, or a list or map of them. */
    Term call(String callName, Place asked) {
        Body.Block block = declared.calls().get(callName);
        if (block == null) {
            return Term.unknown(asked);
        }
        String source = ModuleFolder.source(block).orElse("");
        Optional<ModuleFolder> folder =
                isLocal(source) ? Paths.resolve(folder(), source).flatMap(folders::module) : Optional.empty();
        BiFunction<String, Repetition.Round, Term> make =
                (key, round) -> folder.isPresent() ? within(folder.get(), callName, key, block, round) : elsewhere(source, callName, key, block, round);
        return once(calls, "module." + callName, callName, asked, () -> new Repetition(this, block).expand(make));
    }

    static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../");
    }

    private Term within(ModuleFolder folder, String callName, String key, Body.Block block, Repetition.Round round) {
        if (depth() >= DEEPEST || !budget.module() || isCalledFrom(folder.folder())) {
            return Term.unknown(block.place());
        }
        Map<String, Term> given = new HashMap<>();
        for (Body.Attribute each : block.body().attributes()) {
            if (!each.name().equals("source")) {
                given.put(each.name(), round.evaluator().evaluate(each.value()));
            }
        }
        Module called =
                new Module(
                        folder,
                        folders,
                        Optional.of(this),
                        key.isEmpty() ? callName : callName + "-" + key,
                        Optional.of(block.place()),
                        given,
                        budget,
                        round.certain());
        return new Term.ModuleOutputs(called, block.place());
    }

    private Term elsewhere(String source, String callName, String key, Body.Block block, Repetition.Round round) {
        if (!budget.resource()) {
            return Term.unknown(block.place());
        }
        return new Term.Reference(
                new Resource(
                        Resource.Kind.MODULE, source, callName, key, block, this, round.evaluator(), round.certain(), round.several()),
                block.place());
    }

    private int depth() {
        return caller.map(each -> each.depth() + 1).orElse(0);
    }

    private boolean isCalledFrom(String folder) {
        return folder().equals(folder) || caller.filter(each -> each.isCalledFrom(folder)).isPresent();
    }

    /** A path as an expression gives it, as one of the workspace; relative ones begin at the root. */
    public Optional<String> resolve(String path) {
        return path.startsWith("/") || path.contains("://") || path.startsWith("~")
                ? Optional.empty()
                : Paths.resolve(rootFolder(), path);
    }

    /** {@code path.module}: from the root's folder to this one's. */
    String path() {
        if (isRoot()) {
            return ".";
        }
        String root = rootFolder();
        if (root.isEmpty()) {
            return folder().isEmpty() ? "." : folder();
        }
        return "../".repeat(root.split("/").length) + folder();
    }

    /** What {@code for_each} of an expression gives when it stands in this module. */
    Term evaluate(Expression expression) {
        return new Evaluator(this).evaluate(expression);
    }
}
