package dev.dovetail.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arithmetic on paths: those of a workspace are relative, with {@code /} between the parts and the
 * root empty.
 */
public final class Paths {

    private Paths() {}

    /** The folder a file lies in; the empty string for the root. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name after its last dot, or the empty string. */
    public static String extension(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }

    /** The path without its extension. */
    public static String withoutExtension(String path) {
        String extension = extension(path);
        return extension.isEmpty() ? path : path.substring(0, path.length() - extension.length() - 1);
    }

    /**
     * {@code relative} as seen from {@code folder}, normalized; empty when it leaves the workspace.
     *
     * @param relative a path with {@code /} or {@code \}, which may hold {@code .} and {@code ..}
     */
    public static Optional<String> resolve(String folder, String relative) {
        List<String> parts = new ArrayList<>();
        if (!folder.isEmpty()) {
            parts.addAll(List.of(folder.split("/")));
        }
        for (String part : relative.replace('\\', '/').split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /**
     * A path in a file system of its own, such as an image's, as seen from a folder in it; normalized,
     * absolute. {@code ..} at the root stays there.
     */
    public static String absolute(String folder, String path) {
        String whole = path.startsWith("/") ? path : folder + "/" + path;
        List<String> parts = new ArrayList<>();
        for (String part : whole.split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /** Whether {@code path} is {@code folder} or lies beneath it. */
    public static boolean isUnder(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }
}
