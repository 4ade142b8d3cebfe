package com.acme.ward;

import javax.websocket.*;
import javax.websocket.server.*;

// expect: websocket-server
@ServerEndpoint("/nurses")
public class NurseEndpoint {
    @OnMessage
    public String onMessage(String nurse) {
        return nurse;
    }
}
