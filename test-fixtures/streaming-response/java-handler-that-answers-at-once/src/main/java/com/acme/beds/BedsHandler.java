package com.acme.beds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import java.util.stream.Stream;

public class BedsHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private static final String ACCEPTED = "text/event-stream";

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        boolean asksForStream = ACCEPTED.equals(event.getHeaders().get("Accept"));
        String beds = String.join(",", Stream.of("a1", "a2").toList());
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(asksForStream ? 406 : 200)
                .withHeaders(Map.of("Content-Type", "text/plain"))
                .withBody(beds);
    }
}
