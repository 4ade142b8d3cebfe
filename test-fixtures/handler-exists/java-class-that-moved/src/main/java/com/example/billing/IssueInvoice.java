package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class IssueInvoice implements RequestHandler<Map<String, Object>, String> {
    @Override
    public String handleRequest(Map<String, Object> order, Context context) {
        return "issued " + order.get("id");
    }
}
