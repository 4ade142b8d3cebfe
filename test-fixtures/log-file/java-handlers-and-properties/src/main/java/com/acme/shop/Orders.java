package com.acme.shop;

import java.io.IOException;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import org.springframework.web.bind.annotation.*;

@RestController
public class Orders {
    private static final Logger LOGGER = Logger.getLogger(Orders.class.getName());

    public Orders() throws IOException {
        LOGGER.addHandler(new ConsoleHandler());
        // expect: log-file
        LOGGER.addHandler(new FileHandler("orders.log"));
    }

    @GetMapping("/orders")
    public String all() {
        LOGGER.info("listed");
        return "[]";
    }
}
