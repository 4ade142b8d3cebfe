package com.acme.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.*;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public class ExportHandler implements RequestHandler<Map<String, String>, String> {
    private static final Path SCRATCH = Path.of(System.getProperty("java.io.tmpdir"), "exports");

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try (Socket socket = new Socket("printer.example.com", 9100)) {
            Files.createDirectories(SCRATCH);
            Files.writeString(SCRATCH.resolve(event.get("id")), event.get("rows"));
            Files.writeString(Path.of("/tmp/rows.csv"), event.get("rows"));
            File temporary = File.createTempFile("rows", ".csv");
            try (FileWriter out = new FileWriter(temporary)) {
                out.write(event.get("rows"));
            }
            Files.copy(temporary.toPath(), socket.getOutputStream());
            try (PrintWriter out = new PrintWriter(socket.getOutputStream(), true)) {
                out.println(event.get("rows"));
            }
            PrintWriter console = new PrintWriter(System.out);
            console.println("printed");
            new BufferedWriter(new OutputStreamWriter(System.out)).flush();
            try (RandomAccessFile file = new RandomAccessFile("template.dat", "r")) {
                file.readLine();
            }
            var bytes = new ByteArrayOutputStream();
            Files.copy(Path.of("template.csv"), bytes);
            write(new File(event.get("target")), event.get("rows"));
            return Files.readString(Path.of("template.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(File target, String rows) throws IOException {
        try (Writer out = new FileWriter(target)) {
            out.write(rows);
        }
    }
}
