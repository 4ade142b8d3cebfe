package dev.dovetail.source.python;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Language;
import dev.dovetail.source.Scope;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.source.tree.TreeWalk;
import dev.dovetail.workspace.Region;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** One walk over one file: what its parts share. */
final class Walk extends TreeWalk {

    final Scope module = new Scope(null, true);
    final Statements statements;
    final Expressions expressions;
    final Assignments assignments;
    final Functions functions;
    final Classes classes;
    final Imports imports;
    final Locals locals;
    final Types types;

    /** Bindings of {@code self} and {@code cls}, and what they stand for. */
    private final Map<Integer, Expr> selves = new HashMap<>();

    private final Map<Scope, Integer> classScopes = new IdentityHashMap<>();

    Walk(String file, SyntaxTree tree) {
        super(file, tree, Language.PYTHON);
        this.statements = new Statements(this);
        this.expressions = new Expressions(this);
        this.assignments = new Assignments(this);
        this.functions = new Functions(this);
        this.classes = new Classes(this);
        this.imports = new Imports(this);
        this.locals = new Locals(this);
        this.types = new Types(this);
    }

    SourceSummary summarize() {
        Region whole = tree.region(tree.root());
        summary.definition(Definition.Kind.MODULE, "", -1, whole, Region.FILE_START, Set.of());
        Frame frame = new Frame(module, SourceSummary.MODULE, -1, -1, false, false);
        locals.declare(tree.root(), frame);
        statements.block(tree.root(), frame);
        locals.export();
        return finish();
    }

    int declare(Frame frame, Binding.Kind kind, String name, int node) {
        int binding =
                summary.binding(kind, name, frame.definition(), tree.region(node), false).id();
        frame.scope().bind(name, binding);
        return binding;
    }

    /** Says that a parameter is the object or the class that a method runs on. */
    void declareSelf(int binding, Expr self) {
        selves.put(binding, self);
    }

    @Override
    public Expr name(Frame frame, String name) {
        int binding = frame.scope().find(name);
        if (binding < 0) {
            return new Expr.Global(name);
        }
        Expr self = selves.get(binding);
        return self == null ? new Expr.Ref(binding) : self;
    }

    void openClass(Scope scope, int classDefinition) {
        classScopes.put(scope, classDefinition);
    }

    /** The class whose body a scope is, or -1. */
    int classOf(Scope scope) {
        return classScopes.getOrDefault(scope, -1);
    }

    @Override
    protected String withoutEnd(String comment) {
        return comment;
    }
}
