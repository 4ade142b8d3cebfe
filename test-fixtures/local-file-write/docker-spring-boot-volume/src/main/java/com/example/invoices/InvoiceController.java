package com.example.invoices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class InvoiceController {

    @PutMapping("/invoices/{number}")
    public void store(@PathVariable String number, @RequestBody byte[] pdf) throws IOException {
        Files.write(Path.of("/app/invoices", number), pdf);
    }
}
