package dev.dovetail.config.cloudflare;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudflareReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new UnitsFolder(root, new CloudflareReader());
        shop.write("src/index.ts", "export default { fetch: () => new Response('ok') };\n");
    }

    @ParameterizedTest
    @CsvSource({
        "compatibility_date = 2024-01-01, false",
        "compatibility_date = '2026-08-03', false",
        "compatibility_date = '2026-08-04', true",
        "compatibility_date = '2024-01-01'#compatibility_flags = ['nodejs_compat'], partial",
        "compatibility_date = '2024-09-23'#compatibility_flags = ['nodejs_compat'], true",
        "compatibility_date = '2024-01-01'#compatibility_flags = ['nodejs_compat_v2'], true",
        "compatibility_date = '2026-09-01'#compatibility_flags = ['no_nodejs_compat' ; 'no_nodejs_compat_v2'], false",
        "compatibility_date = '2023-01-01'#node_compat = true, true",
        "compatibility_flags = ['nodejs_compat'], true",
        "compatibility_date = '$DATE', ''",
        "workers_dev = true, ''"
    })
    void date_and_flags_say_how_much_of_node_there_is(String config, String compatibility) throws IOException {
        shop.write("wrangler.toml", "name = 'shop'\nmain = 'src/index.ts'\n" + config.replace('#', '\n').replace(';', ','));
        assertThat(setting(shop.unit("shop"), "node-compat")).isEqualTo(compatibility);
    }

    @Test
    void a_worker_is_called_over_http_by_schedules_and_by_queues() throws IOException {
        shop.write(
                "wrangler.jsonc",
                """
                {
                  // the shop
                  "name": "shop",
                  "main": "src/index.ts",
                  "vars": { "MODE": "live" },
                  "triggers": { "crons": ["0 * * * *"] },
                  "queues": { "consumers": [{ "queue": "orders" }] },
                }
                """);
        DeploymentUnit unit = shop.unit("shop");
        assertThat(unit.host()).isEqualTo("cloudflare-workers");
        assertThat(entry(unit)).isEqualTo("src/index.ts cloudflare-worker");
        assertThat(triggers(unit)).containsExactly(Trigger.Kind.HTTP, Trigger.Kind.SCHEDULE, Trigger.Kind.QUEUE);
        assertThat(variable(unit, "MODE")).isEqualTo("live");
        assertThat(unit.environmentKnown()).isFalse();
    }

    @Test
    void an_environment_that_runs_otherwise_is_a_worker_of_its_own() throws IOException {
        shop.write(
                "wrangler.toml",
                """
                name = "shop"
                main = "src/index.ts"
                compatibility_date = "2024-01-01"
                [vars]
                MODE = "test"
                [env.production]
                compatibility_flags = ["nodejs_compat_v2"]
                [env.staging]
                vars = { MODE = "staging" }
                """);
        assertThat(shop.names()).containsExactly("shop", "shop-production");
        assertThat(setting(shop.unit("shop"), "node-compat")).isEqualTo("false");
        assertThat(setting(shop.unit("shop-production"), "node-compat")).isEqualTo("true");
        assertThat(variable(shop.unit("shop-production"), "MODE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "main = 'src/index.ts', src/index.ts cloudflare-worker",
        "main = './src/index.ts', src/index.ts cloudflare-worker",
        "main = 'worker.js'#[build]#command = 'npm run build', ''",
        "[build.upload]#dir = 'src'#main = './index.ts', src/index.ts cloudflare-worker",
        "main = '../outside.js', ''",
        "type = 'javascript', index.js cloudflare-worker"
    })
    void config_says_where_the_code_is_unless_a_build_writes_it(String config, String entry) throws IOException {
        shop.write("wrangler.toml", config.replace('#', '\n'));
        assertThat(entry(shop.units().get(0))).isEqualTo(entry);
    }

    @Test
    void assets_alone_are_no_worker() throws IOException {
        shop.write("wrangler.jsonc", "{\"name\": \"site\", \"assets\": {\"directory\": \"dist\"}}");
        assertThat(shop.units()).isEmpty();
    }

    @Test
    void the_functions_of_a_pages_project_are_one_unit() throws IOException {
        shop.write("wrangler.toml", "name = 'site'\npages_build_output_dir = 'dist'\n");
        shop.write("functions/api/orders/[id].ts", "export const onRequestGet = () => new Response('ok');\n");
        shop.write("functions/api/orders/index.ts", "export const onRequest = () => new Response('ok');\n");
        shop.write("functions/_middleware.ts", "export const onRequest = [];\n");
        DeploymentUnit site = shop.unit("site");
        assertThat(site.host()).isEqualTo("cloudflare-pages");
        assertThat(site.entryPoint()).isInstanceOf(EntryPoint.Files.class);
        assertThat(((EntryPoint.Files) site.entryPoint()).files()).hasSize(3);
        assertThat(site.triggers()).extracting(each -> each.path().orElse("")).containsExactlyInAnyOrder("", "", "/api/orders");
    }

    @Test
    void a_worker_in_the_output_of_a_pages_project_takes_the_place_of_functions() throws IOException {
        shop.write("wrangler.toml", "name = 'site'\npages_build_output_dir = 'public'\n");
        shop.write("functions/api.ts", "export const onRequest = () => new Response('ok');\n");
        shop.write("public/_worker.js", "export default { fetch: () => new Response('ok') };\n");
        assertThat(entry(shop.unit("site"))).isEqualTo("public/_worker.js cloudflare-worker");
    }

    @ParameterizedTest
    @CsvSource({
        "main = 5",
        "main = 'src/index.ts'#env = 'all'",
        "main = 'src/index.ts'#triggers = []",
        "main = 'src/index.ts'#compatibility_flags = { a = 1 }",
        "main = 'src/index.ts'#queues = 7"
    })
    void odd_config_stops_nothing(String config) throws IOException {
        shop.write("wrangler.toml", config.replace('#', '\n'));
        assertThat(shop.units()).hasSize(1);
        assertThat(shop.notifications()).isEmpty();
    }

    @Test
    void broken_config_is_told() throws IOException {
        shop.write("wrangler.jsonc", "{\"name\": ");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).hasSize(1);
    }

    private static String entry(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.File file ? file.file() + " " + file.convention() : "";
    }
}
