package dev.dovetail.config.azure;

import static dev.dovetail.config.paas.UnitsFolder.setting;
import static dev.dovetail.config.paas.UnitsFolder.triggers;
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

class AzureReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() {
        shop = new UnitsFolder(root, new AzureReader());
    }

    @ParameterizedTest
    @CsvSource({
        "00:05:00, 300000.0",
        "00:00:30, 30000.0",
        "1.00:00:00, 8.64E7",
        "-1, ?",
        "soon, ?"
    })
    void host_json_says_how_long_functions_may_run(String time, String timeout) throws IOException {
        shop.write("host.json", "{\"version\": \"2.0\", \"functionTimeout\": \"" + time + "\"}");
        shop.write("orders/function.json", binding("httpTrigger"));
        shop.write("orders/index.js", "module.exports = async () => {};\n");
        assertThat(setting(shop.unit("orders"), "timeout")).isEqualTo(timeout);
    }

    @ParameterizedTest
    @CsvSource({
        "httpTrigger, HTTP",
        "timerTrigger, SCHEDULE",
        "queueTrigger, QUEUE",
        "serviceBusTrigger, QUEUE",
        "eventHubTrigger, STREAM",
        "cosmosDBTrigger, STREAM",
        "blobTrigger, EVENT",
        "eventGridTrigger, EVENT"
    })
    void a_binding_says_what_calls_a_function(String type, Trigger.Kind kind) throws IOException {
        shop.write("orders/function.json", binding(type));
        assertThat(triggers(shop.unit("orders"))).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "'', orders/index.js, orders/index.js azure-function",
        "'', orders/__init__.py, orders/__init__.py azure-function",
        "../dist/orders/index.js, orders/index.ts, dist/orders/index.js azure-function",
        "__init__.py, other.py, orders/__init__.py azure-script",
        "../bin/Shop.dll, other.js, ''",
        "'', other.js, ''"
    })
    void a_function_is_its_script_or_the_usual_one(String script, String file, String entry) throws IOException {
        String named = script.isEmpty() ? "" : "\"scriptFile\": \"" + script + "\", ";
        shop.write("orders/function.json", binding("httpTrigger").replaceFirst("\\{", "{" + named));
        shop.write(file, "");
        assertThat(entry(shop.unit("orders"))).isEqualTo(entry);
    }

    @Test
    void outputs_alone_are_no_function_and_other_programs_have_host_files_too() throws IOException {
        shop.write("orders/function.json", "{\"bindings\": [{\"type\": \"queue\", \"direction\": \"out\"}]}");
        shop.write("host.json", "{\"host\": \"localhost\"}");
        assertThat(shop.units()).isEmpty();
    }

    @Test
    void a_custom_handler_is_left_alone() throws IOException {
        shop.write("host.json", "{\"version\": \"2.0\", \"customHandler\": {\"description\": {}}}");
        shop.write("orders/function.json", binding("httpTrigger"));
        assertThat(shop.units()).isEmpty();
    }

    @Test
    void a_pattern_that_no_file_meets_is_told_unless_a_build_writes_the_files() throws IOException {
        shop.write("host.json", "{\"version\": \"2.0\"}");
        shop.write("package.json", "{\"main\": \"src/functions/*.js\", \"dependencies\": {\"@azure/functions\": \"^4.0.0\"}}");
        assertThat(entry(shop.units().get(0))).isEqualTo("src/functions/*.js azure-glob");
        shop.write("package.json", "{\"main\": \"dist/functions/*.js\", \"dependencies\": {\"@azure/functions\": \"^4.0.0\"}}");
        assertThat(shop.units()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'{\"bindings\": 5}'", "'{\"bindings\": [7, null]}'", "'[]'", "'{}'"})
    void odd_documents_are_no_functions(String text) throws IOException {
        shop.write("orders/function.json", text);
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).isEmpty();
    }

    @Test
    void broken_documents_are_told() throws IOException {
        shop.write("orders/function.json", "{\"bindings\": [");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).hasSize(1);
    }

    private static String binding(String type) {
        return "{\"bindings\": [{\"type\": \"" + type + "\", \"direction\": \"in\", \"name\": \"it\"}]}";
    }

    private static String entry(DeploymentUnit unit) {
        return unit.entryPoint() instanceof EntryPoint.File file ? file.file() + " " + file.convention() : "";
    }
}
