package com.acme.meters;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class MeterHandler implements RequestHandler<Map<String, String>, String> {
    private final MeterServer server;

    public MeterHandler() {
        this(new MeterServer());
    }

    MeterHandler(MeterServer server) {
        this.server = server;
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        server.open(Integer.parseInt(event.get("port")));
        return "ok";
    }
}
