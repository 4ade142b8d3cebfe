package dev.dovetail.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * A folder as a git revision has it. Objects are read, nothing is checked out and no git is run.
 * Files that another workspace leaves out as generated or vendored are left out here too.
 */
public final class RevisionWorkspace implements Workspace, AutoCloseable {

    /** There is no repository, or no such revision in it. */
    public static final class NoRevision extends Exception {
        private static final long serialVersionUID = 1L;

        NoRevision(String message) {
            super(message);
        }
    }

    private final Repository repository;
    private final Map<String, ObjectId> objects;
    private final FileTree tree;
    private final Set<Notification> notifications = new ConcurrentSkipListSet<>();

    private RevisionWorkspace(Repository repository, Map<String, ObjectId> objects) {
        this.repository = repository;
        this.objects = objects;
        this.tree = new FileTree(List.copyOf(objects.keySet()));
    }

    /**
     * The folder at a revision.
     *
     * @param folder a real path within a git work tree
     * @param revision as git names revisions: {@code main}, {@code HEAD~1}, a hash
     */
    public static RevisionWorkspace open(Path folder, String revision)
            throws IOException, NoRevision {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(folder.toFile()).setMustExist(true);
        if (builder.getGitDir() == null) {
            throw new NoRevision("there is no git repository here");
        }
        Repository repository = builder.build();
        try {
            ObjectId tree = repository.resolve(revision + "^{tree}");
            if (tree == null) {
                throw new NoRevision("the repository has no revision '" + revision + "'");
            }
            return new RevisionWorkspace(repository, objects(repository, tree, folder));
        } catch (IOException | NoRevision | RuntimeException e) {
            repository.close();
            if (e instanceof IllegalArgumentException
                    || e instanceof org.eclipse.jgit.errors.RevisionSyntaxException
                    || e instanceof org.eclipse.jgit.errors.AmbiguousObjectException) {
                throw new NoRevision("the repository has no revision '" + revision + "'");
            }
            throw e;
        }
    }

    private static Map<String, ObjectId> objects(Repository repository, ObjectId tree, Path folder)
            throws IOException {
        Path root = repository.getWorkTree().toPath().toRealPath();
        String prefix = root.relativize(folder).toString().replace('\\', '/');
        Map<String, ObjectId> objects = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(false);
            if (!prefix.isEmpty()) {
                walk.setFilter(PathFilter.create(prefix));
            }
            while (walk.next() && objects.size() < Limits.FILES) {
                String path = walk.getPathString();
                boolean deep = walk.getDepth() >= Limits.PATH_DEPTH;
                if (walk.isSubtree()) {
                    if (!deep && !SkippedFolders.skips(walk.getNameString())) {
                        walk.enterSubtree();
                    }
                } else if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                    String inside = prefix.isEmpty() ? path : path.substring(prefix.length() + 1);
                    if (!SkippedFolders.isMinified(walk.getNameString())) {
                        objects.put(inside, walk.getObjectId(0));
                    }
                }
            }
        }
        return objects;
    }

    @Override
    public List<String> files() {
        return tree.files();
    }

    @Override
    public boolean has(String path) {
        return tree.has(path);
    }

    @Override
    public boolean hasFolder(String path) {
        return tree.hasFolder(path);
    }

    @Override
    public List<String> filesUnder(String path) {
        return tree.filesUnder(path);
    }

    @Override
    public Optional<String> read(String path) {
        ObjectId object = objects.get(path);
        if (object == null) {
            return Optional.empty();
        }
        try {
            ObjectLoader loader = repository.open(object, Constants.OBJ_BLOB);
            if (loader.getSize() > Limits.FILE_BYTES) {
                return Optional.empty();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) loader.getSize());
            loader.copyTo(bytes);
            DecodedText decoded = DecodedText.of(bytes.toByteArray(), path);
            return decoded.isBinary() ? Optional.empty() : Optional.of(decoded.text());
        } catch (IOException e) {
            notifications.add(
                    new Notification(
                            Notification.Level.ERROR,
                            "This file cannot be read from the repository; it was not analysed.",
                            Place.startOf(path)));
            return Optional.empty();
        }
    }

    @Override
    public List<Notification> notifications() {
        return List.copyOf(notifications);
    }

    @Override
    public void close() {
        repository.close();
    }
}
