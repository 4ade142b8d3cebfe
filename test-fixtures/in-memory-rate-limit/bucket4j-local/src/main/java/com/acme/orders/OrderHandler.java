package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    // expect: in-memory-rate-limit
    private final Bucket bucket = Bucket.builder()
            .addLimit(Bandwidth.builder().capacity(10).refillGreedy(10, Duration.ofMinutes(1)).build())
            .build();

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        return bucket.tryConsume(1) ? "ok" : "too many";
    }
}
