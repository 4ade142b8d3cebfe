package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    private final ProxyManager<String> buckets = Buckets.inRedis();

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        var configuration = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder().capacity(10).refillGreedy(10, Duration.ofMinutes(1)).build())
                .build();
        var bucket = buckets.builder().build(event.get("customer"), () -> configuration);
        return bucket.tryConsume(1) ? "ok" : "too many";
    }
}
