package com.example.shop;

import org.springframework.stereotype.Service;

@Service
public class Delay {
    private int milliseconds = 0;
    private String lastCustomer = "";

    public void set(int milliseconds) {
        this.milliseconds = milliseconds;
    }

    public int get() {
        return milliseconds;
    }

    public String greet(String customer) {
        if (!customer.isEmpty()) {
            lastCustomer = customer; // expect: global-request-state
        }
        return "Hello " + lastCustomer;
    }
}
