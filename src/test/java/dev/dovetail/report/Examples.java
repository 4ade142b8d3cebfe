package dev.dovetail.report;

import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fix;
import dev.dovetail.judge.Suppression;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Rule;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small chat service on Lambda, and what there is to say of it. */
public final class Examples {

    static final String REALTIME =
            """
            import { Server } from 'socket.io';

            export function attach(http: HttpServer) {
            \tconst io = new Server(http, { cors: true });
            \tio.on('connection', greet);
            }
            """;

    static final String SERVERLESS =
            """
            service: chat
            provider:
              name: aws
              runtime: nodejs22.x
            functions:
              api:
                handler: src/app.handler
                timeout: 60
                events:
                  - httpApi: '*'
              admin:
                handler: src/app.handler
            """;

    static final String APP =
            """
            import express from 'express';
            import { attach } from './realtime';
            app.use(session({ domain: '密码' }), multer({ dest: 'uploads/' }).single('avatar'));
            """;

    static final TextWorkspace WORKSPACE =
            TextWorkspace.of(
                    Map.of(
                            "serverless.yml", SERVERLESS,
                            "src/app.ts", APP,
                            "src/realtime.ts", REALTIME));

    private Examples() {}

    static Place place(String file, int line, int from, int to) {
        return new Place(file, new Region(line, from, line, to));
    }

    public static Finding websocket(String unit, int configLine) {
        Place code = place("src/realtime.ts", 4, 13, 45);
        Place config = place("serverless.yml", configLine, 3, 3 + unit.length());
        return new Finding(
                "websocket-server",
                Level.ERROR,
                unit
                        + " opens a WebSocket server, but a function answers one event at a time"
                        + " and holds no connection open.",
                "Serve the sockets from an API Gateway WebSocket API, whose handlers post through"
                    + " the management API, or move this process to a host that keeps running.",
                unit,
                "aws-lambda",
                code,
                "opens a WebSocket server",
                Optional.of(config),
                "function " + unit + " runs on AWS Lambda",
                List.of(
                        new Finding.Step(config, "function " + unit),
                        new Finding.Step(place("src/app.ts", 2, 1, 37), "imports ./realtime"),
                        new Finding.Step(code, "opens a WebSocket server")),
                List.of(),
                Finding.Evidence.PROVED,
                Optional.empty(),
                List.of(
                        new Finding.FactSource(
                                "AWS Lambda",
                                "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
                                "2026-11")));
    }

    public static Finding timeout() {
        return new Finding(
                "timeout-order",
                Level.WARNING,
                "api may run 60 s, but its HTTP API gives up after 30 s.",
                "Set timeout to 29 or less.",
                "api",
                "aws-lambda",
                place("serverless.yml", 8, 5, 16),
                "60 s",
                Optional.of(place("serverless.yml", 10, 9, 16)),
                "waits 30 s",
                List.of(),
                List.of(),
                Finding.Evidence.PROVED,
                Optional.empty(),
                List.of());
    }

    public static Finding upload() {
        return new Finding(
                "local-file-write",
                Level.ERROR,
                "The application writes uploads/, but on Vercel Functions all but /tmp is"
                    + " read-only.",
                "Keep uploads in a blob store.",
                "app",
                "vercel-functions",
                place("src/app.ts", 3, 38, 66),
                "writes uploads/",
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Finding.Evidence.ASSUMED,
                Optional.empty(),
                List.of());
    }

    public static Finding discharged() {
        return new Finding(
                "in-memory-session",
                Level.ERROR,
                "api keeps sessions in memory, but each concurrent request has its own process.",
                "Give express-session a store.",
                "api",
                "aws-lambda",
                place("src/app.ts", 3, 9, 34),
                "sessions",
                Optional.of(place("serverless.yml", 6, 3, 6)),
                "function api runs on AWS Lambda",
                List.of(),
                List.of(),
                Finding.Evidence.DISCHARGED,
                Optional.of("express-session is given a store"),
                List.of());
    }

    /** A finding that is mended by an edit, and one that somebody accepts. */
    public static Report treated() {
        return report(
                timeout()
                        .mendedBy(
                                List.of(
                                        Fix.of(
                                                "Set the timeout to 29",
                                                place("serverless.yml", 8, 14, 16),
                                                "29"))),
                websocket("api", 6)
                        .suppressed(
                                new Suppression(
                                        Suppression.Kind.IN_SOURCE,
                                        "moves to ECS in March",
                                        place("src/realtime.ts", 3, 1, 50))));
    }

    static List<Notification> notifications() {
        return List.of(
                new Notification(
                        Notification.Level.ERROR,
                        "This file does not parse: expected a mapping.",
                        new Place("k8s/api.yaml", new Region(3, 7, 3, 8))),
                new Notification(
                        Notification.Level.WARNING,
                        "The bytes here are not UTF-8; they were read as \uFFFD.",
                        new Place("src/legacy.ts", new Region(12, 4, 12, 5))));
    }

    static Report report(Finding... findings) {
        return new Report(List.of(findings), List.of(), 3, 42, knowledge(), WORKSPACE);
    }

    public static Report full() {
        return new Report(
                List.of(
                        timeout(),
                        upload(),
                        discharged(),
                        websocket("admin", 11),
                        websocket("api", 6)),
                notifications(),
                3,
                42,
                knowledge(),
                WORKSPACE);
    }

    public static Knowledge knowledge() {
        Map<String, Feature> features = new TreeMap<>();
        for (String id : List.of("in-memory-session", "local-file-write", "websocket-server")) {
            features.put(id, new Feature(words(id), Map.of(), Map.of(), new Condition.Constant(false)));
        }
        Contract timeouts = new Contract(words("timeout-order"), Map.of(), Map.of(), "");
        return new Knowledge(features, Map.of("timeout-order", timeouts), Map.of(), List.of(), "1");
    }

    private static Rule.Words words(String id) {
        return new Rule.Words(
                id,
                "What " + id + " is about",
                "Finds code that breaks `" + id + "`.",
                id.equals("timeout-order") ? Level.WARNING : Level.ERROR,
                "high",
                List.of("reliability", "deployment"),
                "{unit} breaks it, but {because}.",
                "Requests fail at night.\n\n- first one\n- then all",
                "Use another way.",
                "When a store is given.",
                "It looks at `api` paths; it cannot know plugins.",
                "```js\nbreakIt();\n```");
    }
}
