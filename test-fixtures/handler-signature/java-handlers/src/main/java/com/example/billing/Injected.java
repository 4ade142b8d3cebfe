package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

// expect: handler-signature
public class Injected implements RequestHandler<Object, String> {
    private final Remind remind;

    public Injected(Remind remind) {
        this.remind = remind;
    }

    @Override
    public String handleRequest(Object event, Context context) {
        return "reminded by " + remind;
    }
}
