package dev.dovetail.config.googlefunctions;

import static dev.dovetail.config.paas.UnitsFolder.setting;
import static dev.dovetail.config.paas.UnitsFolder.triggers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.RegisteredUnits;
import dev.dovetail.config.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirebaseReaderTest {

    private static final String SECOND = "const { onRequest } = require('firebase-functions/v2/https');\n";

    @TempDir Path root;
    private RegisteredUnits shop;

    @BeforeEach
    void shop() throws IOException {
        shop = new RegisteredUnits(root);
        shop.write("firebase.json", "{\"functions\": {\"source\": \"functions\"}}");
        manifest("^6.1.0");
    }

    private void manifest(String version) throws IOException {
        shop.write("functions/package.json", "{\"main\": \"index.js\", \"dependencies\": {\"firebase-functions\": \"" + version + "\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "require('firebase-functions/v2/https').onRequest(run) | ^4.0.0 | google-cloud-run-functions",
                "require('firebase-functions/v1').https.onRequest(run) | ^6.1.0 | google-cloud-functions",
                "require('firebase-functions').https.onRequest(run) | ^4.0.0 | google-cloud-functions",
                "require('firebase-functions').https.onRequest(run) | ^6.1.0 | google-cloud-run-functions",
                "require('firebase-functions').runWith({memory: '1GB'}).https.onRequest(run) | ^6.1.0 | google-cloud-functions",
                "require('firebase-functions').pubsub.schedule('every 5 minutes').onRun(run) | ^4.0.0 | google-cloud-functions"
            })
    void the_call_or_the_version_of_the_package_tells_the_generation(String call, String version, String host) throws IOException {
        manifest(version);
        shop.write("functions/index.js", "const run = () => {};\nexports.orders = " + call + ";\n");
        assertThat(shop.unit("orders").host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeoutSeconds: 300 | timeout | 300000.0",
                "memory: '512MiB' | memory | 512.0",
                "memory: '2GB' | memory | 2048.0",
                "minInstances: 1 | min-replicas | 1",
                "maxInstances: 5 | max-replicas | 5",
                "concurrency: 1 | concurrency | 1",
                "timeoutSeconds: wait() | timeout | ?",
                "region: 'europe-west1' | timeout | ''"
            })
    void options_of_the_call_are_settings(String option, String name, String value) throws IOException {
        shop.write("functions/index.js", SECOND + "exports.orders = onRequest({" + option + "}, () => {});\n");
        assertThat(setting(shop.unit("orders"), name)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "https, onRequest, HTTP",
        "https, onCall, HTTP",
        "scheduler, onSchedule, SCHEDULE",
        "tasks, onTaskDispatched, QUEUE",
        "firestore, onDocumentCreated, EVENT"
    })
    void the_call_says_what_calls_the_function(String module, String call, Trigger.Kind kind) throws IOException {
        shop.write(
                "functions/index.js",
                "const { " + call + " } = require('firebase-functions/v2/" + module + "');\nexports.orders = " + call + "('x', () => {});\n");
        assertThat(triggers(shop.unit("orders"))).containsExactly(kind);
    }

    @Test
    void options_for_all_functions_yield_to_a_function_s_own() throws IOException {
        shop.write(
                "functions/index.js",
                SECOND
                        + "require('firebase-functions/v2').setGlobalOptions({ timeoutSeconds: 120, memory: '1GiB' });\n"
                        + "exports.orders = onRequest({ timeoutSeconds: 30 }, () => {});\n");
        assertThat(setting(shop.unit("orders"), "timeout")).isEqualTo("30000.0");
        assertThat(setting(shop.unit("orders"), "memory")).isEqualTo("1024.0");
    }

    @Test
    void functions_of_other_files_belong_to_the_codebase_when_its_main_file_loads_them() throws IOException {
        shop.write("functions/index.js", "exports.orders = require('./orders').orders;\n");
        shop.write("functions/orders.js", SECOND + "exports.orders = onRequest(() => {});\n");
        shop.write("functions/old.js", SECOND + "exports.old = onRequest(() => {});\n");
        assertThat(shop.names()).containsExactly("orders");
        assertThat(shop.unit("orders").entryPoint()).isInstanceOf(EntryPoint.Registered.class);
    }

    @Test
    void a_compiled_main_file_stands_for_its_source() throws IOException {
        shop.write("functions/package.json", "{\"main\": \"lib/index.js\", \"dependencies\": {\"firebase-functions\": \"^6.0.0\"}}");
        shop.write("functions/src/index.ts", "import { onRequest } from 'firebase-functions/https';\nexport const orders = onRequest(() => {});\n");
        assertThat(shop.names()).containsExactly("orders");
    }

    @Test
    void decorators_make_functions_of_python() throws IOException {
        shop.write("firebase.json", "{\"functions\": [{\"source\": \"py\", \"runtime\": \"python312\"}]}");
        shop.write(
                "py/main.py",
                "from firebase_functions import https_fn, options\n\n@https_fn.on_request(timeout_sec=90, memory=options.MemoryOption.MB_512)\ndef orders(req):\n    return 'ok'\n");
        DeploymentUnit orders = shop.unit("orders");
        assertThat(orders.host()).isEqualTo("google-cloud-run-functions");
        assertThat(setting(orders, "timeout")).isEqualTo("90000.0");
        assertThat(setting(orders, "runtime")).isEqualTo("python312");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}", "{\"functions\": 5}", "{\"functions\": [null, {}]}", "{\"functions\": {\"source\": \"../out\"}}", "{\"functions\": "})
    void odd_and_broken_config_stops_nothing(String text) throws IOException {
        shop.write("firebase.json", text);
        assertThat(shop.units()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gcloud functions deploy orders --runtime nodejs22 --trigger-http --source fn --timeout 90s | google-cloud-run-functions | 90000.0",
                "gcloud functions deploy orders --no-gen2 --runtime nodejs22 --trigger-topic t --source fn | google-cloud-functions | ''",
                "gcloud beta functions deploy orders --gen2 --source=fn --timeout=$T | google-cloud-run-functions | ?"
            })
    void gcloud_deploys_functions_too(String command, String host, String timeout) throws IOException {
        shop.write("firebase.json", "{}");
        shop.write("deploy.sh", command + "\n");
        shop.write("fn/index.js", "exports.orders = (req, res) => res.end();\n");
        assertThat(shop.unit("orders").host()).isEqualTo(host);
        assertThat(setting(shop.unit("orders"), "timeout")).isEqualTo(timeout);
    }

    @Test
    void a_function_of_the_framework_is_the_call_of_its_name() throws IOException {
        shop.write("firebase.json", "{}");
        shop.write("deploy.sh", "gcloud functions deploy shop --entry-point orders --source fn --trigger-http\n");
        shop.write(
                "fn/index.js",
                "const functions = require('@google-cloud/functions-framework');\nfunctions.http('orders', run);\nfunctions.http('bills', run);\n");
        assertThat(shop.unit("shop").entryPoint()).isInstanceOf(EntryPoint.Registered.class);
        assertThat(((EntryPoint.Registered) shop.unit("shop").entryPoint()).others()).hasSize(1);
    }
}
