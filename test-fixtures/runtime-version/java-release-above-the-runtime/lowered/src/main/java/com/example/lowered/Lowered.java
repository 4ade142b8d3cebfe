package com.example.lowered;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class Lowered implements RequestHandler<Object, String> {
    @Override
    public String handleRequest(Object order, Context context) {
        return "lowered";
    }
}
