package dev.dovetail.config.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as they stand in real config, and what they start: one line a case. */
class StartCommandsTest {

    @TempDir static Path root;
    private static StartCommands commands;

    @BeforeAll
    static void workspace() throws IOException {
        write("package.json", """
                {"name": "shop", "main": "lib/index.js", "scripts": {
                  "start": "node server.js",
                  "serve": "NODE_ENV=production npm run start:prod",
                  "start:prod": "node --max-old-space-size=400 dist/main",
                  "dev": "nodemon --exec 'ts-node' src/index.ts",
                  "both": "concurrently \\"npm:worker\\" \\"node server.js\\"",
                  "all": "run-p start worker",
                  "worker": "node worker.js",
                  "loop": "npm run loop",
                  "deploy": "prisma migrate deploy && node server.js"}}
                """);
        write("server.js", "");
        write("worker.js", "");
        write("lib/index.js", "");
        write("src/index.ts", "");
        write("src/main.ts", "");
        write("api/package.json", "{\"name\": \"@shop/api\", \"scripts\": {\"start\": \"node index.js\"}}");
        write("api/index.js", "");
        write("bare/server.js", "");
        write("bare/package.json", "{}");
        write("app.py", "app = Flask(__name__)\n");
        write("wsgi.py", "from shop import create_app\napp = create_app()\n");
        write("factory.py", "def create_app():\n    pass\n");
        write("shop/__init__.py", "def create_app():\n    pass\n");
        write("shop/main.py", "app = FastAPI()\n");
        write("shop/wsgi.py", "application = get_wsgi_application()\n");
        write("shop/asgi.py", "");
        write("shop/celery.py", "");
        write("shop/__main__.py", "");
        write("manage.py", "");
        write("backend/main.py", "");
        write("src/orders/main.py", "");
        write("gunicorn.prod.py", "import os\nbind = f\"0.0.0.0:{os.getenv('PORT', '9000')}\"\nworkers = 4  # four\ntimeout = int(os.environ.get('TIMEOUT', '90'))\n");
        write("computed.py", "workers = cpu_count() * 2 + 1\nbind = '0.0.0.0:80'\n");
        write("pom.xml", "<project/>");
        write("src/main/java/shop/Shop.java", "class Shop { public static void main(String[] a) {} }");
        write("orders/pom.xml", "<project/>");
        write("orders/src/main/java/Orders.java", "class Orders {}");
        write("docker-entrypoint.sh", "#!/bin/sh\nset -e\nif [ \"$1\" = 'node' ]; then\n  export READY=yes\nfi\nexec \"$@\"\n");
        write("start.sh", "#!/bin/bash\n# waits\nuntil nc -z db 5432; do\n  sleep 1\ndone\npython manage.py migrate\ngunicorn shop.wsgi -b 0.0.0.0:${PORT:-8000} \\\n  --workers 3\n");
        write("exec.sh", "#!/bin/sh\necho starting\nexec node server.js\n");
        write("choice.sh", "#!/bin/sh\nif [ \"$MODE\" = worker ]; then\n  exec node worker.js\nelse\n  exec node server.js\nfi\n");
        write("case.sh", "#!/bin/sh\ncase \"$1\" in\n  web|api) exec node server.js ;;\n  worker) exec node worker.js ;;\nesac\n");
        write("parallel.sh", "node worker.js &\nnode server.js &\nwait -n\n");
        write("function.sh", "run_web() {\n  node server.js\n}\nrun_web\n");
        write("ecosystem.config.js", "module.exports = {\n  apps: [{\n    name: 'shop', // the shop\n    script: './server.js',\n    instances: 4,\n    exec_mode: 'cluster',\n    env: { NODE_ENV: 'production' },\n  }],\n};\n");
        write("max.config.js", "module.exports = { apps: [{ script: 'server.js', instances: 'max', exec_mode: 'cluster' }] };");
        write("computed.config.js", "module.exports = { apps: names.map(make) };");
        write("pm2.json", "{\"apps\": [{\"script\": \"server.js\"}, {\"script\": \"worker.js\"}]}");
        write("supervisord.conf", "[supervisord]\nnodaemon=true\n[program:web]\ncommand=node server.js\n[program:worker]\ncommand=node worker.js\n");
        write("Procfile", "web: node server.js\nworker: node worker.js\n");
        write("nest-cli.json", "{\"sourceRoot\": \"src\"}");
        Workspace workspace = DirectoryWorkspace.open(root);
        commands = new StartCommands(new Manifests(workspace, new WorkspaceDocuments(workspace)));
    }

    private static void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            node server.js                                             => server.js
            node ./server                                              => server
            node .                                                     => lib/index.js
            node lib                                                   => lib/index.js
            node --inspect=0.0.0.0:9229 -r dotenv/config server.js     => server.js
            node --enable-source-maps --import ./trace.mjs dist/main.js => dist/main.js
            nodejs /app/server.js                                      => server.js
            node /srv/other.js                                         => ? /srv/other.js does not come from the workspace
            node -e 'require("./x")'                                   => ? its code stands in the command
            node --run start                                           => server.js
            NODE_ENV=production node server.js                         => server.js
            env A=b C=d node server.js                                 => server.js
            cross-env NODE_ENV=production node server.js               => server.js
            dotenv -e .env.production -- node server.js                => server.js
            dotenvx run -f .env -- node server.js                      => server.js
            export A=b && node server.js                               => server.js
            cd api && node index.js                                    => api/index.js
            cd /app/api; exec node index.js                            => api/index.js
            cd lib && cd .. && node server.js                          => server.js
            npx prisma migrate deploy && node server.js                => server.js
            npx prisma migrate deploy || true; node server.js          => server.js
            node server.js || exit 1                                   => server.js
            node worker.js & node server.js                            => [server.js, worker.js]
            (node worker.js &) ; node server.js                        => [server.js, worker.js]
            sh -c 'node server.js'                                     => server.js
            bash -lc "cd api && node index.js"                         => api/index.js
            /usr/bin/env node server.js                                => server.js
            tini -- node server.js                                     => server.js
            /sbin/tini -s -g -- node server.js                         => server.js
            dumb-init node server.js                                   => server.js
            gosu node:node node server.js                              => server.js
            su-exec app node server.js                                 => server.js
            su -s /bin/sh app -c 'node server.js'                      => server.js
            nohup node server.js                                       => server.js
            nohup node server.js > out.log 2>&1                        => server.js
            timeout 60 node server.js                                  => server.js
            ./wait-for-it.sh db:5432 -t 30 -- node server.js           => server.js
            dockerize -wait tcp://db:5432 -timeout 60s node server.js  => server.js
            node ${MAIN:-server.js}                                    => server.js
            node $MAIN                                                 => ? the name of its script is computed
            node $(cat main.txt)                                       => ? the name of its script is computed
            $RUNNER server.js                                          => ? its program is in a variable that nothing sets
            M=worker && node $M.js                                     => worker.js
            if [ -n "$X" ]; then node worker.js; fi; node server.js    => server.js
            while true; do node worker.js; sleep 5; done               => worker.js
            # nothing                                                  => ? it starts no program that stays
            npm start                                                  => server.js
            npm run start                                              => server.js
            npm run serve                                              => dist/main
            npm run missing                                            => ? there is no script missing in its package.json
            npm run loop                                               => ? its scripts call each other in a circle
            npm --prefix api start                                     => api/index.js
            npm start --prefix api                                     => api/index.js
            npm start -w @shop/api                                     => api/index.js
            npm run start --workspace=api                              => api/index.js
            cd bare && npm start                                       => bare/server.js
            npm run deploy                                             => server.js
            npm run dev                                                => src/index.ts
            npm run both                                               => [worker.js, server.js]
            npm run all                                                => [server.js, worker.js]
            npm exec tsx src/index.ts                                  => src/index.ts
            npm install                                                => ? npm install starts no program
            yarn start                                                 => server.js
            yarn --cwd api start                                       => api/index.js
            yarn workspace @shop/api start                             => api/index.js
            yarn node server.js                                        => server.js
            pnpm start                                                 => server.js
            pnpm --filter @shop/api start                              => api/index.js
            pnpm -C api run start                                      => api/index.js
            pnpm exec node server.js                                   => server.js
            bun run start                                              => server.js
            bun src/index.ts                                           => src/index.ts
            bun run src/index.ts                                       => src/index.ts
            npx tsx watch src/index.ts                                 => src/index.ts
            npx ts-node@10 -P tsconfig.json src/index.ts               => src/index.ts
            ts-node-dev --respawn src/index.ts                         => src/index.ts
            nodemon server.js                                          => server.js
            nodemon --watch src --ext ts --exec "ts-node src/index.ts" => src/index.ts
            turbo run start --filter=@shop/api                         => api/index.js
            nest start                                                 => src/main.ts
            next start -p 8080                                         => ? the routes of a Next.js app are not followed from its start command
            pm2-runtime server.js                                      => server.js
            pm2 start npm --name shop -- start                         => server.js
            pm2-runtime ecosystem.config.js                            => server.js
            pm2-runtime start pm2.json                                 => [server.js, worker.js]
            pm2-runtime computed.config.js                             => ? computed.config.js computes what it starts
            forever start server.js                                    => server.js
            supervisord -c supervisord.conf                            => [server.js, worker.js]
            honcho start                                               => [server.js, worker.js]
            foreman start web                                          => server.js
            python app.py                                              => app.py
            python3.11 -u app.py                                       => app.py
            python -m shop                                             => shop/__main__.py
            python -m shop.main                                        => shop/main.py
            python -m http.server                                      => ? the module http.server is not in the workspace
            python -c 'import x'                                       => ? its code stands in the command
            python manage.py runserver 0.0.0.0:8000                    => manage.py
            poetry run python app.py                                   => app.py
            pipenv run gunicorn app:app                                => app.py#app
            uv run uvicorn shop.main:app                               => shop/main.py#app
            uv run --no-dev app.py                                     => app.py
            uvicorn shop.main:app                                      => shop/main.py#app
            uvicorn main:app --app-dir backend                         => backend/main.py#app
            uvicorn --factory factory:create_app                       => factory.py#create_app()
            uvicorn orders.main:app                                    => src/orders/main.py#app
            uvicorn other.main:app                                     => ? the module other.main is not in the workspace
            gunicorn shop.wsgi                                         => shop/wsgi.py#application
            gunicorn 'factory:create_app()'                            => factory.py#create_app()
            gunicorn --chdir backend main:app                          => backend/main.py#app
            python -m gunicorn app:app                                 => app.py#app
            python3 -m uvicorn shop.main:app                           => shop/main.py#app
            flask run                                                  => wsgi.py#app
            flask --app app run                                        => app.py#app
            FLASK_APP=shop flask run                                   => shop/__init__.py#create_app()
            hypercorn shop.main:app                                    => shop/main.py#app
            daphne shop.asgi:application                               => shop/asgi.py#application
            waitress-serve --call factory:create_app                   => factory.py#create_app()
            fastapi run shop/main.py                                   => shop/main.py#app
            celery -A shop worker -l info                              => shop/celery.py
            java -jar target/shop-1.0.jar                              => main class of .
            java -jar /app/orders/target/orders.jar                    => main class of orders
            java -Xmx512m -cp target/classes shop.Shop                 => main class shop.Shop of .
            java $JAVA_OPTS -jar app.jar                               => main class of .
            java org.springframework.boot.loader.launch.JarLauncher    => main class of .
            mvn spring-boot:run                                        => main class of .
            mvn -pl orders spring-boot:run                             => main class of orders
            gradle :orders:bootRun                                     => main class of orders
            catalina.sh run                                            => main class of .
            nginx -g 'daemon off;'                                     => ? the language of nginx is not read
            bundle exec rails server                                   => ? the language of bundle is not read
            ./server                                                   => ? its program server is not read
            ./docker-entrypoint.sh node server.js                      => server.js
            sh ./docker-entrypoint.sh npm start                        => server.js
            ./start.sh                                                 => shop/wsgi.py#application
            bash exec.sh                                               => server.js
            MODE=worker ./choice.sh                                    => worker.js
            MODE=web ./choice.sh                                       => server.js
            ./choice.sh                                                => ? a condition decides what it starts
            ./case.sh worker                                           => worker.js
            ./case.sh api                                              => server.js
            ./case.sh                                                  => ? it starts no program that stays
            sh parallel.sh                                             => [worker.js, server.js]
            ./function.sh                                              => server.js
            sh function.sh                                             => server.js
            """)
    void a_command_starts(String command, String entry) {
        assertThat(shown(read(command).entry())).isEqualTo(entry);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            ["node", "server.js"]                                   => server=node
            ["npm", "start"]                                        => server=node signals-stop-at=npm
            ["tini", "--", "npm", "start"]                          => server=node signals-stop-at=npm
            ["sh", "-c", "node server.js"]                          => server=node signals-stop-at=shell
            ["sh", "-c", "exec node server.js"]                     => server=node
            ["bash", "-c", "node server.js"]                        => server=node
            ["./exec.sh"]                                           => server=node
            ["./docker-entrypoint.sh", "node", "server.js"]         => server=node
            node server.js                                          => server=node signals-stop-at=shell
            exec node server.js                                     => server=node
            exec npm start                                          => server=node signals-stop-at=npm
            ["node", "--max-old-space-size=2048", "server.js"]      => heap=2048 server=node
            ["npm", "run", "serve"]                                 => heap=400 server=node signals-stop-at=npm
            ["uvicorn", "shop.main:app"]                            => bind-address=127.0.0.1 keep-alive=5000 listen-port=8000 server=uvicorn workers=1
            ["uvicorn", "shop.main:app", "--host", "0.0.0.0", "--port=80", "--workers", "4"] => bind-address=0.0.0.0 keep-alive=5000 listen-port=80 server=uvicorn workers=4
            exec uvicorn shop.main:app --host 0.0.0.0 --port $PORT  => bind-address=0.0.0.0 keep-alive=5000 listen-port=? server=uvicorn workers=1
            PORT=81 && exec uvicorn shop.main:app --port ${PORT}    => bind-address=127.0.0.1 keep-alive=5000 listen-port=81 server=uvicorn workers=1
            ["gunicorn", "app:app"]                                 => bind-address=127.0.0.1 listen-port=8000 server=gunicorn server-timeout=30000 workers=1
            ["gunicorn", "-w4", "-b", "0.0.0.0:8080", "-t", "120", "app:app"] => bind-address=0.0.0.0 listen-port=8080 server=gunicorn server-timeout=120000 workers=4
            ["gunicorn", "-k", "uvicorn.workers.UvicornWorker", "--bind=:80", "app:app"] => bind-address=0.0.0.0 keep-alive=2000 listen-port=80 server=gunicorn workers=1
            ["gunicorn", "--bind", "unix:/run/shop.sock", "app:app"] => server=gunicorn server-timeout=30000 workers=1
            ["gunicorn", "-c", "gunicorn.prod.py", "app:app"]       => bind-address=0.0.0.0 listen-port=9000 server=gunicorn server-timeout=90000 workers=4
            ["gunicorn", "-c", "computed.py", "-w", "2", "app:app"] => bind-address=0.0.0.0 listen-port=80 server=gunicorn server-timeout=30000 workers=2
            ["gunicorn", "-c", "computed.py", "app:app"]            => bind-address=0.0.0.0 listen-port=80 server=gunicorn server-timeout=30000 workers=?
            WEB_CONCURRENCY=3 exec gunicorn app:app                 => bind-address=127.0.0.1 listen-port=8000 server=gunicorn server-timeout=30000 workers=3
            GUNICORN_CMD_ARGS="--bind=0.0.0.0 --workers=2" exec gunicorn app:app => bind-address=0.0.0.0 listen-port=8000 server=gunicorn server-timeout=30000 workers=2
            ["./start.sh"]                                          => bind-address=0.0.0.0 listen-port=8000 server=gunicorn server-timeout=30000 signals-stop-at=script workers=3
            ["flask", "run"]                                        => bind-address=127.0.0.1 listen-port=5000 server=flask
            ["flask", "run", "--host=0.0.0.0", "-p", "80"]          => bind-address=0.0.0.0 listen-port=80 server=flask
            ["python", "manage.py", "runserver"]                    => bind-address=127.0.0.1 listen-port=8000 server=django
            ["python", "manage.py", "runserver", "0:80"]            => bind-address=0 listen-port=80 server=django
            ["fastapi", "run", "shop/main.py"]                      => bind-address=0.0.0.0 keep-alive=5000 listen-port=8000 server=uvicorn workers=1
            ["fastapi", "dev", "shop/main.py"]                      => bind-address=127.0.0.1 keep-alive=5000 listen-port=8000 server=uvicorn workers=1
            ["hypercorn", "shop.main:app", "-b", "[::]:80"]         => bind-address=:: keep-alive=5000 listen-port=80 server=hypercorn workers=1
            ["java", "-Xmx2g", "-Dserver.port=9090", "-jar", "target/shop.jar"] => heap=2048 listen-port=9090 server=java
            ["java", "-XX:MaxRAMPercentage=75.0", "-jar", "target/shop.jar", "--server.port=81"] => heap-share=75.0 listen-port=81 server=java
            ["catalina.sh", "run"]                                  => listen-port=8080 server=tomcat
            ["pm2-runtime", "ecosystem.config.js"]                  => server=pm2 workers=4
            ["pm2-runtime", "max.config.js"]                        => server=pm2 workers=?
            ["pm2-runtime", "server.js", "-i", "2"]                 => server=pm2 workers=2
            ["next", "start"]                                       => listen-port=3000 server=next
            ["nginx", "-g", "daemon off;"]                          => server=nginx
            """)
    void a_command_carries_settings(String command, String settings) {
        Map<String, Setting> found = new TreeMap<>(read(command).settings());
        assertThat(
                        found.entrySet().stream()
                                .map(each -> each.getKey() + "=" + shown(each.getValue().value()))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(settings);
    }

    @Test
    void variables_that_a_command_sets_are_the_programs() {
        StartCommand read = read("npm run serve");
        assertThat(read.environment().get("NODE_ENV").value()).isEqualTo(new Value.Known("production"));
    }

    @Test
    void scripts_stand_on_the_way() {
        assertThat(read("npm run serve").way().stream().map(Place::file))
                .containsExactly("package.json", "package.json");
        assertThat(read("./exec.sh").way()).containsExactly(Place.startOf("exec.sh"));
    }

    @Test
    void text_that_is_no_command_is_unknown() {
        for (String text :
                List.of("", "&&", "'", "\"$", "${", "$(", "if", "case x in", "((((", "| | |",
                        "<<EOF", "f() { f; }; f", "!".repeat(20_000), "(".repeat(20_000),
                        "${a:-".repeat(20_000), "sh -c ".repeat(500), "a && ".repeat(20_000) + "b",
                        "if true; then :; el".repeat(5_000), "elif x; then y; ".repeat(5_000),
                        "if a; then b; " + "elif x; then y; ".repeat(5_000))) {
            assertThat(read(text).entry()).isInstanceOf(EntryPoint.Unknown.class);
        }
    }

    @Test
    void no_text_makes_the_reader_fail() {
        List<String> parts =
                List.of("$", "{", "}", "(", ")", "'", "\"", "`", "\\", "\n", ";", "&&", "||", "|", "&", "#", "<<E", ">",
                        " ", "if ", "then ", "fi ", "case ", "in ", "esac ", "do ", "done ", "while ", "exec ", "cd ", "sh -c ",
                        "A=b ", "$@", "${A:-", "[ ", " ] ", "node ", "npm run ", "start", "-m ", "java ", "-jar ", "python ",
                        "gunicorn ", "-b ", ":", "uvicorn ", "./case.sh ", "--", "pm2 ", "celery -A ", "env ", "su -c ", "é");
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertThat(read(text.toString())).as(text.toString()).isNotNull();
        }
    }

    private static StartCommand read(String command) {
        CommandLine line =
                command.startsWith("[\"")
                        ? new CommandLine.Exec(
                                Stream.of(command.substring(2, command.length() - 2).split("\", \""))
                                        .toList())
                        : new CommandLine.ShellText(command);
        return commands.read(
                line, Surroundings.of("", Map.of(), false, Place.startOf("Dockerfile")));
    }

    private static String shown(Value value) {
        return value.text().orElse("?");
    }

    private static String shown(EntryPoint entry) {
        if (entry instanceof EntryPoint.Program program) {
            return program.file();
        }
        if (entry instanceof EntryPoint.Application application) {
            return application.file()
                    + "#"
                    + application.attribute()
                    + (application.factory() ? "()" : "");
        }
        if (entry instanceof EntryPoint.MainClass main) {
            String type = main.type().isEmpty() ? "" : " " + main.type();
            return "main class" + type + " of " + (main.folder().isEmpty() ? "." : main.folder());
        }
        if (entry instanceof EntryPoint.Programs several) {
            return several.programs().stream()
                    .map(StartCommandsTest::shown)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return "? " + ((EntryPoint.Unknown) entry).why();
    }
}
