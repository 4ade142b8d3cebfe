package dev.dovetail.lsp.live;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths of this machine as URIs, in the spellings that editors use. */
public final class FileUri {

    private FileUri() {}

    /**
     * The path that a URI names, absolute and normalized; empty when it names no file of this machine,
     * as {@code untitled:} and {@code git:} do.
     */
    public static Optional<Path> path(String uri) {
        if (!uri.regionMatches(true, 0, "file:", 0, "file:".length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(new URI(escaped(uri))).toAbsolutePath().normalize());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The URI of an absolute path. */
    public static String of(Path path) {
        return path.toUri().toString();
    }

    /** Some clients leave characters as they are that a URI must not hold. */
    private static String escaped(String uri) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : uri.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || "\"<>\\^`{|}[]#?".indexOf(b) >= 0) {
                escaped.append("%%%02X".formatted(b & 0xFF));
            } else {
                escaped.append((char) b);
            }
        }
        return escaped.toString();
    }
}
