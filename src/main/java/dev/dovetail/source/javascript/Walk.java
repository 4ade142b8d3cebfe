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
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.Set;

/** One walk over one file: what its parts share. */
final class Walk {

    /** Deeper nesting than people write; what stands deeper is left out. */
    static final int MOST_NESTED = 250;

    final SyntaxTree tree;
    final SummaryBuilder summary;
    final Statements statements;
    final Expressions expressions;
    final Functions functions;
    final Classes classes;
    final Patterns patterns;
    final Modules modules;
    final Types types;
    private int depth;
    private boolean tooDeep;

    Walk(String file, SyntaxTree tree) {
        this.tree = tree;
        this.summary = new SummaryBuilder(file, Language.JAVASCRIPT);
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
        remarks();
        notifyOfErrors();
        return summary.build();
    }

    /** Goes one level down; false when that is too deep, and then nothing may be walked. */
    boolean enter() {
        if (depth >= MOST_NESTED) {
            tooDeep = true;
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    /** A name that is bound here. */
    int declare(Frame frame, Binding.Kind kind, int nameNode) {
        String name = tree.text(nameNode);
        SummaryBuilder.OpenBinding binding =
                summary.binding(kind, name, frame.definition(), tree.region(nameNode), false);
        frame.scope().bind(name, binding.id());
        return binding.id();
    }

    /** What a bare name stands for. */
    Expr name(Frame frame, String name) {
        int binding = frame.scope().find(name);
        if (binding >= 0) {
            return new Expr.Ref(binding);
        }
        return name.equals("undefined") ? Expr.Literal.NOTHING : new Expr.Global(name);
    }

    private void remarks() {
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.is(node, "comment")) {
                continue;
            }
            String comment = tree.text(node);
            int at = comment.indexOf("dovetail-");
            if (at >= 0) {
                String text = comment.substring(at);
                if (text.endsWith("*/")) {
                    text = text.substring(0, text.length() - 2);
                }
                summary.remark(text.strip(), tree.region(node));
            }
        }
    }

    private void notifyOfErrors() {
        if (tree.firstError() != SyntaxTree.NONE) {
            summary.notification(
                    new Notification(
                            Notification.Level.WARNING,
                            "This does not parse; what stands around it is analysed without it.",
                            new Place(summary.file(), tree.region(tree.firstError()))));
        }
        if (tooDeep) {
            summary.notification(
                    new Notification(
                            Notification.Level.WARNING,
                            "This file nests more than "
                                    + MOST_NESTED
                                    + " levels deep; what stands deeper is not analysed.",
                            Place.startOf(summary.file())));
        }
    }
}
