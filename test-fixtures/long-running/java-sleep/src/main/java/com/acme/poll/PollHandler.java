package com.acme.poll;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

public class PollHandler implements RequestHandler<Map<String, String>, String> {
    private static final long PAUSE = Duration.ofMinutes(2).toMillis();

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            // expect: long-running
            Thread.sleep(60_000);
            // expect: long-running
            Thread.sleep(PAUSE);
            // expect: long-running
            TimeUnit.SECONDS.sleep(45);
            TimeUnit.MILLISECONDS.sleep(45);
            Thread.sleep(200);
            Thread.sleep(Long.parseLong(event.get("pause")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done";
    }
}
