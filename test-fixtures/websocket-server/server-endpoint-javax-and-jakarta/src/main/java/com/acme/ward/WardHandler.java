package com.acme.ward;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.glassfish.tyrus.server.Server;

public class WardHandler implements RequestHandler<Map<String, Object>, String> {
    // expect: websocket-server
    private final Server server = new Server("localhost", 8025, "/ward", null, BedEndpoint.class, NurseEndpoint.class);

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        return server.toString();
    }
}
