package com.example.billing;

import com.amazonaws.services.lambda.runtime.RequestHandler;

// expect: handler-signature
public interface InvoicePort extends RequestHandler<Object, String> {}
