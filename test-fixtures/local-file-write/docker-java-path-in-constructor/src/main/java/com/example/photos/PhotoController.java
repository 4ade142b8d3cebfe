package com.example.photos;

import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
public class PhotoController {
    private final PhotoStore store;

    public PhotoController(PhotoStore store) {
        this.store = store;
    }

    @PostMapping("/albums/{album}")
    public void add(@PathVariable String album, MultipartFile photo) throws IOException {
        store.keep(album, photo);
        store.preview(photo);
    }
}
