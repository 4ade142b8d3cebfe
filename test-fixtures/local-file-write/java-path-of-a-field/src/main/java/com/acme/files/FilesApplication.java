package com.acme.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@SpringBootApplication
@RestController
public class FilesApplication {
    private final Path uploads;
    private final Path scratch = Paths.get("/tmp").resolve("scratch");

    public FilesApplication() {
        this.uploads = Paths.get("uploads").toAbsolutePath().normalize();
    }

    @PostMapping("/files")
    public void save(@RequestParam MultipartFile file) throws IOException {
        Files.createDirectories(scratch);
        // expect: local-file-write
        Files.createDirectories(uploads.resolve("letters"));
    }

    public static void main(String[] args) {
        SpringApplication.run(FilesApplication.class, args);
    }
}
