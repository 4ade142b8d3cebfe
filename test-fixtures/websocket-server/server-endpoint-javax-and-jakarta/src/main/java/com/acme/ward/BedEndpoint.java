package com.acme.ward;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

// expect: websocket-server
@ServerEndpoint("/beds")
public class BedEndpoint {
    @OnMessage
    public String onMessage(String bed) {
        return bed;
    }
}
