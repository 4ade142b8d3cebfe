package com.acme.meters;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;

public class MeterHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try (Socket socket = new Socket(event.get("host"), 7000); OutputStream out = socket.getOutputStream()) {
            out.write(event.get("reading").getBytes());
            return "ok";
        } catch (IOException e) {
            return "failed";
        }
    }

    public static void main(String[] args) throws IOException {
        new java.net.ServerSocket(7000).accept();
    }
}
