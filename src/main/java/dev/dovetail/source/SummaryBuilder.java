package dev.dovetail.source;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Collects the parts of one {@link SourceSummary} while a file is walked, and numbers them. */
public final class SummaryBuilder {

    private final String file;
    private final Language language;
    private String module = "";
    private final List<OpenDefinition> definitions = new ArrayList<>();
    private final List<OpenBinding> bindings = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final Map<String, SourceSummary.Syntax> syntax = new LinkedHashMap<>();
    private final List<SourceSummary.Remark> remarks = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();

    public SummaryBuilder(String file, Language language) {
        this.file = file;
        this.language = language;
    }

    public String file() {
        return file;
    }

    /** Says which package the file declares. */
    public void module(String name) {
        module = name;
    }

    /** A definition whose parameters, returns and supertypes are still to come. */
    public static final class OpenDefinition {
        private final int id;
        private final Definition.Kind kind;
        private final String name;
        private final int parent;
        private final Region region;
        private final Region nameRegion;
        private Set<Definition.Trait> traits;

        /** Bindings of the parameters so far. */
        public final List<Integer> parameters = new ArrayList<>(2);

        /** What it may return, as far as seen. */
        public final List<Expr> returns = new ArrayList<>(1);

        /** What it extends and implements. */
        public final List<Expr> supertypes = new ArrayList<>(0);

        /** The declared type of what it returns. */
        public @Nullable Expr returnType;

        private OpenDefinition(
                int id,
                Definition.Kind kind,
                String name,
                int parent,
                Region region,
                Region nameRegion,
                Set<Definition.Trait> traits) {
            this.id = id;
            this.kind = kind;
            this.name = name;
            this.parent = parent;
            this.region = region;
            this.nameRegion = nameRegion;
            this.traits = traits;
        }

        public int id() {
            return id;
        }

        /** Adds what only the body shows. */
        public void trait(Definition.Trait trait) {
            EnumSet<Definition.Trait> all = EnumSet.of(trait);
            all.addAll(traits);
            traits = all;
        }

        public Definition.Kind kind() {
            return kind;
        }

        public int parent() {
            return parent;
        }
    }

    /** A binding whose values are still to come. */
    public static final class OpenBinding {
        private final int id;
        private final Binding.Kind kind;
        private final String name;
        private final int definition;
        private final Region region;
        private boolean isStatic;

        /** The declared type, if there is one. */
        public @Nullable Expr type;

        /** Every value it is given, so far. */
        public final List<Expr> values = new ArrayList<>(1);

        /** Whether it is assigned to after its declaration. */
        public boolean reassigned;

        /** Says that every instance has one of its own, whatever its class begins it with. */
        public void ofInstances() {
            isStatic = false;
        }

        private OpenBinding(
                int id,
                Binding.Kind kind,
                String name,
                int definition,
                Region region,
                boolean isStatic) {
            this.id = id;
            this.kind = kind;
            this.name = name;
            this.definition = definition;
            this.region = region;
            this.isStatic = isStatic;
        }

        public int id() {
            return id;
        }

        public Binding.Kind kind() {
            return kind;
        }

        public int definition() {
            return definition;
        }
    }

    public OpenDefinition definition(
            Definition.Kind kind,
            String name,
            int parent,
            Region region,
            Region nameRegion,
            Set<Definition.Trait> traits) {
        OpenDefinition definition =
                new OpenDefinition(
                        definitions.size(), kind, name, parent, region, nameRegion, traits);
        definitions.add(definition);
        return definition;
    }

    public OpenDefinition definition(int id) {
        return definitions.get(id);
    }

    public OpenBinding binding(
            Binding.Kind kind, String name, int definition, Region region, boolean isStatic) {
        OpenBinding binding =
                new OpenBinding(bindings.size(), kind, name, definition, region, isStatic);
        bindings.add(binding);
        return binding;
    }

    /** The name of a binding. */
    public String nameOf(int id) {
        return bindings.get(id).name;
    }

    /** Where a definition's name stands. */
    public Region nameRegionOf(int id) {
        return definitions.get(id).nameRegion;
    }

    /** Where a binding's name is declared. */
    public Region regionOf(int id) {
        return bindings.get(id).region;
    }

    public OpenBinding binding(int id) {
        return bindings.get(id);
    }

    /** Adds an import; its id is the one returned. */
    public int imported(
            Import.Kind kind,
            String specifier,
            Region region,
            int definition,
            int guard,
            boolean caught) {
        imports.add(new Import(imports.size(), kind, specifier, region, definition, guard, caught));
        return imports.size() - 1;
    }

    /** Notes a form that older versions of the language cannot read. */
    public void syntax(String name, Region region) {
        syntax.computeIfAbsent(name, key -> new SourceSummary.Syntax(key, region));
    }

    public void export(String name, Expr value, Region region) {
        exports.add(new Export(name, value, region, false));
    }

    /** An export by a declaration of an ES module. */
    public void exportDeclared(String name, Expr value, Region region) {
        exports.add(new Export(name, value, region, true));
    }

    /** Adds a use; its id is the one returned. */
    public int use(
            Use.Kind kind,
            Expr target,
            List<Use.Argument> arguments,
            Region region,
            int definition,
            int binding,
            int guard,
            Use.Outcome outcome,
            boolean caught,
            boolean loop) {
        int id = uses.size();
        uses.add(
                new Use(
                        id, kind, target, arguments, region, definition, binding, guard, outcome,
                        caught, loop));
        return id;
    }

    /** Adds a use that stands at a frame, of no binding; gives what it results in. */
    public Expr.Result use(
            Use.Kind kind,
            Expr target,
            List<Use.Argument> arguments,
            Region region,
            Frame frame,
            Use.Outcome outcome) {
        return new Expr.Result(
                use(
                        kind,
                        target,
                        arguments,
                        region,
                        frame.definition(),
                        -1,
                        frame.guard(),
                        outcome,
                        frame.caught(),
                        frame.loop()));
    }

    /** Adds an annotation of a definition, or of one of its bindings unless that is -1. */
    public void annotation(
            Expr target,
            List<Use.Argument> arguments,
            Region region,
            int definition,
            int binding) {
        use(
                Use.Kind.ANNOTATION,
                target,
                arguments,
                region,
                definition,
                binding,
                -1,
                Use.Outcome.KEPT,
                false,
                false);
    }

    public void write(Expr target, Expr value, String operator, Region region, Frame frame) {
        writes.add(
                new Write(target, value, operator, region, frame.definition(), frame.guard()));
    }

    public void access(Access access) {
        accesses.add(access);
    }

    /** Adds a guard; its id is the one returned. */
    public int guard(Expr condition, boolean holds, int parent) {
        guards.add(new Guard(guards.size(), condition, holds, parent));
        return guards.size() - 1;
    }

    /** A guard that holds when this one does not, beneath the same guard around it. */
    public int opposite(int id) {
        Guard guard = guards.get(id);
        return guard(guard.condition(), !guard.holds(), guard.parent());
    }

    /** Whether this guard, or one around it, is of a kind. */
    public boolean isUnder(int id, BiPredicate<Expr, Boolean> kind) {
        for (int at = id; at >= 0; at = guards.get(at).parent()) {
            if (kind.test(guards.get(at).condition(), guards.get(at).holds())) {
                return true;
            }
        }
        return false;
    }

    public void remark(String text, Region region) {
        remarks.add(new SourceSummary.Remark(text, region));
    }

    public void notification(Notification notification) {
        notifications.add(notification);
    }

    public SourceSummary build() {
        List<Definition> closedDefinitions = new ArrayList<>(definitions.size());
        for (OpenDefinition open : definitions) {
            closedDefinitions.add(
                    new Definition(
                            open.id,
                            open.kind,
                            open.name,
                            open.parent,
                            open.region,
                            open.nameRegion,
                            open.parameters,
                            open.returns,
                            open.supertypes,
                            open.returnType,
                            open.traits));
        }
        List<Binding> closedBindings = new ArrayList<>(bindings.size());
        for (OpenBinding open : bindings) {
            closedBindings.add(
                    new Binding(
                            open.id,
                            open.kind,
                            open.name,
                            open.definition,
                            open.region,
                            open.type,
                            open.values,
                            open.isStatic,
                            open.reassigned));
        }
        return new SourceSummary(
                file,
                language,
                module,
                closedDefinitions,
                closedBindings,
                imports,
                exports,
                uses,
                writes,
                accesses,
                guards,
                List.copyOf(syntax.values()),
                remarks,
                notifications);
    }
}
