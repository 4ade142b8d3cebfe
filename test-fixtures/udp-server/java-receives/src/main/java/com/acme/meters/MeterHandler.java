package com.acme.meters;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Map;

public class MeterHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        // expect: udp-server
        try (DatagramSocket socket = new DatagramSocket(7001)) {
            socket.receive(new DatagramPacket(new byte[512], 512));
            return "ok";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
