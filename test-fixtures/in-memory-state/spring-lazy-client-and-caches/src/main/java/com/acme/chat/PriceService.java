package com.acme.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

@Service
public class PriceService {
    private static final Map<String, Integer> FACTORS = new HashMap<>();

    static {
        FACTORS.put("bulk", 2);
        FACTORS.put("single", 1);
    }

    private static HttpClient client;
    private final Map<String, Integer> prices = new ConcurrentHashMap<>();
    private final Map<String, String> slugs = new HashMap<>();
    private final Cache<String, Integer> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
    private final AtomicLong served = new AtomicLong();
    private final ThreadLocal<String> tenant = new ThreadLocal<>();

    private static synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newHttpClient();
        }
        return client;
    }

    public Integer price(String item) {
        served.incrementAndGet();
        tenant.set(item);
        Integer cached = recent.getIfPresent(item);
        if (cached != null) {
            return cached;
        }
        Integer price = prices.computeIfAbsent(item, this::load);
        recent.put(item, price);
        return price;
    }

    public int factor(String item) {
        String slug = slugs.get(item);
        if (slug == null) {
            slug = item.toLowerCase();
            slugs.put(item, slug);
        }
        return FACTORS.getOrDefault(slug, 1);
    }

    private Integer load(String item) {
        return client().hashCode() + item.length();
    }
}
