package dev.dovetail.lsp;

import dev.dovetail.lsp.answers.Actions;
import dev.dovetail.lsp.answers.Hovers;
import dev.dovetail.lsp.answers.Lenses;
import dev.dovetail.lsp.answers.Places;
import dev.dovetail.lsp.live.OpenFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What the client says of its open files, and asks about them. */
final class Documents implements TextDocumentService {

    private final Supplier<Session> session;

    Documents(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams opened) {
        TextDocumentItem document = opened.getTextDocument();
        Session current = session.get();
        current.edited(
                new OpenFile(document.getUri(), document.getVersion(), document.getText()));
        // It may have been made outside the editor since files were listed.
        current.changedOnDisk(List.of(document.getUri()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams changed) {
        Session current = session.get();
        int version = changed.getTextDocument().getVersion();
        current.openFiles()
                .get(changed.getTextDocument().getUri())
                .ifPresent(
                        file -> {
                            OpenFile edited = file;
                            for (TextDocumentContentChangeEvent edit :
                                    changed.getContentChanges()) {
                                edited = after(edited, version, edit);
                            }
                            current.edited(edited);
                        });
    }

    private static OpenFile after(
            OpenFile file, int version, TextDocumentContentChangeEvent edit) {
        Range range = edit.getRange();
        return range == null
                ? new OpenFile(file.uri(), version, edit.getText())
                : file.edited(
                        version,
                        range.getStart().getLine(),
                        range.getStart().getCharacter(),
                        range.getEnd().getLine(),
                        range.getEnd().getCharacter(),
                        edit.getText());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams closed) {
        session.get().closed(closed.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams saved) {
        session.get().changedOnDisk(List.of(saved.getTextDocument().getUri()));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams asked) {
        return session.get()
                .<Hover>ask(
                        asked.getTextDocument().getUri(),
                        (snapshot, file) ->
                                new Hovers(snapshot)
                                        .at(file, asked.getPosition()).stream().toList())
                .thenApply(all -> all.isEmpty() ? null : all.get(0));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            definition(DefinitionParams asked) {
        return session.get()
                .<Location>ask(
                        asked.getTextDocument().getUri(),
                        (snapshot, file) ->
                                Places.definitions(snapshot, file, asked.getPosition()))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams asked) {
        return session.get()
                .<Location>ask(
                        asked.getTextDocument().getUri(),
                        (snapshot, file) -> Places.references(snapshot, file, asked.getPosition()))
                .thenApply(all -> all);
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams asked) {
        return session.get()
                .<CodeLens>ask(
                        asked.getTextDocument().getUri(),
                        (snapshot, file) -> new Lenses(snapshot).of(file))
                .thenApply(all -> all);
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(
            CodeActionParams asked) {
        return session.get()
                .<CodeAction>ask(
                        asked.getTextDocument().getUri(),
                        (snapshot, file) ->
                                new Actions(snapshot)
                                        .at(
                                                file,
                                                asked.getRange(),
                                                asked.getContext().getDiagnostics()))
                .thenApply(
                        actions ->
                                actions.stream()
                                        .map(Either::<Command, CodeAction>forRight)
                                        .toList());
    }
}
