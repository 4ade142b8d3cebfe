package com.acme.carts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Carts {
    // expect: in-memory-state
    static final Map<String, String> CARTS = new ConcurrentHashMap<>();

    private Carts() {}
}
