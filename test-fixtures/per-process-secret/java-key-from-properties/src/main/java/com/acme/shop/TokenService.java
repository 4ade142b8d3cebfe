package com.acme.shop;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
public class TokenService {
    @Value("${shop.jwt-secret}")
    private String secret;

    public String token(String user) {
        return Jwts.builder()
                .setSubject(user)
                .setId(UUID.randomUUID().toString())
                .signWith(Keys.hmacShaKeyFor(secret.getBytes()))
                .compact();
    }
}
