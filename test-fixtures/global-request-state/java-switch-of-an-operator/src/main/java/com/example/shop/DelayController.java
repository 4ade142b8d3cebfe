package com.example.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class DelayController {
    private final Delay delay;

    public DelayController(Delay delay) {
        this.delay = delay;
    }

    @PutMapping("/operations/delay/{milliseconds}")
    public void set(@PathVariable int milliseconds) {
        delay.set(milliseconds);
    }

    @GetMapping("/orders")
    public String orders() {
        return "none";
    }

    @GetMapping("/hello")
    public String hello(@RequestParam String customer) {
        return delay.greet(customer);
    }
}
