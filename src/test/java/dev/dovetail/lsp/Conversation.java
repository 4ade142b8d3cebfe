package dev.dovetail.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.lsp.live.Checker;
import dev.dovetail.lsp.live.Decisions;
import dev.dovetail.lsp.live.EngineChecker;
import dev.dovetail.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An editor that speaks the protocol byte by byte to a server in the same process: what goes over the
 * wire is what is tested.
 */
final class Conversation implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);

    private final OutputStream toServer;
    private final InputStream fromServer;
    private final CompletableFuture<Integer> exit;
    private final List<JsonNode> heard = new ArrayList<>();
    private int nextId = 1;

    private Conversation(
            OutputStream toServer, InputStream fromServer, CompletableFuture<Integer> exit) {
        this.toServer = toServer;
        this.fromServer = fromServer;
        this.exit = exit;
        Thread listening = new Thread(this::listen, "client");
        listening.setDaemon(true);
        listening.start();
    }

    /** A server in a process of its own, as editors start it. */
    static Conversation withProcess() throws IOException {
        Process server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.dovetail.cli.Main",
                                "lsp",
                                "--stdio")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new Conversation(
                server.getOutputStream(),
                server.getInputStream(),
                server.onExit().thenApply(Process::exitValue));
    }

    /** A server that waits for its first message. */
    static Conversation begin() throws IOException {
        return with(Conversation::checker);
    }

    /** An analysis of a folder whose users decided nothing. */
    static Checker checker(Knowledge knowledge) {
        Decisions.Decided none = new Decisions.Decided(Policy.NONE, knowledge, List.of());
        return new EngineChecker(workspace -> none, () -> "2026-11-25");
    }

    static Conversation with(Function<Knowledge, Checker> checkers) throws IOException {
        PipedOutputStream clientOut = new PipedOutputStream();
        PipedOutputStream serverOut = new PipedOutputStream();
        InputStream serverIn = new PipedInputStream(clientOut, 1 << 16);
        InputStream clientIn = new PipedInputStream(serverOut, 1 << 16);
        Knowledge knowledge = KnowledgeResource.load();
        CompletableFuture<Integer> exit =
                CompletableFuture.supplyAsync(
                        () ->
                                LanguageServerProcess.run(
                                        serverIn,
                                        serverOut,
                                        folder -> checkers.apply(knowledge),
                                        "test"),
                        work -> new Thread(work, "server").start());
        return new Conversation(clientOut, clientIn, exit);
    }

    /** The same, introduced, with some folders open. */
    static Conversation in(Path... folders) throws IOException {
        Conversation conversation = begin();
        conversation.initialize(folders);
        return conversation;
    }

    JsonNode initialize(Path... folders) {
        ObjectNode params = JSON.createObjectNode();
        params.putNull("processId");
        ArrayNode open = params.putArray("workspaceFolders");
        for (Path folder : folders) {
            open.addObject().put("uri", uri(folder)).put("name", folder.getFileName().toString());
        }
        params.set(
                "capabilities",
                json(
                        """
                        {"workspace": {"workspaceFolders": true,
                                       "didChangeWatchedFiles": {"dynamicRegistration": true},
                                       "codeLens": {"refreshSupport": true}},
                         "window": {"workDoneProgress": true, "showDocument": {"support": true}}}
                        """));
        JsonNode result = ask("initialize", params);
        tell("initialized", JSON.createObjectNode());
        return result;
    }

    /** A URI as most clients write it: without the trailing slash of folders. */
    static String uri(Path path) {
        String uri = path.toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void open(Path file, String text) {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("textDocument")
                .put("uri", uri(file))
                .put("languageId", "any")
                .put("version", 1)
                .put("text", text);
        tell("textDocument/didOpen", params);
    }

    /** Replaces the whole text. */
    void change(Path file, int version, String text) {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("textDocument").put("uri", uri(file)).put("version", version);
        params.putArray("contentChanges").addObject().put("text", text);
        tell("textDocument/didChange", params);
    }

    /** Replaces a stretch of one line. */
    void change(Path file, int version, int line, int from, int to, String text) {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("textDocument").put("uri", uri(file)).put("version", version);
        ObjectNode change = params.putArray("contentChanges").addObject();
        ObjectNode range = change.putObject("range");
        range.putObject("start").put("line", line).put("character", from);
        range.putObject("end").put("line", line).put("character", to);
        change.put("text", text);
        tell("textDocument/didChange", params);
    }

    void close(Path file) {
        tell("textDocument/didClose", document(file));
    }

    /** Params that name a file. */
    static ObjectNode document(Path file) {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("textDocument").put("uri", uri(file));
        return params;
    }

    /** Params that name a position, from 0. */
    static ObjectNode position(Path file, int line, int character) {
        ObjectNode params = document(file);
        params.putObject("position").put("line", line).put("character", character);
        return params;
    }

    /** The diagnostics that a file has once they satisfy a condition. */
    JsonNode diagnostics(Path file, Predicate<JsonNode> condition) {
        return hear(
                        "textDocument/publishDiagnostics",
                        params ->
                                params.path("uri").asText().equals(uri(file))
                                        && condition.test(params.path("diagnostics")))
                .path("diagnostics");
    }

    /** Diagnostics of some rules, in any order, and no others. */
    static Predicate<JsonNode> rules(String... rules) {
        return diagnostics -> {
            List<String> found = new ArrayList<>();
            diagnostics.forEach(each -> found.add(each.path("code").asText()));
            found.sort(null);
            return found.equals(List.of(rules).stream().sorted().toList());
        };
    }

    void tell(String method, JsonNode params) {
        ObjectNode message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0").put("method", method).set("params", params);
        send(message);
    }

    /** Asks and gives the result; an error is one of the test. */
    JsonNode ask(String method, JsonNode params) {
        JsonNode answer = answer(method, params);
        if (answer.has("error")) {
            throw new AssertionError(method + ": " + answer.get("error"));
        }
        return answer.path("result");
    }

    JsonNode answer(String method, JsonNode params) {
        return answerTo(begin(method, params));
    }

    /** Asks without waiting; gives the number of the request. */
    int begin(String method, JsonNode params) {
        int id = nextId++;
        ObjectNode message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0").put("id", id).put("method", method);
        if (params != null) {
            message.set("params", params);
        }
        send(message);
        return id;
    }

    JsonNode answerTo(int id) {
        return await(
                message -> !message.has("method") && message.path("id").asInt() == id,
                "an answer to request " + id);
    }

    /** The params of the next message of a method that satisfy a condition. */
    JsonNode hear(String method, Predicate<JsonNode> condition) {
        return await(
                        message ->
                                message.path("method").asText().equals(method)
                                        && condition.test(message.path("params")),
                        method)
                .path("params");
    }

    /** What was said so far and not heard, by method. */
    synchronized List<JsonNode> unheard(String method) {
        return heard.stream()
                .filter(message -> message.path("method").asText().equals(method))
                .toList();
    }

    int exitStatus() throws Exception {
        return exit.get(PATIENCE, TimeUnit.MILLISECONDS);
    }

    /** Shuts the server down as an editor does. */
    int leave() throws Exception {
        ask("shutdown", null);
        tell("exit", null);
        return exitStatus();
    }

    /** Closes the client's end without a word. */
    void hangUp() throws IOException {
        toServer.close();
    }

    @Override
    public void close() throws IOException {
        hangUp();
        try {
            exitStatus();
        } catch (Exception e) {
            throw new IOException("the server does not end", e);
        }
    }

    private synchronized JsonNode await(Predicate<JsonNode> wanted, String what) {
        long deadline = System.currentTimeMillis() + PATIENCE;
        while (true) {
            for (int i = 0; i < heard.size(); i++) {
                if (wanted.test(heard.get(i))) {
                    return heard.remove(i);
                }
            }
            long left = deadline - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("never heard " + what + "; but " + heard);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void send(ObjectNode message) {
        byte[] content = message.toString().getBytes(StandardCharsets.UTF_8);
        String header = "Content-Length: " + content.length + "\r\n\r\n";
        try {
            synchronized (toServer) {
                toServer.write(header.getBytes(StandardCharsets.US_ASCII));
                toServer.write(content);
                toServer.flush();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void listen() {
        try {
            while (true) {
                JsonNode message = JSON.readTree(read());
                if (message.has("method") && message.has("id")) {
                    ObjectNode answer = JSON.createObjectNode();
                    answer.put("jsonrpc", "2.0").set("id", message.get("id"));
                    answer.putNull("result");
                    send(answer);
                }
                synchronized (this) {
                    heard.add(message);
                    notifyAll();
                }
            }
        } catch (IOException | AssertionError over) {
            // The server has left.
        }
    }

    /** One message; anything on the stream that is none is a mistake. */
    private byte[] read() throws IOException {
        int length = -1;
        for (String line = header(); !line.isEmpty(); line = header()) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equals("Content-Length")) {
                length = Integer.parseInt(parts[1]);
            } else if (!parts[0].equals("Content-Type")) {
                throw new IllegalStateException("noise: " + line);
            }
        }
        return fromServer.readNBytes(length);
    }

    private String header() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < 2 || line.charAt(line.length() - 1) != '\n') {
            int next = fromServer.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
