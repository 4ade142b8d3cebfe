package dev.dovetail.lsp.answers;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fix;
import dev.dovetail.lsp.live.Snapshot;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What can be done about the findings in a range: mend them, ignore with a reason, show the way. */
public final class Actions {

    /** What stands for the reason until its author writes it. */
    private static final String REASON = "why it is right here";

    private final Snapshot snapshot;
    private final Ranges ranges;

    public Actions(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.ranges = new Ranges(snapshot);
    }

    /**
     * Actions for the findings of which an end lies in a range.
     *
     * @param diagnostics those that the client shows there
     */
    public List<CodeAction> at(String file, Range range, List<Diagnostic> diagnostics) {
        List<CodeAction> actions = new ArrayList<>();
        Set<List<Object>> told = new LinkedHashSet<>();
        for (Finding finding : snapshot.checked().findings()) {
            for (Place end : ends(finding)) {
                if (end.file().equals(file) && touch(ranges.of(end), range)) {
                    List<Diagnostic> about = about(finding, end, diagnostics);
                    finding.fixes().stream()
                            .map(fix -> mend(fix, about))
                            .filter(mend -> !actions.contains(mend))
                            .forEach(actions::add);
                    // Of several units that share the code, one stands for all.
                    if (told.add(List.of(finding.rule(), end.region().startLine()))) {
                        ignore(finding, end, about).ifPresent(actions::add);
                        actions.add(showWay(finding, end, about));
                    }
                }
            }
        }
        return actions;
    }

    private static Set<Place> ends(Finding finding) {
        Set<Place> ends = new LinkedHashSet<>();
        ends.add(finding.code());
        finding.config().ifPresent(ends::add);
        return ends;
    }

    private static boolean touch(Range one, Range other) {
        return !isBefore(one.getEnd(), other.getStart())
                && !isBefore(other.getEnd(), one.getStart());
    }

    private static boolean isBefore(Position one, Position other) {
        return one.getLine() < other.getLine()
                || one.getLine() == other.getLine() && one.getCharacter() < other.getCharacter();
    }

    private List<Diagnostic> about(Finding finding, Place end, List<Diagnostic> diagnostics) {
        Range range = ranges.of(end);
        return diagnostics.stream()
                .filter(each -> Diagnostics.SOURCE.equals(each.getSource()))
                .filter(
                        each ->
                                each.getCode() != null
                                        && finding.rule().equals(each.getCode().get())
                                        && range.equals(each.getRange()))
                .toList();
    }

    private Optional<CodeAction> ignore(Finding finding, Place end, List<Diagnostic> about) {
        String remark = "dovetail-ignore: %s -- %s".formatted(finding.rule(), REASON);
        return CommentSyntax.line(end.file(), remark)
                .map(
                        comment -> {
                            Position start = new Position(end.region().startLine() - 1, 0);
                            String line = ranges.line(end);
                            String indent =
                                    line.substring(
                                            0, line.length() - line.stripLeading().length());
                            TextEdit above =
                                    new TextEdit(
                                            new Range(start, start), indent + comment + "\n");
                            return quickFix(
                                    "Ignore %s on this line, with a reason"
                                            .formatted(finding.rule()),
                                    Map.of(snapshot.uri(end.file()), List.of(above)),
                                    about);
                        });
    }

    private CodeAction mend(Fix fix, List<Diagnostic> about) {
        Map<String, List<TextEdit>> edits = new TreeMap<>();
        for (Fix.Edit edit : fix.edits()) {
            edits.computeIfAbsent(snapshot.uri(edit.place().file()), uri -> new ArrayList<>())
                    .add(new TextEdit(Ranges.exact(edit.place()), edit.text()));
        }
        return quickFix(fix.description(), edits, about);
    }

    private static CodeAction quickFix(
            String title, Map<String, List<TextEdit>> edits, List<Diagnostic> about) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(about);
        action.setEdit(new WorkspaceEdit(edits));
        return action;
    }

    private CodeAction showWay(Finding finding, Place end, List<Diagnostic> about) {
        List<Place> way = new ArrayList<>();
        finding.way().forEach(step -> way.add(step.place()));
        if (way.isEmpty()) {
            way.addAll(ends(finding));
        }
        CodeAction action =
                new CodeAction("Show the way from config to code (%s)".formatted(finding.rule()));
        action.setKind(CodeActionKind.Empty);
        action.setDiagnostics(about);
        action.setCommand(
                ShowWay.command(
                        action.getTitle(),
                        ranges.location(end),
                        way.stream().map(ranges::location).toList(),
                        way.stream().map(Place::toString).toList()));
        return action;
    }
}
