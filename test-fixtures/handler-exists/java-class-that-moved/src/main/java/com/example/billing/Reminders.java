package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class Reminders {
    public static class Weekly implements RequestHandler<Object, String> {
        @Override
        public String handleRequest(Object event, Context context) {
            return "reminded";
        }
    }
}
