package com.example.clinic;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;

public class BookVisit {
    public String handleRequest(Map<String, Object> event, Context context) {
        return "booked";
    }
}
