package dev.dovetail.lsp;

import dev.dovetail.lsp.live.Checker;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** A language server for one client, from its first message to its last. */
public final class LanguageServerProcess {

    private LanguageServerProcess() {}

    /**
     * Serves until the client says {@code exit}, closes its end or dies.
     *
     * @param checkers makes the analysis of a folder, which the client names
     * @return the exit status that the protocol asks for: 0 when {@code shutdown} came before
     */
    public static int run(
            InputStream in,
            OutputStream out,
            Function<Path, Checker> checkers,
            String version) {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        DovetailServer server = new DovetailServer(checkers, version, exit);
        ExecutorService messages =
                Executors.newCachedThreadPool(
                        work -> {
                            Thread thread = new Thread(work, "messages");
                            thread.setDaemon(true);
                            return thread;
                        });
        try {
            Launcher<LanguageClient> launcher =
                    LSPLauncher.createServerLauncher(server, in, out, messages, each -> each);
            server.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            messages.execute(() -> endOf(listening, exit));
            int status = exit.join();
            server.end();
            return status;
        } finally {
            // The one that reads is left to wait: it may be interrupted by the client alone.
            messages.shutdown();
        }
    }

    private static void endOf(Future<Void> listening, CompletableFuture<Integer> exit) {
        try {
            listening.get();
        } catch (ExecutionException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exit.complete(1);
    }
}
