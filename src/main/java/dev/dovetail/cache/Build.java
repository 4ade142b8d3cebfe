package dev.dovetail.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which build of the program this is: two with the same name give the same answers. A version would
 * not do, for a developer's builds all have the same.
 */
public final class Build {

    /** Its name beside this class. */
    private static final String NAME = "build.id";

    private Build() {}

    /** Empty when the build did not say it. */
    public static Optional<String> id() {
        try (InputStream in = Build.class.getResourceAsStream(NAME)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes it; run by the build.
     *
     * @param arguments the folder of classes and resources, and the file that names the libraries
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path own = classes.resolve(Build.class.getName().replace('.', '/')).resolveSibling(NAME);
        Digest digest = new Digest();
        for (Path file : files(classes)) {
            if (!file.equals(own)) {
                digest.add(classes.relativize(file).toString()).add(Files.readAllBytes(file));
            }
        }
        digest.add(Files.readAllBytes(Path.of(arguments[1])));
        Files.writeString(own, digest.hex());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
