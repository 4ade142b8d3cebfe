package com.acme.coupons;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

public class CouponHandler implements RequestHandler<Map<String, String>, String> {
    private static final String INSTANCE = UUID.randomUUID().toString(); // expect: snapstart-uniqueness
    private static final SecureRandom SECURE = new SecureRandom();
    private final Random random;

    public CouponHandler() {
        random = new Random(); // expect: snapstart-uniqueness
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        return INSTANCE + UUID.randomUUID() + random.nextInt() + SECURE.nextInt();
    }
}
