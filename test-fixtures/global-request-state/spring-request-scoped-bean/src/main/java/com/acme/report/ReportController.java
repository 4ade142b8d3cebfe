package com.acme.report;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ReportController {
    private final Visitor visitor;

    public ReportController(Visitor visitor) {
        this.visitor = visitor;
    }

    @GetMapping("/report")
    public String report(@RequestParam String name) {
        visitor.setName(name);
        return "report of " + visitor.getName();
    }
}
