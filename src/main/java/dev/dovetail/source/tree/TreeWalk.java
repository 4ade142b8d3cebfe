package dev.dovetail.source.tree;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Fields;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;

/** One walk over one file, of whatever language: how deep it goes, and what it says at its end. */
public abstract class TreeWalk {

    public final SyntaxTree tree;
    public final SummaryBuilder summary;
    public final Fields fields;

    private int depth;
    private boolean tooDeep;

    protected TreeWalk(String file, SyntaxTree tree, Language language) {
        this.tree = tree;
        this.summary = new SummaryBuilder(file, language);
        this.fields = new Fields(summary);
    }

    /** What a bare name stands for. */
    public abstract Expr name(Frame frame, String name);

    /** The text of a comment from some point of it on, without what closes the comment. */
    protected abstract String withoutEnd(String comment);

    /** Goes one level down; false when that is too deep, and then nothing may be walked. */
    public final boolean enter() {
        if (depth >= Limits.SOURCE_NESTING) {
            tooDeep = true;
            return false;
        }
        depth++;
        return true;
    }

    public final void leave() {
        depth--;
    }

    /** What a name that stands in code means; an access, where it is one of the file's variables. */
    public final Expr mention(int node, Frame frame, Access.Role role) {
        Expr named = name(frame, tree.text(node));
        if (named instanceof Expr.Ref ref) {
            SummaryBuilder.OpenBinding binding = summary.binding(ref.binding());
            boolean state =
                    binding.kind() == Binding.Kind.VARIABLE
                            && binding.definition() == SourceSummary.MODULE;
            if (state && frame.definition() != SourceSummary.MODULE) {
                summary.access(
                        new Access(ref.binding(), frame.definition(), tree.region(node), role));
            }
        }
        return named;
    }

    /** Ends the walk: the summary, with the file's remarks and what could not be read of it. */
    protected final SourceSummary finish() {
        remarks();
        notifyOfErrors();
        return summary.build();
    }

    private void remarks() {
        for (int node = 0; node < tree.size(); node++) {
            if (tree.is(node, "comment")) {
                String comment = tree.text(node);
                int at = comment.indexOf("dovetail-");
                if (at >= 0) {
                    String remark = withoutEnd(comment.substring(at));
                    summary.remark(remark.strip(), tree.region(node));
                }
            }
        }
    }

    private void notifyOfErrors() {
        if (tree.gaveUp()) {
            summary.notification(Notification.tooSlow(summary.file()));
        }
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
                                    + Limits.SOURCE_NESTING
                                    + " levels deep; what stands deeper is not analysed.",
                            Place.startOf(summary.file())));
        }
    }
}
