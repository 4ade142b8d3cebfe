package com.example.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Renders an invoice by way of a scratch file. */
public class RenderInvoice implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /** Filled when the class is loaded and never after. */
    private static final Map<String, String> TITLES = Map.of("en", "Invoice", "de", "Rechnung");

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            Path scratch = Files.createTempFile("invoice", ".html");
            Files.writeString(scratch, "<h1>" + TITLES.get("en") + "</h1>");
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody(Files.readString(scratch))
                    .build();
        } catch (IOException e) {
            return APIGatewayV2HTTPResponse.builder().withStatusCode(500).build();
        }
    }
}
