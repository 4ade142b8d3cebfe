package dev.dovetail.config.netlify;

import static dev.dovetail.config.paas.UnitsFolder.setting;
import static dev.dovetail.config.paas.UnitsFolder.triggers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.paas.UnitsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetlifyReaderTest {

    private static final String NEW = "export default async () => new Response('ok');\n";
    private static final String OLD = "exports.handler = async () => ({ statusCode: 200 });\n";

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() {
        shop = new UnitsFolder(root, new NetlifyReader());
    }

    @ParameterizedTest
    @CsvSource({
        "netlify/functions/orders.js, orders",
        "netlify/functions/orders.mts, orders",
        "netlify/functions/orders/index.ts, orders",
        "netlify/functions/orders/orders.ts, orders",
        "netlify/functions/orders/helper.ts, ''",
        "netlify/functions/orders.test.js, ''",
        "netlify/functions/orders.d.ts, ''",
        "netlify/functions/readme.md, ''",
        "site/netlify/functions/orders.js, orders",
        "functions/orders.js, ''"
    })
    void files_are_functions_by_where_they_lie(String file, String name) throws IOException {
        shop.write(file, NEW);
        assertThat(shop.names()).isEqualTo(name.isEmpty() ? List.of() : List.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "[functions]#directory = 'api', api/orders.js",
        "[build]#functions = 'api', api/orders.js",
        "[build]#base = 'web', web/netlify/functions/orders.js",
        "[build]#base = 'web'#[functions]#directory = 'api', web/api/orders.js",
        "[build]#functions = 'lambda'#command = 'netlify-lambda build src/lambda', src/lambda/orders.js"
    })
    void config_says_where_functions_lie(String config, String file) throws IOException {
        shop.write("netlify.toml", config.replace('#', '\n'));
        shop.write(file, OLD);
        assertThat(entry(shop.unit("orders"))).isEqualTo(file + " netlify-handler");
    }

    @Test
    void what_lies_by_convention_outside_the_base_is_not_deployed() throws IOException {
        shop.write("netlify.toml", "[build]\nbase = 'web'\n");
        shop.write("netlify/functions/old.js", OLD);
        shop.write("web/netlify/functions/orders.js", OLD);
        assertThat(shop.names()).containsExactly("orders");
    }

    @Test
    void the_form_of_a_function_is_what_its_file_exports() throws IOException {
        shop.write("netlify/functions/orders.mjs", NEW);
        shop.write("netlify/functions/bills.js", OLD);
        assertThat(entry(shop.unit("orders"))).endsWith("netlify-function");
        assertThat(entry(shop.unit("bills"))).endsWith("netlify-handler");
    }

    @Test
    void a_function_is_called_at_its_name_and_where_redirects_lead_to_it() throws IOException {
        shop.write(
                "netlify.toml",
                "[[redirects]]\nfrom = '/orders'\nto = '/.netlify/functions/orders/:splat'\n[[redirects]]\nfrom = '/*'\nto = '/index.html'\n");
        shop.write("netlify/functions/orders.js", OLD);
        DeploymentUnit orders = shop.unit("orders");
        assertThat(orders.host()).isEqualTo("netlify-functions");
        assertThat(orders.environmentKnown()).isFalse();
        assertThat(orders.triggers()).extracting(each -> each.path().orElse("")).containsExactly("/.netlify/functions/orders", "/orders");
    }

    @Test
    void background_functions_have_a_quarter_of_an_hour_and_nobody_waits() throws IOException {
        shop.write("netlify/functions/report-background.js", OLD);
        DeploymentUnit report = shop.unit("report-background");
        assertThat(setting(report, "timeout")).isEqualTo("900000.0");
        assertThat(triggers(report)).containsExactly(Trigger.Kind.EVENT);
    }

    @Test
    void netlify_toml_may_name_the_schedule_of_a_function() throws IOException {
        shop.write("netlify.toml", "[functions.\"nightly\"]\nschedule = \"@daily\"\n");
        shop.write("netlify/functions/nightly.js", OLD);
        DeploymentUnit nightly = shop.unit("nightly");
        assertThat(triggers(nightly)).containsExactly(Trigger.Kind.SCHEDULE);
        assertThat(setting(nightly, "timeout")).isEqualTo("30000.0");
    }

    @Test
    void the_build_s_node_is_that_of_functions() throws IOException {
        shop.write("netlify.toml", "[build.environment]\nNODE_VERSION = \"20.11\"\n");
        shop.write("netlify/functions/orders.js", OLD);
        assertThat(setting(shop.unit("orders"), "runtime")).isEqualTo("nodejs20.x");
    }

    @Test
    void edge_functions_run_elsewhere() throws IOException {
        shop.write("netlify.toml", "[[edge_functions]]\nfunction = \"geo\"\npath = \"/hello\"\n");
        shop.write("netlify/edge-functions/geo.ts", NEW);
        DeploymentUnit geo = shop.unit("geo");
        assertThat(geo.host()).isEqualTo("netlify-edge-functions");
        assertThat(entry(geo)).isEqualTo("netlify/edge-functions/geo.ts netlify-edge-function");
        assertThat(geo.triggers()).extracting(each -> each.path().orElse("")).containsExactly("/hello");
    }

    @Test
    void a_redirect_to_a_function_that_no_file_is_makes_a_unit_without_code() throws IOException {
        shop.write("netlify.toml", "[[redirects]]\nfrom = '/bills'\nto = '/.netlify/functions/bills'\n");
        shop.write("netlify/functions/orders.js", OLD);
        assertThat(entry(shop.unit("bills"))).isEqualTo("netlify/functions/bills netlify-function");
        shop.write("netlify.toml", "[[plugins]]\npackage = 'forms'\n[[redirects]]\nfrom = '/bills'\nto = '/.netlify/functions/bills'\n");
        assertThat(shop.names()).containsExactly("orders");
    }

    @ParameterizedTest
    @CsvSource({
        "functions = {}",
        "functions = []",
        "redirects = 'all'",
        "[functions]#directory = ['api']",
        "[build]#base = '../../elsewhere'",
        "[[redirects]]#to = '/.netlify/functions/'"
    })
    void odd_config_loses_no_function(String config) throws IOException {
        shop.write("netlify.toml", config.replace('#', '\n'));
        shop.write("netlify/functions/orders.js", OLD);
        assertThat(shop.names()).containsExactly("orders");
    }

    @Test
    void broken_toml_is_told_and_what_lies_by_convention_is_read() throws IOException {
        shop.write("netlify.toml", "[build\nfunctions = ");
        shop.write("netlify/functions/orders.js", OLD);
        assertThat(shop.notifications()).hasSize(1);
        assertThat(shop.names()).containsExactly("orders");
    }

    private static String entry(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.File file ? file.file() + " " + file.convention() : "";
    }
}
