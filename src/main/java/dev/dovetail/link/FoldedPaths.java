package dev.dovetail.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** File paths among folded values. */
public final class FoldedPaths {

    private FoldedPaths() {}

    /** {@code .} and {@code ..} worked out, where the text is known; a leading {@code ./} is kept. */
    static Folded normalize(Folded path) {
        if (path instanceof Folded.Partial partial) {
            int end = partial.prefix().lastIndexOf('/') + 1;
            String folder = partial.prefix().substring(0, end);
            if (folder.length() > 1 && !partial.suffix().contains("..")) {
                return new Folded.Partial(
                        normalize(folder) + "/" + partial.prefix().substring(end),
                        partial.suffix());
            }
            return path;
        }
        return path.text().<Folded>map(text -> new Folded.Known(normalize(text))).orElse(path);
    }

    private static String normalize(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        if (path.startsWith("/")) {
            return "/" + joined;
        }
        return joined.startsWith("..") ? joined : "./" + joined;
    }

    /**
     * Whether a path lies under a folder of the unit's file system: an absolute one, or one that is
     * written from the application's own, such as {@code ./uploads}.
     *
     * <p>A relative path lies in the application's own folder. A path of which only the end is known
     * may lie anywhere.
     */
    public static Truth isUnder(Folded path, String folder) {
        if (path instanceof Folded.Choice choice) {
            Truth first = isUnder(choice.options().get(0), folder);
            boolean same =
                    choice.options().stream().allMatch(option -> isUnder(option, folder) == first);
            return same ? first : Truth.UNKNOWN;
        }
        Optional<String> start =
                path instanceof Folded.Partial partial
                        ? Optional.of(partial.prefix()).filter(prefix -> !prefix.isEmpty())
                        : path.text();
        if (start.isEmpty()) {
            return Truth.UNKNOWN;
        }
        if (folder.startsWith(".")) {
            return isUnder(plain(start.get()), path instanceof Folded.Known, plain(folder));
        }
        String text = start.get();
        boolean whole = path instanceof Folded.Known;
        if (text.equals(folder) || text.startsWith(folder.endsWith("/") ? folder : folder + "/")) {
            return Truth.YES;
        }
        if (!whole && folder.startsWith(text)) {
            return Truth.UNKNOWN;
        }
        return Truth.NO;
    }

    private static Truth isUnder(String path, boolean whole, String folder) {
        if (path.startsWith("/") || path.startsWith("..")) {
            return Truth.NO;
        }
        if (folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/")) {
            return Truth.YES;
        }
        return !whole && folder.startsWith(path) ? Truth.UNKNOWN : Truth.NO;
    }

    /** A relative path without what says nothing: {@code ./uploads/} is {@code uploads}. */
    private static String plain(String path) {
        String normal = path.startsWith("/") ? path : normalize(path);
        return normal.equals(".") || normal.equals("./") ? "" : normal.replaceFirst("^\\./", "");
    }
}
