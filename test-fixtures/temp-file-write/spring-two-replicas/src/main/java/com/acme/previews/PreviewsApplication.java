package com.acme.previews;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class PreviewsApplication {
    private static final Path LAST = Path.of("/tmp/last.html");

    @PostMapping("/last")
    public void save(@RequestBody String page) throws IOException {
        Files.writeString(LAST, page); // expect: temp-file-write
    }

    @GetMapping("/last")
    public String show() throws IOException {
        return Files.readString(LAST);
    }

    public static void main(String[] args) {
        SpringApplication.run(PreviewsApplication.class, args);
    }
}
