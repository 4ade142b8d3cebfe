package com.acme.orders;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.RedisClient;

final class Buckets {
    private Buckets() {}

    static ProxyManager<String> inRedis() {
        return LettuceBasedProxyManager.builderFor(RedisClient.create(System.getenv("REDIS_URL"))).build();
    }
}
