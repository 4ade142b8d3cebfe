package com.acme.meters;

import com.sun.net.httpserver.HttpServer;
import io.grpc.ServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

class MeterServer {
    void open(int port) {
        // expect: raw-tcp-server
        try (ServerSocket socket = new ServerSocket(port)) {
            socket.accept().close();
            // expect: listen-socket
            var http = HttpServer.create(new InetSocketAddress(port + 1), 0);
            http.start();
            // expect: grpc-server
            ServerBuilder.forPort(port + 2).build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
