package com.acme.shop;

import jakarta.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.*;

@RestController
@SessionAttributes("basket")
public class BasketController {
    @PostMapping("/basket")
    public void add(@RequestParam String item, HttpSession session) {
        session.setAttribute("basket", item);
    }
}
