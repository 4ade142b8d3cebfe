package dev.dovetail.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The directory tree that is checked, as a set of named texts.
 *
 * <p>Paths are relative to the root, with {@code /} between their parts and no {@code .} or {@code
 * ..}. Nothing outside the root is ever read, whatever links or paths say.
 */
public interface Workspace {

    /** All files that are not ignored, generated or vendored, in path order. */
    List<String> files();

    /** Whether {@code path} is one of {@link #files()}, in exactly this case. */
    boolean has(String path);

    /** Whether some file lies beneath the folder {@code path}; the root is the empty string. */
    boolean hasFolder(String path);

    /** Files directly or indirectly beneath the folder {@code path}, in path order. */
    List<String> filesUnder(String path);

    /**
     * The text of a file, or empty when there is none, it is too large or it cannot be read; why is
     * then one of {@link #notifications()}.
     */
    Optional<String> read(String path);

    /** The length of a file in bytes; empty when there is none, or it is not known. */
    default OptionalLong size(String path) {
        return OptionalLong.empty();
    }

    /** What was met while files were listed and read so far, in path order. */
    List<Notification> notifications();
}
