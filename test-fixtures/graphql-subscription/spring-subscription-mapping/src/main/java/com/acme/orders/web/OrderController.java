package com.acme.orders.web;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
public class OrderController {
    @QueryMapping
    public String order(@Argument String id) {
        return id;
    }

    // expect: graphql-subscription
    @SubscriptionMapping
    public Flux<String> orderPaid(@Argument String id) {
        return Flux.just(id);
    }
}
