package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final Shipping shipping = new Shipping();

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        // expect: background-after-response
        executor.submit(() -> shipping.ship(event.get("id")));
        // expect: background-after-response
        CompletableFuture.runAsync(() -> shipping.ship(event.get("id")));
        return "accepted";
    }
}
