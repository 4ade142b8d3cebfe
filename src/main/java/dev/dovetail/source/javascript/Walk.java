package dev.dovetail.source.javascript;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Language;
import dev.dovetail.source.Scope;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.source.tree.TreeWalk;
import dev.dovetail.workspace.Region;
import java.util.Set;

/** One walk over one file: what its parts share. */
final class Walk extends TreeWalk {

    final Statements statements;
    final Expressions expressions;
    final Functions functions;
    final Classes classes;
    final Patterns patterns;
    final Modules modules;
    final Types types;

    Walk(String file, SyntaxTree tree) {
        super(file, tree, Language.JAVASCRIPT);
        this.statements = new Statements(this);
        this.expressions = new Expressions(this);
        this.functions = new Functions(this);
        this.classes = new Classes(this);
        this.patterns = new Patterns(this);
        this.modules = new Modules(this);
        this.types = new Types(this);
    }

    SourceSummary summarize() {
        Region whole = tree.region(tree.root());
        summary.definition(
                Definition.Kind.MODULE, "", -1, whole, Region.FILE_START, Set.of());
        Frame frame = new Frame(new Scope(null, true), SourceSummary.MODULE, -1, -1, false, false);
        statements.body(tree.root(), frame);
        return finish();
    }

    /** A name that is bound here. */
    int declare(Frame frame, Binding.Kind kind, int nameNode) {
        String name = tree.text(nameNode);
        SummaryBuilder.OpenBinding binding =
                summary.binding(kind, name, frame.definition(), tree.region(nameNode), false);
        frame.scope().bind(name, binding.id());
        return binding.id();
    }

    @Override
    public Expr name(Frame frame, String name) {
        int binding = frame.scope().find(name);
        if (binding >= 0) {
            return new Expr.Ref(binding);
        }
        return name.equals("undefined") ? Expr.Literal.NOTHING : new Expr.Global(name);
    }

    @Override
    protected String withoutEnd(String comment) {
        return comment.endsWith("*/") ? comment.substring(0, comment.length() - 2) : comment;
    }
}
