package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Optional;

public class IssueInvoice implements RequestHandler<Object, String> {
    private final String table = System.getenv("INVOICES_TABLE");
    private final String bucket = System.getenv("ARCHIVE_BUCKET"); // expect: env-declared
    private final String currency = System.getenv().getOrDefault("CURRENCY", "EUR");
    private final String warehouse = Optional.ofNullable(System.getenv("WAREHOUSE")).orElse("main");

    @Override
    public String handleRequest(Object order, Context context) {
        String hook = System.getenv("WEBHOOK_URL");
        if (hook != null) {
            return hook;
        }
        return table + bucket + currency + warehouse + System.getenv("AWS_REGION");
    }
}
