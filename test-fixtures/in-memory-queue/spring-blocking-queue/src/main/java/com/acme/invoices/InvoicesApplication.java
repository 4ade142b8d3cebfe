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
    private final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();

    public InvoicesApplication() {
        Thread worker = new Thread(this::work);
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        try {
            while (true) {
                System.out.println("rendering " + jobs.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PostMapping("/invoices")
    public void invoice(@RequestBody String invoice) {
        jobs.offer(invoice); // expect: in-memory-queue
    }

    public static void main(String[] args) {
        SpringApplication.run(InvoicesApplication.class, args);
    }
}
