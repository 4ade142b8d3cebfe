package com.acme.carts;

import static com.acme.carts.Carts.CARTS;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

public class CartHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String id = event.getPathParameters().get("id");
        if (event.getRequestContext().getHttp().getMethod().equals("PUT")) {
            CARTS.put(id, event.getBody());
            return "saved";
        }
        return CARTS.get(id);
    }
}
