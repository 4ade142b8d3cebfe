package com.acme.shop;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.security.Key;
import org.springframework.stereotype.Service;

@Service
public class TokenService {
    private final Key key = Keys.secretKeyFor(SignatureAlgorithm.HS256);

    public String token(String user) {
        // expect: per-process-secret
        return Jwts.builder().setSubject(user).signWith(key).compact();
    }
}
