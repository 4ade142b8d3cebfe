package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class IssueInvoice implements RequestHandler<Object, String> {
    @Override
    public String handleRequest(Object order, Context context) {
        return "issued";
    }
}
