package com.acme.orders.web;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
public class OrderController {
    @QueryMapping
    public String order(@Argument String id) {
        return id;
    }
}
