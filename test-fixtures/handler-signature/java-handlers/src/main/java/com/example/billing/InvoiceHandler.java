package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

// expect: handler-signature
public abstract class InvoiceHandler<I> implements RequestHandler<I, String> {
    @Override
    public String handleRequest(I invoice, Context context) {
        return work(invoice);
    }

    protected abstract String work(I invoice);
}
