package com.acme.beds;

import com.amazonaws.serverless.proxy.spring.SpringBootLambdaContainerHandler;
import com.amazonaws.services.lambda.runtime.*;
import java.io.*;

public class StreamLambdaHandler implements RequestStreamHandler {
    private static final SpringBootLambdaContainerHandler<?, ?> HANDLER = start();

    private static SpringBootLambdaContainerHandler<?, ?> start() {
        try {
            return SpringBootLambdaContainerHandler.getHttpApiV2ProxyHandler(BedsApplication.class);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        HANDLER.proxyStream(input, output, context);
    }
}
