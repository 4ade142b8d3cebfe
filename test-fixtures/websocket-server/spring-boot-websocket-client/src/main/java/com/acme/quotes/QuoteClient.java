package com.acme.quotes;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.OnMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import org.springframework.stereotype.Component;

@Component
@ClientEndpoint
public class QuoteClient {
    @OnMessage
    public void onMessage(String price) {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("wss://quotes.example.com"), new WebSocket.Listener() {})
                .join();
        socket.sendText(price, true);
    }
}
