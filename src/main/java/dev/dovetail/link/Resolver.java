package dev.dovetail.link;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Follows expressions to what they stand for, across files.
 *
 * <p>It does not follow control flow: a name stands for everything that is ever assigned to it. What
 * it cannot follow stands for nothing. Values travel through returns of workspace functions, and
 * through parameters as far as {@link Callers} knows who calls.
 */
public final class Resolver {

    /** Longest chain of names, calls and members that is followed. */
    private static final int DEPTH = 48;

    /** Most things one expression is taken to stand for. */
    private static final int WIDTH = 12;

    /**
     * How much is looked at for one question before answers are kept that leave something out. What
     * was met in a circle is otherwise asked anew by each way into the circle, of which code whose
     * classes all know each other has more than can be counted.
     */
    private static final int THOROUGH = 1_000;

    /** Operators whose value is one of their operands. */
    private static final Set<String> CHOOSING = Set.of("||", "??", "&&");

    /** Joins a path object and a name to a path object: {@code folder / "file"}. */
    private static final String JOINING = "/";

    private final Map<Language, Names> names;
    private final ApiFacts facts;
    private final Sources sources;
    private final Members members;
    private final Map<SourceSummary, Map<Expr, Set<Entity>>> memo = new IdentityHashMap<>();
    private final Map<SourceSummary, Map<Integer, Set<Entity>>> bindingMemo =
            new IdentityHashMap<>();
    private final Map<SourceSummary, FileIndex> indexes = new IdentityHashMap<>();
    private final Set<Object> open = new java.util.HashSet<>();
    private Callers callers;
    private int depth;
    private int cut;
    private int looked;

    Resolver(Map<Language, Names> names, ApiFacts facts, Sources sources) {
        this.names = names;
        this.facts = facts;
        this.sources = sources;
        this.members = new Members(this, sources);
        this.callers = new Callers(facts);
    }

    /** Takes over what is now known of callers, and forgets what was resolved without it. */
    void learn(Callers newCallers) {
        callers = newCallers;
        memo.clear();
        bindingMemo.clear();
    }

    /** The length of a file of the workspace in bytes, as far as it is known. */
    public OptionalLong sizeOf(String file) {
        return sources.workspace().size(file);
    }

    public ApiFacts facts() {
        return facts;
    }

    public FileIndex index(SourceSummary file) {
        return indexes.computeIfAbsent(file, FileIndex::new);
    }

    Members members() {
        return members;
    }

    /** The library, or module of the language's own, that an import means; empty for files. */
    public Optional<String> library(SourceSummary file, Import imported) {
        return names(file).imported(file, imported).stream()
                .filter(Entity.Api.class::isInstance)
                .map(each -> ((Entity.Api) each).path())
                .findFirst();
    }

    /** Files of the workspace that an import brings; empty when it means a library. */
    public Collection<String> filesOf(SourceSummary file, Import imported) {
        return names(file).filesOf(file, imported);
    }

    Names names(SourceSummary file) {
        return names(file.language());
    }

    Names names(Language language) {
        return Objects.requireNonNull(names.get(language), "a language without names");
    }

    /** Says that something was left out of an answer, which is then not kept. */
    void noteCut() {
        cut++;
    }

    /** Everything that {@code expr} of {@code file} may stand for; empty when nothing is known. */
    public Set<Entity> resolve(SourceSummary file, Expr expr) {
        if (expr instanceof Expr.Literal || expr instanceof Expr.Unknown) {
            return Set.of();
        }
        Map<Expr, Set<Entity>> known = memo.computeIfAbsent(file, f -> new IdentityHashMap<>());
        Set<Entity> done = known.get(expr);
        if (done != null) {
            return done;
        }
        if (depth > DEPTH || !open.add(new Key(file, expr))) {
            cut++;
            return Set.of();
        }
        looked = depth == 0 ? 0 : looked + 1;
        int cutBefore = cut;
        depth++;
        Set<Entity> found = new LinkedHashSet<>();
        try {
            follow(file, expr, found);
        } finally {
            depth--;
            open.remove(new Key(file, expr));
        }
        Set<Entity> result = narrow(found);
        if (isKept(cutBefore)) {
            known.put(expr, result);
        }
        return result;
    }

    /** Whether an answer is whole, or as whole as it will become. */
    private boolean isKept(int cutBefore) {
        return cut == cutBefore || depth == 0 || looked > THOROUGH;
    }

    /** The API paths among what {@code expr} may stand for. */
    public List<String> paths(SourceSummary file, Expr expr) {
        return resolve(file, expr).stream()
                .filter(Entity.Api.class::isInstance)
                .map(entity -> ((Entity.Api) entity).path())
                .toList();
    }

    private void follow(SourceSummary file, Expr expr, Set<Entity> found) {
        if (expr instanceof Expr.Ref ref) {
            found.addAll(binding(file, ref.binding()));
        } else if (expr instanceof Expr.Global global) {
            Set<Entity> passedOn = members.passedOn(file, global.name());
            found.addAll(
                    passedOn.isEmpty() ? names(file).global(file, global.name()) : passedOn);
        } else if (expr instanceof Expr.Module module) {
            found.addAll(imported(file, module));
        } else if (expr instanceof Expr.Member member) {
            for (Entity object : resolve(file, member.object())) {
                found.addAll(members.of(object, member.name()));
            }
        } else if (expr instanceof Expr.Result result) {
            found.addAll(result(file, file.uses().get(result.use())));
        } else if (expr instanceof Expr.Awaited awaited) {
            found.addAll(resolve(file, awaited.value()));
        } else if (expr instanceof Expr.Function function) {
            found.add(new Entity.Code(file, function.definition()));
        } else if (expr instanceof Expr.Instance instance) {
            found.addAll(instances(file, instance.type()));
        } else if (expr instanceof Expr.This self) {
            found.add(new Entity.Instance(file, self.definition()));
        } else if (expr instanceof Expr.Super base) {
            found.addAll(members.supertypes(file, base.definition()));
        } else if (expr instanceof Expr.ObjectOf object) {
            found.add(new Entity.ObjectValue(file, object));
        } else if (expr instanceof Expr.Conditional conditional) {
            found.addAll(resolve(file, conditional.then()));
            found.addAll(resolve(file, conditional.otherwise()));
        } else if (expr instanceof Expr.Operation operation
                && CHOOSING.contains(operation.operator())) {
            operation.operands().forEach(operand -> found.addAll(resolve(file, operand)));
        } else if (expr instanceof Expr.Operation operation
                && operation.operator().equals(JOINING)) {
            found.addAll(resolve(file, operation.operands().get(0)));
        }
    }

    /** A file and, where it replaced its exports by one value, that value too. */
    private Set<Entity> imported(SourceSummary file, Expr.Module module) {
        Set<Entity> found =
                new LinkedHashSet<>(
                        names(file).imported(file, file.imports().get(module.importId())));
        for (Entity entity : List.copyOf(found)) {
            if (entity instanceof Entity.ModuleFile target) {
                for (Export export : target.file().exports()) {
                    if (export.name().equals(Export.WHOLE)) {
                        found.addAll(resolve(target.file(), export.value()));
                    }
                }
            }
        }
        return found;
    }

    /** Everything that a name of {@code file} may hold. */
    public Set<Entity> binding(SourceSummary file, int id) {
        Map<Integer, Set<Entity>> known = bindingMemo.computeIfAbsent(file, f -> new HashMap<>());
        Set<Entity> done = known.get(id);
        if (done != null) {
            return done;
        }
        Object key = new BindingKey(file, id);
        if (!open.add(key)) {
            cut++;
            return Set.of();
        }
        int cutBefore = cut;
        Set<Entity> found = new LinkedHashSet<>();
        try {
            Binding binding = file.bindings().get(id);
            for (Expr value : binding.values()) {
                found.addAll(resolve(file, value));
            }
            if (binding.type() != null) {
                found.addAll(instances(file, binding.type()));
            }
            if (binding.kind() == Binding.Kind.PARAMETER) {
                found.addAll(callers.argumentsFor(this, file, binding));
            }
        } finally {
            open.remove(key);
        }
        Set<Entity> result = narrow(found);
        if (isKept(cutBefore)) {
            known.put(id, result);
        }
        return result;
    }

    /** What is assigned to a property of a library's object, by its API path. */
    List<Callers.Given> assignedTo(String path) {
        return callers.assignedTo(path);
    }

    /** What all known callers give for a parameter. */
    List<Callers.Given> givenTo(SourceSummary file, Binding parameter) {
        return parameter.kind() == Binding.Kind.PARAMETER
                ? callers.given(file, parameter)
                : List.of();
    }

    /** Instances of the types that {@code type} names. */
    Set<Entity> instances(SourceSummary file, Expr type) {
        Set<Entity> found = new LinkedHashSet<>();
        for (Entity named : resolve(file, type)) {
            if (named instanceof Entity.Api api) {
                found.add(api(api.path() + "()"));
            } else if (named instanceof Entity.Code code && isClass(code)) {
                found.add(new Entity.Instance(code.file(), code.definition()));
            } else if (named instanceof Entity.Instance instance) {
                found.add(instance);
            }
        }
        return found;
    }

    private Set<Entity> result(SourceSummary file, Use use) {
        Set<Entity> found = new LinkedHashSet<>();
        for (Entity target : resolve(file, use.target())) {
            if (target instanceof Entity.Api api) {
                found.add(api(api.path() + "()"));
                if (facts.fold(api.path() + "()").filter("same"::equals).isPresent()
                        && !use.arguments().isEmpty()) {
                    found.addAll(resolve(file, use.arguments().get(0).value()));
                }
            } else if (target instanceof Entity.Code code) {
                if (isClass(code)) {
                    found.add(new Entity.Instance(code.file(), code.definition()));
                } else {
                    found.addAll(returned(code));
                }
            } else if (target instanceof Entity.ModuleFile module) {
                // require('./x')(app): the file exports one function.
                for (Entity whole : members.of(module, "default")) {
                    if (whole instanceof Entity.Code code && !isClass(code)) {
                        found.addAll(returned(code));
                    }
                }
            }
        }
        return found;
    }

    Set<Entity> returned(Entity.Code code) {
        Definition definition = code.file().definitions().get(code.definition());
        Set<Entity> found = new LinkedHashSet<>();
        for (Expr value : definition.returns()) {
            found.addAll(resolve(code.file(), value));
        }
        if (definition.returnType() != null) {
            found.addAll(instances(code.file(), unwrapped(definition.returnType())));
        }
        return found;
    }

    private static Expr unwrapped(Expr type) {
        return type instanceof Expr.Instance instance ? instance.type() : type;
    }

    Entity api(String path) {
        return new Entity.Api(facts.canonical(path));
    }

    /** Library types that a class extends or implements, through classes of the workspace too. */
    Set<String> supertypePaths(Entity.Code type) {
        Set<String> found = new LinkedHashSet<>();
        supertypePaths(type, 0, found);
        return found;
    }

    private void supertypePaths(Entity.Code type, int level, Set<String> found) {
        Definition definition = type.file().definitions().get(type.definition());
        for (Expr supertype : definition.supertypes()) {
            for (Entity base : resolve(type.file(), supertype)) {
                if (base instanceof Entity.Api api) {
                    found.add(api.path());
                } else if (base instanceof Entity.Code code && level < 8) {
                    supertypePaths(code, level + 1, found);
                }
            }
        }
    }

    static boolean isClass(Entity.Code code) {
        return code.file().definitions().get(code.definition()).kind() == Definition.Kind.CLASS;
    }

    private static Set<Entity> narrow(Set<Entity> found) {
        if (found.size() <= WIDTH) {
            return Collections.unmodifiableSet(found);
        }
        Set<Entity> first = new LinkedHashSet<>();
        for (Entity entity : found) {
            if (first.size() == WIDTH) {
                break;
            }
            first.add(entity);
        }
        return Collections.unmodifiableSet(first);
    }

    private static final class Key {
        private final SourceSummary file;
        private final Expr expr;

        Key(SourceSummary file, Expr expr) {
            this.file = file;
            this.expr = expr;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.file == file && key.expr == expr;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(expr);
        }
    }

    private static final class BindingKey {
        private final SourceSummary file;
        private final int binding;

        BindingKey(SourceSummary file, int binding) {
            this.file = file;
            this.binding = binding;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BindingKey key && key.file == file && key.binding == binding;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(file) * 31 + binding;
        }
    }
}
