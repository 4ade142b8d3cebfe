package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
    private final ManagedChannel channel =
            ManagedChannelBuilder.forAddress("orders.internal", 50051).build();

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        return channel.authority();
    }
}
