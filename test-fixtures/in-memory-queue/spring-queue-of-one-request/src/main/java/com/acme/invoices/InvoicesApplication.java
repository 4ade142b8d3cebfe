package com.acme.invoices;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class InvoicesApplication {
    @PostMapping("/batches")
    public int batch(@RequestBody String invoices) {
        BlockingQueue<String> parts = new LinkedBlockingQueue<>();
        for (String invoice : invoices.split(",")) {
            parts.offer(invoice);
        }
        int pages = 0;
        while (parts.poll() != null) {
            pages++;
        }
        return pages;
    }

    public static void main(String[] args) {
        SpringApplication.run(InvoicesApplication.class, args);
    }
}
