package com.acme.video;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

public class VideoHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            // expect: child-process
            new ProcessBuilder("ffmpeg", "-i", event.get("video")).start();
            // expect: child-process
            new ProcessBuilder(List.of("convert", "in.png", "/tmp/out.jpg")).start();
            // expect: child-process
            Runtime.getRuntime().exec("wkhtmltopdf in.html /tmp/out.pdf");
            Runtime.getRuntime().exec(new String[] {"ls", "-la"});
            new ProcessBuilder("/opt/bin/ffmpeg").start();
            new ProcessBuilder(event.get("program")).start();
            return String.valueOf(Runtime.getRuntime().availableProcessors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
