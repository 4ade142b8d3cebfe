package com.acme.shop.basket;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Service;

@Service
public class BasketService {
    void add(HttpSession session, String item) {
        // expect: in-memory-session
        session.setAttribute("basket", item);
    }
}
