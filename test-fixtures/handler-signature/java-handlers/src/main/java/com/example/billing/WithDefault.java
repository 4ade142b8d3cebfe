package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public interface WithDefault extends RequestHandler<Object, String> {
    @Override
    default String handleRequest(Object event, Context context) {
        return "done";
    }
}
