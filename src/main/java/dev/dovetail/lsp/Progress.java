package dev.dovetail.lsp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Work that the user sees going on, from its beginning to {@link #end}. */
final class Progress {

    private final Client client;
    private final Either<String, Integer> token;
    private final CompletableFuture<Void> begun;

    private Progress(Client client, String token, String title) {
        this.client = client;
        this.token = Either.forLeft(token);
        WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
        begin.setTitle(title);
        begin.setCancellable(false);
        this.begun =
                client.remote()
                        .createProgress(new WorkDoneProgressCreateParams(this.token))
                        .thenRun(() -> tell(begin));
    }

    /** Begins, where the client shows progress. */
    static Optional<Progress> begin(Client client, String token, String title) {
        return client.showsProgress()
                ? Optional.of(new Progress(client, token, title))
                : Optional.empty();
    }

    void end(String message) {
        WorkDoneProgressEnd end = new WorkDoneProgressEnd();
        end.setMessage(message);
        client.expect(begun.thenRun(() -> tell(end)));
    }

    private void tell(WorkDoneProgressNotification what) {
        client.remote().notifyProgress(new ProgressParams(token, Either.forLeft(what)));
    }
}
