package dev.dovetail.config.heroku;

import static dev.dovetail.config.paas.UnitsFolder.file;
import static dev.dovetail.config.paas.UnitsFolder.setting;
import static dev.dovetail.config.paas.UnitsFolder.triggers;
import static dev.dovetail.config.paas.UnitsFolder.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.paas.UnitsFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HerokuReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new UnitsFolder(root, new HerokuReader());
        shop.write("package.json", "{\"scripts\": {\"start\": \"node server.js\"}, \"engines\": {\"node\": \"22.x\"}}");
        shop.write("server.js", "");
        shop.write("worker.js", "");
    }

    @Test
    void each_process_type_but_release_is_a_unit() throws IOException {
        shop.write(
                "Procfile",
                """
                # comments are passed over
                web: npm start
                release: node migrate.js
                worker:   node worker.js

                not a process
                """);
        assertThat(shop.names()).containsExactly("web", "worker");
        DeploymentUnit web = shop.unit("web");
        assertThat(web.host()).isEqualTo("heroku");
        assertThat(web.place().region().startLine()).isEqualTo(2);
        assertThat(file(web)).isEqualTo("server.js");
        assertThat(triggers(web)).containsExactly(Trigger.Kind.HTTP);
        assertThat(setting(web, "replicas")).isEqualTo("1");
        assertThat(setting(web, "runtime")).isEqualTo("nodejs22");
        assertThat(setting(web, "grace-period")).isEqualTo("30000");
        assertThat(setting(web, "signals-stop-at")).isEmpty();
        assertThat(setting(web, "system-packages")).isEqualTo("?");
        assertThat(variable(web, "PORT")).isEmpty();
        assertThat(web.environmentKnown()).isFalse();
        assertThat(triggers(shop.unit("worker"))).containsExactly(Trigger.Kind.NONE);
        assertThat(file(shop.unit("worker"))).isEqualTo("worker.js");
    }

    @Test
    void a_start_script_alone_is_no_application_of_heroku() throws IOException {
        assertThat(shop.units()).isEmpty();
        shop.write("Procfile.dev", "web: npm run dev\n");
        assertThat(shop.units()).isEmpty();
    }

    @Test
    void a_procfile_beside_the_config_of_another_platform_belongs_to_that_one() throws IOException {
        for (String other : new String[] {"render.yaml", "fly.toml", "railway.json", ".do/app.yaml", ".ebextensions/a.config", ".elasticbeanstalk/config.yml"}) {
            shop.write("api/Procfile", "web: node server.js\n");
            shop.write("api/" + other, "");
            assertThat(shop.units()).as(other).isEmpty();
            java.nio.file.Files.delete(root.resolve("api/" + other));
        }
        assertThat(shop.names()).containsExactly("web");
        // An app.json of Heroku's says that it is there too.
        shop.write("api/render.yaml", "services: []");
        shop.write("api/app.json", "{\"formation\": {\"web\": {\"quantity\": 1}}}");
        assertThat(shop.names()).containsExactly("web");
    }

    @Test
    void app_json_gives_dynos_and_config_vars() throws IOException {
        shop.write("Procfile", "web: npm start\n");
        shop.write(
                "app.json",
                """
                {
                  "name": "shop",
                  "formation": {"web": {"quantity": 2, "size": "Standard-2X"}},
                  "buildpacks": [{"url": "heroku/nodejs"}, {"url": "heroku-community/apt"}],
                  "env": {
                    "MODE": "shop",
                    "REGION": {"value": "eu"},
                    "SECRET": {"generator": "secret"},
                    "EXTRA": {"required": false}
                  }
                }
                """);
        shop.write("Aptfile", "# tools\nffmpeg\n");
        DeploymentUnit web = shop.unit("web");
        assertThat(setting(web, "replicas")).isEqualTo("2");
        assertThat(setting(web, "plan")).isEqualTo("standard-2x");
        assertThat(setting(web, "memory")).isEqualTo("1024");
        assertThat(setting(web, "system-packages").split(" ")).contains("ffmpeg", "ffprobe", "git");
        assertThat(variable(web, "MODE")).isEqualTo("shop");
        assertThat(variable(web, "REGION")).isEqualTo("eu");
        assertThat(variable(web, "SECRET")).isEqualTo("?");
        assertThat(variable(web, "EXTRA")).isEmpty();
    }

    @Test
    void app_json_with_no_procfile_starts_the_start_script_and_that_of_expo_is_none() throws IOException {
        shop.write("app.json", "{\"name\": \"shop\", \"env\": {\"MODE\": {}}}");
        assertThat(file(shop.unit("web"))).isEqualTo("server.js");
        shop.write("app.json", "{\"expo\": {\"name\": \"shop\"}, \"env\": {}}");
        assertThat(shop.units()).isEmpty();
        shop.write("app.json", "{\"name\": \"shop\", \"displayName\": \"Shop\"}");
        assertThat(shop.units()).isEmpty();
    }

    @Test
    void gunicorn_starts_the_workers_that_the_python_buildpack_sets() throws IOException {
        shop.write("requirements.txt", "flask\ngunicorn\n");
        shop.write("app.py", "app = 1\n");
        shop.write("runtime.txt", "python-3.11.4\n");
        shop.write("Procfile", "web: gunicorn app:app\nfixed: gunicorn -w 1 app:app\n");
        DeploymentUnit web = shop.unit("web");
        assertThat(file(web)).isEqualTo("app.py");
        assertThat(setting(web, "workers")).isEqualTo("2");
        assertThat(setting(web, "processes")).isEqualTo("2");
        assertThat(setting(web, "bind-address")).isEqualTo("0.0.0.0");
        assertThat(setting(web, "runtime")).isEqualTo("python3.11");
        assertThat(setting(shop.unit("fixed"), "processes")).isEqualTo("1");
        shop.write("app.json", "{\"env\": {\"WEB_CONCURRENCY\": \"1\"}}");
        assertThat(setting(shop.unit("web"), "processes")).isEqualTo("1");
        shop.write("app.json", "{\"formation\": {\"web\": {\"size\": \"private-s\"}}}");
        assertThat(setting(shop.unit("web"), "processes")).isEqualTo("1");
    }

    @Test
    void heroku_yml_runs_images_and_the_procfile_is_not_read() throws IOException {
        shop.write("Procfile", "web: node other.js\n");
        shop.write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        shop.write(
                "heroku.yml",
                """
                build:
                  docker:
                    web: Dockerfile
                run:
                  worker:
                    command:
                      - node worker.js
                    image: web
                """);
        assertThat(shop.names()).containsExactly("worker", "web");
        assertThat(file(shop.unit("web"))).isEqualTo("server.js");
        assertThat(file(shop.unit("worker"))).isEqualTo("worker.js");
        assertThat(shop.unit("web").way()).anyMatch(place -> place.file().equals("Dockerfile"));
    }

    @Test
    void versions_that_leave_a_choice_say_nothing() throws IOException {
        shop.write("Procfile", "web: npm start\n");
        for (String[] row :
                new String[][] {
                    {">=18", ""}, {"^18.2.0", "nodejs18"}, {"v20.1.0", "nodejs20"}, {"18", "nodejs18"},
                    {">=18 <19", "nodejs18"}, {">=18 <21", ""}, {"18 || 20", ""}, {"latest", ""}, {"", ""},
                    {"999999999999999999999", ""}
                }) {
            shop.write("package.json", "{\"scripts\": {\"start\": \"node server.js\"}, \"engines\": {\"node\": \"" + row[0] + "\"}}");
            assertThat(setting(shop.unit("web"), "runtime")).as(row[0]).isEqualTo(row[1]);
        }
    }

    @Test
    void broken_input_is_a_notification_or_unknown_and_loses_nothing() throws IOException {
        shop.write("Procfile", "web: npm start\n");
        shop.write("app.json", "{\"formation\": ");
        assertThat(shop.names()).containsExactly("web");
        assertThat(shop.notifications()).isNotEmpty();
        shop.write("app.json", "{\"formation\": [1], \"env\": \"x\", \"buildpacks\": 3}");
        assertThat(setting(shop.unit("web"), "replicas")).isEqualTo("1");
        shop.write("app.json", "{\"formation\": {\"web\": {\"quantity\": \"many\", \"size\": {}}}}");
        assertThat(setting(shop.unit("web"), "replicas")).isEqualTo("many");
        shop.write("app.json", "[]");
        shop.write("heroku.yml", "build: {docker: [web]}\nrun: 1\n");
        assertThat(shop.units()).isEmpty();
        shop.write("heroku.yml", "build: [\n");
        assertThat(shop.names()).containsExactly("web");
        shop.write("Procfile", "web:\n: x\nweb\n");
        assertThat(shop.units()).isEmpty();
        shop.write("Procfile", "web: ((( && $(\n");
        assertThat(shop.unit("web").entryPoint()).isInstanceOf(EntryPoint.Unknown.class);
    }
}
