package dev.dovetail.workspace;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The paths of a workspace's files, and the folders that they make. */
public final class FileTree {

    private final List<String> files;
    private final Set<String> names;
    private final Set<String> folders = new HashSet<>();

    /**
     * The tree of some files.
     *
     * @param files in path order, each once
     */
    public FileTree(List<String> files) {
        this.files = List.copyOf(files);
        this.names = new HashSet<>(files);
        for (String file : files) {
            String folder = Paths.parent(file);
            while (folders.add(folder) && !folder.isEmpty()) {
                folder = Paths.parent(folder);
            }
        }
    }

    /** As {@link Workspace#files()}. */
    public List<String> files() {
        return files;
    }

    /** As {@link Workspace#has(String)}. */
    public boolean has(String path) {
        return names.contains(path);
    }

    /** As {@link Workspace#hasFolder(String)}. */
    public boolean hasFolder(String path) {
        return folders.contains(path);
    }

    /** As {@link Workspace#filesUnder(String)}. */
    public List<String> filesUnder(String path) {
        if (path.isEmpty()) {
            return files;
        }
        // '0' follows '/', so these two bound all that starts with the folder's path and a slash.
        return files.subList(indexOf(path + "/"), indexOf(path + "0"));
    }

    private int indexOf(String path) {
        int index = Collections.binarySearch(files, path);
        return index < 0 ? -index - 1 : index;
    }
}
