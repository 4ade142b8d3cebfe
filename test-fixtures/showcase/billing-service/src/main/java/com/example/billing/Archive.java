package com.example.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of what was issued. */
class Archive {

    private static final Path FOLDER = Path.of("archive");

    void keep(String id, String text) {
        try {
            Files.writeString(FOLDER.resolve(id + ".json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
