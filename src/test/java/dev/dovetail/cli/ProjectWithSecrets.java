package dev.dovetail.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository that holds secrets in every format that can: {@code <10>} to {@code <99>} in the texts
 * below stand for one each, {@code <v10>} to {@code <v99>} for other values that are nobody's business.
 */
public final class ProjectWithSecrets {

    private static final Pattern SECRET = Pattern.compile("<(v?[0-9]{2})>");

    private final Path folder;
    private final List<String> files = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private ProjectWithSecrets(Path folder) {
        this.folder = folder;
    }

    /** Every text that nothing may show. */
    public List<String> secrets() {
        return secrets;
    }

    /** Values of variables whose names do not speak of secrets. */
    List<String> values() {
        return values;
    }

    /** Paths within the folder. */
    public List<String> files() {
        return files;
    }

    /** Writes the project. */
    public static ProjectWithSecrets in(Path folder) throws IOException {
        ProjectWithSecrets project = new ProjectWithSecrets(folder);
        project.functions();
        project.containers();
        project.manifests();
        project.hosts();
        project.broken();
        return project;
    }

    private void functions() throws IOException {
        write(
                "functions/serverless.yml",
                """
                service: orders
                provider:
                  name: aws
                  runtime: nodejs22.x
                  timeout: 60
                  environment:
                    API_KEY: <10>
                    AWS_ACCESS_KEY_ID: <11>
                    AWS_SECRET_ACCESS_KEY: "<12>"
                    DATABASE_URL: postgres://app:<13>@db.example.com/orders
                    GREETING: <v14>
                    PORT: 3000
                functions:
                  api:
                    handler: src/app.handler
                    environment:
                      AWS_SESSION_TOKEN: '<15>'
                    events:
                      - http: {path: /orders, method: get}
                """);
        write(
                "functions/src/app.js",
                """
                const { Server } = require('socket.io');
                const fs = require('fs');
                const password = '<16>';
                new Server(process.env.PORT, { secret: '<17>' });
                const apiKey = "<18>"; fs.writeFileSync('./kept/' + process.env.GREETING, 'x'); fs.writeFileSync('./' + process.env.API_KEY, '');
                fetch(`http://localhost:3000/?token=<19>`);
                exports.handler = async () => process.env.NOT_THERE;
                """);
    }

    private void containers() throws IOException {
        write(
                "web/Dockerfile",
                """
                FROM node:22
                ENV API_TOKEN=<20> STRIPE_KEY=<21>
                ENV SESSION_SECRET <22>
                ARG NPM_TOKEN=<23>
                ENV PORT=8080 LOG_LEVEL=debug
                COPY . .
                EXPOSE 8080
                CMD ["node", "server.js", "--api-key=<24>"]
                """);
        write(
                "web/server.js",
                """
                const session = require('express-session');
                const app = require('express')();
                app.use(session({ secret: '<25>' }));
                require('fs').writeFileSync('data/users.json', '{}');
                const redis = process.env.REDIS_URL;
                require('ioredis').createClient(redis);
                fetch(process.env.BACKEND_URL);
                app.listen(3000);
                """);
        write("web/package.json", "{\"dependencies\": {\"express\": \"5\", \"express-session\": \"1\", \"ioredis\": \"5\"}}\n");
        write(
                "web/compose.yaml",
                """
                services:
                  web:
                    build: .
                    image: shop/web
                    env_file: .env
                    ports: ["80:8080"]
                    environment:
                      - DB_PASSWORD=<26>
                      - REDIS_URL=redis://:<27>@localhost:6379
                      - BACKEND_URL=http://user:<28>@nowhere:9999/
                    command: node server.js --password <29>
                  api:
                    build: .
                    environment:
                      JWT_SECRET: <30>
                      PLAIN: <v31>
                """);
        write("web/.env", "SMTP_PASSWORD=<32>\nexport GITHUB_TOKEN=\"<33>\"\nTITLE=<v34>\n");
    }

    private void manifests() throws IOException {
        write(
                "k8s/app.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: app}
                stringData:
                  password: <40>
                data:
                  token: %s
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: app}
                data:
                  API_KEY: <42>
                  BANNER: <v43>
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: app}}
                  template:
                    metadata: {labels: {app: app}}
                    spec:
                      containers:
                        - name: app
                          image: shop/web:1
                          envFrom:
                            - configMapRef: {name: app}
                            - secretRef: {name: app}
                          env:
                            - name: ADMIN_PASSWORD
                              value: <44>
                            - name: LOG_LEVEL
                              value: debug
                          ports: [{containerPort: 8080}]
                """
                        .formatted(base64(secret("41"))));
    }

    private void hosts() throws IOException {
        write(
                "render/render.yaml",
                """
                services:
                  - type: web
                    name: shop
                    runtime: node
                    startCommand: node server.js --token=<50>
                    envVars:
                      - key: STRIPE_SECRET
                        value: <51>
                      - key: MOTTO
                        value: <v52>
                """);
        write("render/server.js", "require('http').createServer().listen(3000);\nrequire('fs').writeFileSync('a.json', '');\n");
        write(
                "fly/fly.toml",
                """
                app = "shop"
                [env]
                  API_SECRET = "<53>"
                  WORDS = "<v54>"
                [http_service]
                  internal_port = 8080
                """);
        write("fly/Dockerfile", "FROM node:22\nENV PASSWORD=<55>\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("fly/server.js", "require('http').createServer().listen(3000);\n");
        write(
                "infra/main.tf",
                """
                variable "db_password" {
                  default = "<56>"
                }
                resource "aws_lambda_function" "api" {
                  function_name = "api"
                  runtime       = "nodejs18.x"
                  handler       = "index.handler"
                  filename      = "api.zip"
                  timeout       = 1000
                  environment {
                    variables = {
                      DB_PASSWORD       = var.db_password
                      API_KEY           = "<57>"
                      AWS_ACCESS_KEY_ID = "<58>"
                      TEXT              = "<v59>"
                    }
                  }
                }
                """);
        write("infra/terraform.tfvars", "db_password = \"<60>\"\n");
        write(
                "vercel/vercel.json",
                """
                {"env": {"API_KEY": "<61>", "WORD": "<v62>"},
                 "build": {"env": {"NPM_TOKEN": "<63>"}},
                 "functions": {"api/*.js": {"maxDuration": 60}}}
                """);
        write("vercel/package.json", "{\"dependencies\": {\"socket.io\": \"4\"}}\n");
        write("vercel/api/live.js", "const { Server } = require('socket.io');\nmodule.exports = (q, s) => { new Server(process.env.WORD); s.end(process.env.MISSING); };\n");
        write(
                "netlify/netlify.toml",
                """
                [build]
                  functions = "functions"
                [build.environment]
                  AUTH_TOKEN = "<64>"
                  WORD = "<v65>"
                """);
        write("netlify/functions/live.js", "require('fs').writeFileSync('kept', '');\nexports.handler = async () => ({ statusCode: 200 });\n");
        write(
                "spring/src/main/resources/application.properties",
                "spring.datasource.password=<66>\nserver.port=9090\njwt.secret=<67>\nserver.servlet.context-path=/shop\n");
        write("spring/Dockerfile", "FROM eclipse-temurin:21\nENV SPRING_DATASOURCE_PASSWORD=<68>\nCOPY . .\nEXPOSE 8080\nCMD [\"java\", \"-jar\", \"app.jar\", \"--jwt.secret=<69>\"]\n");
        write(
                "spring/pom.xml",
                """
                <project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>app</artifactId><version>1</version>
                <dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>
                """);
        write(
                "spring/src/main/java/a/App.java",
                """
                package a;
                @org.springframework.boot.autoconfigure.SpringBootApplication
                public class App {
                    static final String PASSWORD = "<70>";
                    public static void main(String[] a) { org.springframework.boot.SpringApplication.run(App.class, a); }
                }
                """);
    }

    /** Files that cannot be read, where parsers quote what they stumble on. */
    private void broken() throws IOException {
        write("broken/vercel.json", "{\"env\": {\"API_KEY\": <80>}}\n");
        write("broken/fly.toml", "app = \"a\"\n[env]\n  API_KEY = <81>\n");
        write("broken/serverless.yml", "service: a\nprovider:\n  name: aws\n  environment:\n    API_KEY: *<82>\n");
        write("broken/main.tf", "resource \"aws_lambda_function\" \"a\" {\n  environment { API_KEY = <83> <84> }\n}\n");
        write("broken/render.yaml", "services:\n  - type: web\n    envVars: [{key: API_KEY, value: \"<85>}]\n");
        write("broken/compose.yaml", "services:\n  a:\n    environment:\n      API_KEY: 'x' <86>\n");
    }

    private void write(String file, String text) throws IOException {
        StringBuilder written = new StringBuilder();
        Matcher each = SECRET.matcher(text);
        while (each.find()) {
            each.appendReplacement(written, secret(each.group(1)));
        }
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, each.appendTail(written));
        files.add(file);
    }

    private String secret(String number) {
        String secret = "hunter" + number + "xQ7zzleak";
        if (number.startsWith("v")) {
            values.add(secret);
        } else {
            secrets.add(secret);
            secrets.add(base64(secret).replace("=", ""));
        }
        return secret;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
