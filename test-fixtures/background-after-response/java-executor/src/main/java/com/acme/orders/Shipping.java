package com.acme.orders;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Shipping {
    private final HttpClient client = HttpClient.newHttpClient();

    void ship(String id) {
        try {
            client.send(
                    HttpRequest.newBuilder(URI.create("https://ship.example.com/" + id)).build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
