package dev.dovetail.link;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Computes values for one unit: through constants, operators and the calls that rules/ names. */
public final class Folder {

    private static final int DEPTH = 40;

    /** Most steps for one value; functions that pass their parameters on to each other want many. */
    private static final int MOST_STEPS = 4_000;

    /** Most assignments to one property that are looked at. */
    private static final int MOST_ASSIGNED = 4;

    /** Most alternatives that one value is taken to have. */
    private static final int MOST_OPTIONS = 24;

    private final Resolver resolver;
    private final UnitEnvironment environment;
    private final Map<SourceSummary, Map<Integer, Folded>> bindings = new IdentityHashMap<>();
    private final Map<SourceSummary, Map<Expr, Folded>> values = new IdentityHashMap<>();
    private final Set<Binding> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<Set<String>> loaded = Optional.empty();
    private final Set<String> openAssignments = new HashSet<>();
    private final ApplicationProperties properties;
    private int depth;
    private int steps;
    private int cut;

    Folder(Resolver resolver, UnitEnvironment environment, Layout layout) {
        this.resolver = resolver;
        this.environment = environment;
        this.properties = new ApplicationProperties(environment, layout);
    }

    public Resolver resolver() {
        return resolver;
    }

    public UnitEnvironment environment() {
        return environment;
    }

    /** Says which files the unit loads: what others call its functions with is of no account. */
    void loads(Collection<SourceSummary> files) {
        Set<String> paths = new HashSet<>();
        files.forEach(file -> paths.add(file.file()));
        loaded = Optional.of(paths);
        bindings.clear();
        values.clear();
    }

    private boolean mayCall(SourceSummary caller) {
        return loaded.isEmpty()
                || !resolver.names(caller).importsRun()
                || loaded.get().contains(caller.file());
    }

    /** The properties of the application's own config. */
    public ApplicationProperties properties() {
        return properties;
    }

    /** The value of {@code expr}; never throws, unknown past a bound on depth. */
    public Folded fold(SourceSummary file, Expr expr) {
        if (depth == 0) {
            steps = 0;
        }
        if (depth >= DEPTH || ++steps > MOST_STEPS) {
            cut++;
            return Folded.UNKNOWN;
        }
        if (!(expr instanceof Expr.Member || expr instanceof Expr.Result)) {
            return deeper(file, expr);
        }
        Map<Expr, Folded> known = values.computeIfAbsent(file, key -> new IdentityHashMap<>());
        Folded done = known.get(expr);
        if (done != null) {
            return done;
        }
        int cutBefore = cut;
        Folded value = deeper(file, expr);
        // What leaves something out is asked anew in another place, but not as the whole question.
        if (cut == cutBefore || depth == 0) {
            known.put(expr, value);
        }
        return value;
    }

    private Folded deeper(SourceSummary file, Expr expr) {
        depth++;
        try {
            return compute(file, expr);
        } finally {
            depth--;
        }
    }

    private Folded compute(SourceSummary file, Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            Object value = literal.value();
            return value == null ? new Folded.Nothing() : Folded.of(value);
        }
        if (expr instanceof Expr.Concat concat) {
            Folded text = new Folded.Known("");
            for (Expr part : concat.parts()) {
                text = Operations.concatenate(text, fold(file, part));
            }
            return text;
        }
        if (expr instanceof Expr.Operation operation) {
            List<Folded> operands = new ArrayList<>();
            for (Expr operand : operation.operands()) {
                operands.add(fold(file, operand));
            }
            return Operations.apply(
                    operation.operator(), operands, environment.isStartedWith(file.file()));
        }
        if (expr instanceof Expr.Conditional conditional) {
            return switch (fold(file, conditional.test()).truth()) {
                case YES -> fold(file, conditional.then());
                case NO -> fold(file, conditional.otherwise());
                case UNKNOWN ->
                        choice(
                                List.of(
                                        fold(file, conditional.then()),
                                        fold(file, conditional.otherwise())));
            };
        }
        if (expr instanceof Expr.Awaited awaited) {
            return fold(file, awaited.value());
        }
        if (expr instanceof Expr.Ref ref) {
            return ofBinding(file, file.bindings().get(ref.binding()));
        }
        if (expr instanceof Expr.Result result) {
            return ofCall(file, file.uses().get(result.use()));
        }
        if (expr instanceof Expr.Member member) {
            return ofMember(file, member);
        }
        if (expr instanceof Expr.Global) {
            return ofPaths(file, expr).orElse(Folded.UNKNOWN);
        }
        if (expr instanceof Expr.ObjectOf
                || expr instanceof Expr.ListOf
                || expr instanceof Expr.Function) {
            return new Folded.Structure();
        }
        return Folded.UNKNOWN;
    }

    /** The value of a name; unknown where it depends on itself. */
    private Folded ofBinding(SourceSummary file, Binding binding) {
        Map<Integer, Folded> known = bindings.computeIfAbsent(file, key -> new HashMap<>());
        Folded done = known.get(binding.id());
        if (done != null) {
            return done;
        }
        if (!open.add(binding)) {
            cut++;
            return Folded.UNKNOWN;
        }
        int cutBefore = cut;
        try {
            Folded value = valueOf(file, binding);
            if (cut == cutBefore || open.size() == 1) {
                known.put(binding.id(), value);
            }
            return value;
        } finally {
            open.remove(binding);
        }
    }

    private Folded valueOf(SourceSummary file, Binding binding) {
        Optional<Folded> annotated = ofAnnotations(file, binding);
        if (annotated.isPresent()) {
            return annotated.get();
        }
        if (binding.kind() == Binding.Kind.PARAMETER
                || binding.kind() == Binding.Kind.LOCAL_UNKNOWN) {
            List<Folded> given = new ArrayList<>();
            for (Callers.Given value : resolver.givenTo(file, binding)) {
                if (mayCall(value.file())) {
                    given.add(fold(value.file(), value.value()));
                }
            }
            return given.isEmpty() ? Folded.UNKNOWN : choice(given);
        }
        if (binding.kind() == Binding.Kind.IMPORT) {
            return binding.values().isEmpty()
                    ? Folded.UNKNOWN
                    : fold(file, binding.values().get(0));
        }
        if (binding.values().isEmpty()) {
            return Folded.UNKNOWN;
        }
        List<Folded> options = new ArrayList<>();
        for (Expr value : binding.values()) {
            options.add(fold(file, value));
        }
        return choice(options);
    }

    private Optional<Folded> ofAnnotations(SourceSummary file, Binding binding) {
        for (Use annotation : resolver.index(file).bindingAnnotations(binding.id())) {
            for (String path : resolver.paths(file, annotation.target())) {
                Optional<String> word = resolver.facts().fold("@" + path);
                if (word.isPresent()) {
                    return Optional.of(new FoldingCalls(this).apply(word.get(), file, annotation));
                }
            }
        }
        return Optional.empty();
    }

    private Folded ofMember(SourceSummary file, Expr.Member member) {
        Optional<Folded> property = ofReceiver(file, member);
        if (property.isPresent()) {
            return property.get();
        }
        Optional<Folded> known = ofPaths(file, member);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Folded> variable = ofEnvironment(file, member);
        if (variable.isPresent()) {
            return variable.get();
        }
        List<Folded> options = new ArrayList<>();
        for (Entity object : resolver.resolve(file, member.object())) {
            if (object instanceof Entity.ObjectValue value) {
                options.add(ofProperty(value, member.name()));
            } else if (object instanceof Entity.ModuleFile module) {
                exported(module.file(), member.name())
                        .forEach(value -> options.add(fold(module.file(), value)));
            } else if (object instanceof Entity.Code code && Resolver.isClass(code)) {
                options.addAll(ofField(code.file(), code.definition(), member.name()));
            } else if (object instanceof Entity.Instance instance) {
                options.addAll(
                        ofField(instance.file(), instance.classDefinition(), member.name()));
            } else {
                options.addAll(assigned(object, member.name()));
            }
        }
        return options.isEmpty() ? Folded.UNKNOWN : choice(options);
    }

    /** {@code app.config.FOLDER}: what the workspace assigns to a property of a library's object. */
    private List<Folded> assigned(Entity object, String name) {
        List<Folded> options = new ArrayList<>();
        if (object instanceof Entity.Api) {
            for (Entity property : resolver.members().of(object, name)) {
                if (property instanceof Entity.Api api) {
                    options.addAll(assignedTo(api.path()));
                }
            }
        }
        return options.isEmpty() ? List.of(Folded.UNKNOWN) : options;
    }

    private List<Folded> assignedTo(String path) {
        List<Callers.Given> given = resolver.assignedTo(path);
        if (given.isEmpty()) {
            return List.of();
        }
        // With many, or in a circle (x.count = x.count + 1), it is anything.
        if (given.size() > MOST_ASSIGNED) {
            return List.of(Folded.UNKNOWN);
        }
        if (!openAssignments.add(path)) {
            cut++;
            return List.of(Folded.UNKNOWN);
        }
        try {
            return given.stream().map(each -> fold(each.file(), each.value())).toList();
        } finally {
            openAssignments.remove(path);
        }
    }

    private Optional<Folded> ofEnvironment(SourceSummary file, Expr.Member member) {
        for (String path : resolver.paths(file, member.object())) {
            Optional<String> word = resolver.facts().fold(path);
            if (word.filter("environment"::equals).isPresent()) {
                return Optional.of(environment.variable(member.name()));
            }
            if (word.filter("required-environment"::equals).isPresent()) {
                // What is not there fails at once, so that no code sees it missing.
                Folded value = environment.variable(member.name());
                return Optional.of(value instanceof Folded.Nothing ? Folded.UNKNOWN : value);
            }
        }
        return Optional.empty();
    }

    private Optional<Folded> ofPaths(SourceSummary file, Expr expr) {
        for (String path : resolver.paths(file, expr)) {
            Optional<String> word = resolver.facts().fold(path);
            if (word.isPresent()) {
                return Optional.of(new FoldingCalls(this).constant(word.get(), file));
            }
        }
        return Optional.empty();
    }

    /** A property whose value rules/ tell from its object's: {@code path.parent}. */
    private Optional<Folded> ofReceiver(SourceSummary file, Expr.Member member) {
        for (String path : resolver.paths(file, member.object())) {
            Optional<String> word = resolver.facts().fold(path + "." + member.name());
            if (word.filter(each -> each.startsWith("receiver")).isPresent()) {
                return Optional.of(new FoldingCalls(this).ofMember(word.get(), file, member));
            }
        }
        return Optional.empty();
    }

    private Folded ofProperty(Entity.ObjectValue object, String name) {
        for (Expr.Property property : object.literal().properties()) {
            if (property.name().equals(name)) {
                return fold(object.file(), property.value());
            }
        }
        boolean closed = object.literal().spreads().isEmpty() && !object.literal().open();
        return closed ? new Folded.Nothing() : Folded.UNKNOWN;
    }

    private List<Folded> ofField(SourceSummary file, int classDefinition, String name) {
        List<Folded> options = new ArrayList<>();
        for (Binding field : file.bindings()) {
            if (field.kind() == Binding.Kind.FIELD
                    && field.definition() == classDefinition
                    && field.name().equals(name)) {
                options.add(ofBinding(file, field));
            }
        }
        return options;
    }

    private static List<Expr> exported(SourceSummary file, String name) {
        return file.exports().stream()
                .filter(export -> export.name().equals(name))
                .map(Export::value)
                .toList();
    }

    private Folded ofCall(SourceSummary file, Use use) {
        for (String path : resolver.paths(file, use.target())) {
            Optional<String> word = resolver.facts().fold(path + "()");
            if (word.isPresent()) {
                return new FoldingCalls(this).apply(word.get(), file, use);
            }
        }
        List<Folded> options = new ArrayList<>();
        for (Entity target : resolver.resolve(file, use.target())) {
            if (target instanceof Entity.Code code && !Resolver.isClass(code)) {
                List<Expr> returns = code.file().definitions().get(code.definition()).returns();
                returns.forEach(value -> options.add(fold(code.file(), value)));
            }
        }
        return options.isEmpty() ? Folded.UNKNOWN : choice(options);
    }

    /** The folder that a file lies in, as the running code sees it: relative to the application. */
    static String folderOf(SourceSummary file) {
        String parent = Paths.parent(file.file());
        return parent.isEmpty() ? "." : "./" + parent;
    }

    static Folded choice(List<Folded> options) {
        if (options.size() == 1) {
            return options.get(0);
        }
        List<Folded> distinct =
                options.stream().flatMap(Folder::alternatives).distinct().toList();
        if (distinct.size() > MOST_OPTIONS) {
            boolean fromEnvironment = distinct.stream().anyMatch(Folded::dependsOnEnvironment);
            return new Folded.Unknown(fromEnvironment);
        }
        return distinct.size() == 1 ? distinct.get(0) : new Folded.Choice(distinct);
    }

    private static Stream<Folded> alternatives(Folded value) {
        return value instanceof Folded.Choice choice
                ? choice.options().stream()
                : Stream.of(value);
    }

    /** Whether the part of {@code file} under a guard may run in this unit. */
    public Truth mayRun(SourceSummary file, int guard) {
        Truth all = Truth.YES;
        Set<Integer> seen = new HashSet<>();
        for (int id = guard; id >= 0 && seen.add(id); id = file.guards().get(id).parent()) {
            Folded condition = fold(file, file.guards().get(id).condition());
            Truth holds = condition.truth();
            if (!file.guards().get(id).holds()) {
                holds = holds.not();
            }
            if (holds == Truth.UNKNOWN && !condition.dependsOnEnvironment()) {
                holds = Truth.YES;
            }
            all = all.and(holds);
        }
        return all;
    }
}
