package com.example.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

@Service
public class PhotoStore {
    private final Path photos;
    private final Path scratch;

    public PhotoStore() {
        this.photos = Paths.get("photos").toAbsolutePath().normalize();
        this.scratch = Path.of("/tmp").resolve("photos").toAbsolutePath();
    }

    public void keep(String album, MultipartFile photo) throws IOException {
        Path target = photos.resolve(album).normalize();
        Files.copy(photo.getInputStream(), target.resolve("photo.jpg")); // expect: local-file-write
    }

    public void preview(MultipartFile photo) throws IOException {
        Files.copy(photo.getInputStream(), scratch.resolve("preview.jpg"));
    }
}
