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
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] reading = event.get("reading").getBytes();
            InetAddress collector = InetAddress.getByName("collector.internal");
            socket.send(new DatagramPacket(reading, reading.length, collector, 8125));
            return "ok";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
