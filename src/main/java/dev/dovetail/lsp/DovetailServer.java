package dev.dovetail.lsp;

import dev.dovetail.lsp.answers.ShowWay;
import dev.dovetail.lsp.live.Checker;
import dev.dovetail.lsp.live.FileUri;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The server's life: what it can do, and when it begins and ends. */
final class DovetailServer implements LanguageServer {

    private final Function<Path, Checker> checkers;
    private final String version;
    private final CompletableFuture<Integer> exit;
    private final Documents documents = new Documents(this::session);
    private final Folders foldersService = new Folders(this::session);
    private final CompletableFuture<LanguageClient> remote = new CompletableFuture<>();
    private volatile @Nullable Session session;
    private volatile List<WorkspaceFolder> firstFolders = List.of();
    private volatile boolean shutDown;

    /**
     * A server that waits for {@code initialize}.
     *
     * @param exit completed with the process's exit status
     */
    DovetailServer(
            Function<Path, Checker> checkers,
            String version,
            CompletableFuture<Integer> exit) {
        this.checkers = checkers;
        this.version = version;
        this.exit = exit;
    }

    /** Says who the client is; before it begins to speak. */
    void connect(LanguageClient client) {
        remote.complete(client);
    }

    /** What there is from {@code initialize} to {@code shutdown}. */
    private Session session() {
        Session now = session;
        if (now == null) {
            throw new ResponseErrorException(
                    shutDown
                            ? new ResponseError(
                                    ResponseErrorCode.InvalidRequest, "shut down already", null)
                            : new ResponseError(
                                    ResponseErrorCode.ServerNotInitialized,
                                    "initialize comes first",
                                    null));
        }
        return now;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams asked) {
        exitWith(asked.getProcessId());
        firstFolders = folders(asked);
        return remote.thenApply(
                client -> {
                    session =
                            new Session(
                                    new Client(
                                            client, Optional.ofNullable(asked.getCapabilities())),
                                    checkers);
                    return new InitializeResult(
                            capabilities(), new ServerInfo("dovetail", version));
                });
    }

    /** Editors that die without a word take the server with them. */
    private void exitWith(@Nullable Integer editor) {
        if (editor != null) {
            ProcessHandle.of(editor)
                    .ifPresent(
                            process -> {
                                var unused = process.onExit().thenRun(() -> exit.complete(1));
                            });
        }
    }

    // Of two older ways to name the one folder, both are still in use.
    @SuppressWarnings("deprecation")
    private static List<WorkspaceFolder> folders(InitializeParams asked) {
        if (asked.getWorkspaceFolders() != null) {
            return asked.getWorkspaceFolders();
        }
        if (asked.getRootUri() != null) {
            return List.of(new WorkspaceFolder(asked.getRootUri(), ""));
        }
        return asked.getRootPath() == null
                ? List.of()
                : List.of(new WorkspaceFolder(FileUri.of(Path.of(asked.getRootPath())), ""));
    }

    private static ServerCapabilities capabilities() {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setCodeLensProvider(new CodeLensOptions(false));
        capabilities.setCodeActionProvider(
                new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.Empty)));
        capabilities.setExecuteCommandProvider(
                new ExecuteCommandOptions(List.of(ShowWay.COMMAND)));
        WorkspaceFoldersOptions several = new WorkspaceFoldersOptions();
        several.setSupported(true);
        several.setChangeNotifications(true);
        WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(several);
        FileOperationOptions all =
                new FileOperationOptions(
                        List.of(new FileOperationFilter(new FileOperationPattern("**/*"), "file")));
        FileOperationsServerCapabilities operations = new FileOperationsServerCapabilities();
        operations.setDidCreate(all);
        operations.setDidRename(all);
        operations.setDidDelete(all);
        workspace.setFileOperations(operations);
        capabilities.setWorkspace(workspace);
        return capabilities;
    }

    @Override
    public void initialized(InitializedParams nothing) {
        Session begun = session();
        begun.client().watchFiles();
        firstFolders.forEach(begun::add);
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        end();
        return CompletableFuture.completedFuture(null);
    }

    /** Analyses nothing more. */
    void end() {
        Session ended = session;
        if (ended != null) {
            ended.close();
        }
        shutDown = true;
        session = null;
    }

    @Override
    public void exit() {
        exit.complete(shutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return foldersService;
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams progress) {
        // Progress is said not to be cancellable; clients that ask all the same are not refused.
    }

    @Override
    public void setTrace(SetTraceParams trace) {
        // Clients write what was said and heard into their own log.
    }
}
