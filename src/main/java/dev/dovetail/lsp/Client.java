package dev.dovetail.lsp;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** The editor at the other end, and what it can take. It is asked for nothing that it cannot. */
final class Client {

    private final LanguageClient remote;
    private final Optional<WorkspaceClientCapabilities> workspace;
    private final Optional<WindowClientCapabilities> window;

    Client(LanguageClient remote, Optional<ClientCapabilities> capabilities) {
        this.remote = remote;
        this.workspace = capabilities.map(ClientCapabilities::getWorkspace);
        this.window = capabilities.map(ClientCapabilities::getWindow);
    }

    void publish(PublishDiagnosticsParams diagnostics) {
        remote.publishDiagnostics(diagnostics);
    }

    void log(String message) {
        remote.logMessage(new MessageParams(MessageType.Info, message));
    }

    /** Says in the client's log what broke, for a report of the mistake. */
    void logMistake(String what, Throwable why) {
        StringWriter trace = new StringWriter();
        why.printStackTrace(new PrintWriter(trace));
        remote.logMessage(new MessageParams(MessageType.Error, what + "\n" + trace));
    }

    /** Asks to be told of files that change outside the editor. */
    void watchFiles() {
        if (workspace
                .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
                .orElse(false)) {
            Registration files =
                    new Registration(
                            "dovetail-files",
                            "workspace/didChangeWatchedFiles",
                            new DidChangeWatchedFilesRegistrationOptions(
                                    List.of(new FileSystemWatcher(Either.forLeft("**/*")))));
            expect(remote.registerCapability(new RegistrationParams(List.of(files))));
        }
    }

    /** Lenses that are shown may no longer be right. */
    void refreshLenses() {
        if (workspace
                .map(WorkspaceClientCapabilities::getCodeLens)
                .map(CodeLensWorkspaceCapabilities::getRefreshSupport)
                .orElse(false)) {
            expect(remote.refreshCodeLenses());
        }
    }

    boolean showsProgress() {
        return window.map(WindowClientCapabilities::getWorkDoneProgress).orElse(false);
    }

    LanguageClient remote() {
        return remote;
    }

    /** Shows one of several places: the only one, or that which the user picks. */
    void show(String title, List<Location> places, List<String> labels) {
        if (places.size() == 1) {
            show(places.get(0));
            return;
        }
        ShowMessageRequestParams question =
                new ShowMessageRequestParams(
                        labels.stream().distinct().map(MessageActionItem::new).toList());
        question.setType(MessageType.Info);
        question.setMessage(title + ": " + String.join(" → ", labels));
        expect(
                remote.showMessageRequest(question)
                        .thenAccept(
                                picked -> {
                                    int index =
                                            picked == null
                                                    ? -1
                                                    : labels.indexOf(picked.getTitle());
                                    if (index >= 0) {
                                        show(places.get(index));
                                    }
                                }));
    }

    /** Nothing hangs on the answer, but a client that refuses is not passed over in silence. */
    <T> void expect(CompletableFuture<T> answer) {
        var unused =
                answer.exceptionally(
                        refusal -> {
                            log("The client refused: " + refusal.getMessage());
                            return null;
                        });
    }

    private void show(Location place) {
        if (window.map(WindowClientCapabilities::getShowDocument)
                .map(ShowDocumentCapabilities::isSupport)
                .orElse(false)) {
            ShowDocumentParams document = new ShowDocumentParams(place.getUri());
            document.setSelection(place.getRange());
            document.setTakeFocus(true);
            expect(remote.showDocument(document));
        } else {
            remote.showMessage(
                    new MessageParams(
                            MessageType.Info,
                            "%s, line %d"
                                    .formatted(
                                            place.getUri(),
                                            place.getRange().getStart().getLine() + 1)));
        }
    }
}
