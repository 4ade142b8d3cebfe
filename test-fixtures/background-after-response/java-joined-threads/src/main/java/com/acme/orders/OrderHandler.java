package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            Thread printing = new Thread(() -> System.out.println(event.get("id")));
            printing.start();
            printing.join();
            pool(event);
            return "done";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private void pool(Map<String, String> event) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        CountDownLatch latch = new CountDownLatch(1);
        executor.submit(latch::countDown);
        executor.execute(() -> System.out.println(event.get("id")));
        executor.shutdown();
        executor.awaitTermination(5, TimeUnit.SECONDS);
    }
}
