package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            Future<String> label = executor.submit(() -> event.get("id"));
            CompletableFuture.runAsync(() -> System.out.println(event.get("id"))).join();
            List<CompletableFuture<Void>> all = new ArrayList<>();
            all.add(CompletableFuture.runAsync(() -> System.out.println("one")));
            CompletableFuture.allOf(all.toArray(new CompletableFuture[0])).get();
            return label.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
