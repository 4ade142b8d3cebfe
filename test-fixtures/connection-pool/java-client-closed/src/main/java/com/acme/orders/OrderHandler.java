package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try (MongoClient client = MongoClients.create(System.getenv("MONGO_URL"))) {
            return client.getDatabase("orders").getName();
        }
    }
}
