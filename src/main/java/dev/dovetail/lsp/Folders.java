package dev.dovetail.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.dovetail.lsp.answers.ShowWay;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileCreate;
import org.eclipse.lsp4j.FileDelete;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the client says of its folders and of files that are not open. */
final class Folders implements WorkspaceService {

    private final Supplier<Session> session;

    Folders(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams changed) {
        // There are no settings of the server; those of a workspace are files in it.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams changed) {
        changedOnDisk(changed.getChanges().stream().map(FileEvent::getUri));
    }

    @Override
    public void didCreateFiles(CreateFilesParams created) {
        changedOnDisk(created.getFiles().stream().map(FileCreate::getUri));
    }

    @Override
    public void didRenameFiles(RenameFilesParams renamed) {
        changedOnDisk(
                renamed.getFiles().stream()
                        .flatMap(file -> Stream.of(file.getOldUri(), file.getNewUri())));
    }

    @Override
    public void didDeleteFiles(DeleteFilesParams deleted) {
        changedOnDisk(deleted.getFiles().stream().map(FileDelete::getUri));
    }

    private void changedOnDisk(Stream<String> uris) {
        session.get().changedOnDisk(uris.toList());
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams changed) {
        Session current = session.get();
        changed.getEvent().getRemoved().forEach(current::remove);
        changed.getEvent().getAdded().forEach(current::add);
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams asked) {
        List<Object> arguments = asked.getArguments();
        if (asked.getCommand().equals(ShowWay.COMMAND) && arguments.size() == 4) {
            Gson json = new Gson();
            Location[] places = json.fromJson((JsonElement) arguments.get(2), Location[].class);
            String[] labels = json.fromJson((JsonElement) arguments.get(3), String[].class);
            if (places.length == labels.length && places.length > 0) {
                session.get().client().show("The way", List.of(places), List.of(labels));
            }
        }
        return CompletableFuture.completedFuture(null);
    }
}
