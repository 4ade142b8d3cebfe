package com.acme.scans;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
public class ScanController {
    private final String folder;

    @Value("${scans.scratch}")
    private String scratch;

    public ScanController(@Value("${scans.folder:/tmp/none}") String folder) {
        this.folder = folder;
    }

    @PostMapping("/scans")
    public void keep(@RequestParam MultipartFile scan) throws IOException {
        // expect: local-file-write
        scan.transferTo(Path.of(folder, scan.getOriginalFilename()));
    }

    @PostMapping("/scratch")
    public void scratch(@RequestParam MultipartFile scan) throws IOException {
        scan.transferTo(new File(scratch, scan.getOriginalFilename()));
    }
}
