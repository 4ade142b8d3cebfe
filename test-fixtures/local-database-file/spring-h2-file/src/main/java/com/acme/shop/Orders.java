package com.acme.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.web.bind.annotation.*;

@RestController
public class Orders {
    @GetMapping("/orders")
    public String all() throws SQLException {
        // expect: local-database-file
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:orders.db")) {
            return connection.getCatalog();
        }
    }
}
