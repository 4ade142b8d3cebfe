package com.example.billing;

import java.util.Map;

public class Remind {
    public String weekly(Map<String, Object> event) {
        return "reminded";
    }
}
