package com.acme.shop.basket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.*;

@RestController
public class BasketController {
    private final BasketService baskets;

    public BasketController(BasketService baskets) {
        this.baskets = baskets;
    }

    @PostMapping("/basket")
    public void add(@RequestParam String item, HttpSession session) {
        baskets.add(session, item);
    }

    @PostMapping("/login")
    public void login(@RequestParam String name, HttpServletRequest request) {
        // expect: in-memory-session
        request.getSession(true).setAttribute("user", name);
    }

    @GetMapping("/basket")
    public Object get(HttpServletRequest request) {
        request.setAttribute("page", "basket");
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute("basket");
    }
}
