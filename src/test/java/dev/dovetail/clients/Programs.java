package dev.dovetail.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine that meet Dovetail in the wild; what is missing is skipped, and said. */
final class Programs {

    /** What a program printed on both its streams, and its exit status. */
    record Result(int status, String output) {}

    private Programs() {}

    /** The program of this name; without it the test is skipped. */
    static Path need(String name) {
        Optional<Path> program =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(program.isPresent(), name + " is not installed here");
        return program.get();
    }

    static Result run(Path folder, Map<String, String> environment, String... command) {
        try {
            Path output = Files.createTempFile("dovetail", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(List.of(command))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        String.join(" ", command) + " did not end: " + Files.readString(output));
            }
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(process.exitValue(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A {@code dovetail} in this folder that runs the classes under test. */
    static void writeLauncher(Path folder) throws IOException {
        Path launcher = folder.resolve("dovetail");
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                exec '%s' -cp '%s' dev.dovetail.cli.Main "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path")));
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException(launcher + " cannot be made executable");
        }
    }
}
