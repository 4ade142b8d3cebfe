package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        Thread printing = new Thread(() -> System.out.println(event.get("id")));
        // expect: background-after-response
        printing.start();
        return "done";
    }
}
