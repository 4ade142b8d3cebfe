package com.example.archive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class Archive implements RequestHandler<Object, String> {
    @Override
    public String handleRequest(Object order, Context context) {
        return "archived";
    }
}
