package dev.dovetail.config.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.Trigger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachinesReaderTest {

    @TempDir Path root;
    private TestFolder folder;

    @BeforeEach
    void a_server() {
        folder = new TestFolder(root).write("server.js", "").write("backend/app.py", "").write("backend/main.js", "");
    }

    private List<DeploymentUnit> units() {
        return folder.units(new MachinesReader());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'WorkingDirectory=/opt/shop\nExecStart=/usr/bin/node server.js' | server.js",
                "'ExecStart=/usr/bin/node /srv/www/shop/server.js' | server.js",
                "'WorkingDirectory=/opt/shop/backend\nExecStart=/opt/shop/venv/bin/gunicorn --workers 3 --bind unix:/run/shop.sock app:api' | backend/app.py api",
                "'WorkingDirectory=/opt/shop/backend\nExecStart=-/usr/bin/node main.js' | backend/main.js",
                "'WorkingDirectory=/opt/shop\nExecStart=/usr/bin/node \\\n  server.js' | server.js",
                "'ExecStart=/usr/bin/docker run shop' | none",
                "'ExecStart=/usr/local/bin/other --serve' | none",
                "'Description=nothing' | none",
            })
    void a_unit_of_systemd_starts_a_file_of_the_repository(String service, String expected) {
        folder.write("deploy/shop.service", "[Unit]\nDescription=Shop\n[Service]\n" + service + "\n");
        assertThat(units().stream().map(TestFolder::entry).findFirst().orElse("none")).isEqualTo(expected);
    }

    @Test
    void its_variables_limits_and_timer_are_read() {
        folder.write(
                        "deploy/report.service",
                        """
                        [Service]
                        User=www
                        WorkingDirectory=/opt/shop
                        Environment="MODE=live now" PORT=3000
                        MemoryMax=512M
                        ProtectSystem=strict
                        StateDirectory=shop
                        ExecStart=/usr/bin/node server.js
                        """)
                .write("deploy/report.timer", "[Timer]\nOnCalendar=daily\n");
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("report");
        assertThat(unit.environmentKnown()).isTrue();
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live now");
        assertThat(TestFolder.variable(unit, "PORT")).isEqualTo("3000");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("512");
        assertThat(TestFolder.setting(unit, "user")).isEqualTo("www");
        assertThat(TestFolder.setting(unit, "read-only-root")).isEqualTo("true");
        assertThat(unit.mounts()).extracting(mount -> mount.path().text().orElse("")).containsExactly("/var/lib/shop");
        assertThat(unit.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.SCHEDULE);
    }

    @Test
    void nginx_is_a_hop_to_the_port_that_the_service_has() {
        folder.write("deploy/shop.service", "[Service]\nWorkingDirectory=/opt/shop\nEnvironment=PORT=3000\nExecStart=/usr/bin/node server.js\n")
                .write(
                        "deploy/nginx.conf",
                        """
                        http {
                          client_max_body_size 20m; # reports
                          upstream shop { server 127.0.0.1:3000; }
                          server {
                            location /socket { proxy_pass http://shop; proxy_set_header Upgrade $http_upgrade; proxy_read_timeout 5m; }
                            location /admin { proxy_pass http://localhost:9000/; }
                          }
                        }
                        """);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.triggers()).hasSize(1);
        Trigger.Hop hop = unit.triggers().get(0).hops().get(0);
        assertThat(hop.platform()).isEqualTo("nginx");
        assertThat(hop.place().region().startLine()).isEqualTo(5);
        assertThat(hop.settings().get("upgrades").value().text()).contains("true");
        assertThat(hop.settings().get("request-size").value().number()).contains(20.0 * 1024 * 1024);
        assertThat(hop.settings().get("timeout").value().number()).contains(300_000.0);
        assertThat(TestFolder.setting(unit, "port")).isEqualTo("3000");
    }

    @Test
    void pm2_starts_what_its_ecosystem_says_unless_an_image_does() {
        folder.write("ecosystem.config.js", "module.exports = { apps: [{ name: 'shop', script: 'server.js', instances: 4, exec_mode: 'cluster' }] };\n");
        DeploymentUnit unit = units().get(0);
        assertThat(TestFolder.entry(unit)).isEqualTo("server.js");
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo("4");
        folder.write("Dockerfile", "FROM node:24\nCOPY . .\nCMD [\"pm2-runtime\", \"ecosystem.config.js\"]\n");
        assertThat(units()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".htaccess | 'PassengerAppRoot /home/shop\nPassengerStartupFile server.js' | server.js",
                "passenger_wsgi.py | 'application = 1' | passenger_wsgi.py application",
                ".htaccess | 'RewriteEngine On' | none",
                ".htaccess | 'PassengerAppRoot /home/shop\nPassengerStartupFile ../../etc/passwd' | none",
                ".cpanel.yml | 'deployment: {tasks: []}' | none",
            })
    void passenger_runs_its_startup_file(String file, String text, String expected) {
        folder.write(file, text);
        assertThat(units().stream().map(unit -> TestFolder.entry(unit)).findFirst().orElse("none")).isEqualTo(expected);
        assertThat(units()).allMatch(unit -> unit.host().equals("shared-hosting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server {", "}}}}", "server { location / { proxy_pass", "proxy_pass http://localhost:99999999; {", "\"unclosed { proxy_pass ${", "upstream a { server ; } { proxy_pass http://a; }"})
    void a_broken_site_is_no_way_in(String text) {
        folder.write("nginx.conf", text).write("shop.service", "[Service]\nExecStart=/usr/bin/node /opt/server.js\n");
        assertThat(units()).allMatch(unit -> unit.settings().getOrDefault("port", Setting.byDefault(1L)).equals(Setting.byDefault(1L)));
    }

    @Test
    void deep_nesting_ends() {
        folder.write("nginx.conf", "proxy_pass http://localhost:1;" + "a {".repeat(5000));
        assertThat(Map.of("units", units())).isNotEmpty();
    }
}
