package com.acme.carts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public class CartHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    private static final Map<String, DynamoDbClient> CLIENTS = new HashMap<>();

    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        List<String> items = new ArrayList<>();
        items.add(event.getBody());
        return client(event.getHeaders().get("region")).serviceName() + items;
    }

    private static DynamoDbClient client(String region) {
        if (!CLIENTS.containsKey(region)) {
            CLIENTS.put(region, DynamoDbClient.builder().region(Region.of(region)).build());
        }
        return CLIENTS.get(region);
    }
}
