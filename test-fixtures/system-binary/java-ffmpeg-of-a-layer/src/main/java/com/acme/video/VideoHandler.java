package com.acme.video;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import net.bramp.ffmpeg.FFmpeg;

public class VideoHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            FFmpeg ffmpeg = new FFmpeg("/opt/bin/ffmpeg");
            return ffmpeg.version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
