package com.acme.export;

import static java.nio.file.Files.writeString;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

public class ExportHandler extends BaseHandler implements RequestHandler<Map<String, String>, String> {
    private static final String FOLDER = "exports";
    private static final File LOG = new File(FOLDER, "log.txt");

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            // expect: local-file-write
            Files.createDirectories(Path.of(FOLDER));
            // expect: local-file-write
            writeString(Paths.get(FOLDER, event.get("id") + ".csv"), event.get("rows"));
            // expect: local-file-write
            try (var out = new FileOutputStream(LOG, true)) {
                out.write(1);
            }
            // expect: local-file-write
            try (PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter("last.csv")))) {
                out.println(event.get("rows"));
            }
            keep(event.get("rows"));
            return "done";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
