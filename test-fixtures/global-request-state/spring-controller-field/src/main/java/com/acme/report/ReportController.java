package com.acme.report;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ReportController {
    private String customer;

    @PostMapping("/customer")
    public void choose(@RequestParam String name) {
        // expect: global-request-state
        this.customer = name;
    }

    @GetMapping("/report")
    public String report() {
        return "report of " + customer;
    }
}
