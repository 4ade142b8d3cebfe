package com.acme.shop;

import org.springframework.web.bind.annotation.*;

@RestController
public class LoginController {
    private final TokenService tokens;

    public LoginController(TokenService tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/login")
    public String login(@RequestParam String user) {
        return tokens.token(user);
    }
}
