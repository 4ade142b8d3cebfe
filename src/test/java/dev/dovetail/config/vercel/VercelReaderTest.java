package dev.dovetail.config.vercel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VercelReaderTest {

    private static final String NEXT = "{\"dependencies\": {\"next\": \"16.0.0\"}}";

    @TempDir Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<DeploymentUnit> units() throws IOException {
        Workspace workspace = DirectoryWorkspace.open(root);
        return new VercelReader().read(workspace, new WorkspaceDocuments(workspace)).units();
    }

    private DeploymentUnit only() throws IOException {
        assertThat(units()).hasSize(1);
        return units().get(0);
    }

    private static String setting(DeploymentUnit unit, String name) {
        return unit.setting(name).flatMap(set -> set.value().text()).orElse("none");
    }

    private static String route(DeploymentUnit unit) {
        return unit.triggers().get(0).path().orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "api/orders.js,          vercel-function, /api/orders",
        "api/orders/index.ts,    vercel-function, /api/orders",
        "api/orders/[id].ts,     vercel-function, none",
    })
    void a_file_under_api_is_a_function(String file, String convention, String path)
            throws IOException {
        write("vercel.json", "{}");
        write(file, "export default () => {};");
        DeploymentUnit unit = only();
        assertThat(((EntryPoint.File) unit.entryPoint()).convention()).isEqualTo(convention);
        assertThat(unit.host()).isEqualTo("vercel-functions");
        assertThat(route(unit)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "pages/api/orders.ts,             nextjs-api,        /api/orders",
        "src/pages/api/orders/index.ts,   nextjs-api,        /api/orders",
        "app/api/orders/route.ts,         nextjs-route,      /api/orders",
        "src/app/(shop)/orders/route.js,  nextjs-route,      /orders",
        "app/orders/[id]/route.ts,        nextjs-route,      none",
    })
    void a_route_of_a_next_app_is_a_function(String file, String convention, String path)
            throws IOException {
        write("vercel.json", "{}");
        write("package.json", NEXT);
        write(file, "");
        DeploymentUnit unit = only();
        assertThat(((EntryPoint.File) unit.entryPoint()).convention()).isEqualTo(convention);
        assertThat(route(unit)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "api/_shared.js",
        "api/.hidden.js",
        "api/orders.test.js",
        "api/types.d.ts",
        "lib/orders.js",
        "api/README.md",
    })
    void other_files_are_none(String file) throws IOException {
        write("vercel.json", "{}");
        write(file, "");
        assertThat(units()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export const runtime = 'edge';                     | vercel-edge      | none",
                "export const config = { runtime: 'edge' };         | vercel-edge      | none",
                "export const runtime = 'nodejs';                   | vercel-functions | none",
                "export const maxDuration = 60;                     | vercel-functions | 60000.0",
                "const maxDuration = 60;                            | vercel-functions | none",
            })
    void a_functions_own_source_says_how_it_runs(String source, String host, String timeout)
            throws IOException {
        write("vercel.json", "{}");
        write("package.json", NEXT);
        write("app/api/orders/route.ts", source + "\n");
        assertThat(only().host()).isEqualTo(host);
        assertThat(setting(only(), SettingName.TIMEOUT)).isEqualTo(timeout);
    }

    @ParameterizedTest
    @CsvSource({
        "api/orders.js,   60000.0",
        "api/*.js,        60000.0",
        "api/**/*.js,     60000.0",
        "'api/*.{js,ts}', 60000.0",
    })
    void a_pattern_of_functions_sets_what_it_matches(String pattern, String timeout)
            throws IOException {
        write("vercel.json", "{\"functions\": {\"" + pattern + "\": {\"maxDuration\": 60}}}");
        write("api/orders.js", "");
        assertThat(setting(only(), SettingName.TIMEOUT)).isEqualTo(timeout);
    }

    @ParameterizedTest
    @CsvSource({
        "api/reports/*.js,    2",
        "api/invoices.js,     2",
        "api/orders.js,       1",
        "lib/*.js,            1",
    })
    void a_pattern_that_matches_nothing_is_a_unit_of_its_own(String pattern, int count)
            throws IOException {
        write("vercel.json", "{\"functions\": {\"" + pattern + "\": {\"maxDuration\": 60}}}");
        write("api/orders.js", "");
        assertThat(units()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "22.x,     nodejs22.x",
        "^24.0.0,  nodejs24.x",
        ">=20,     none",
        "20 || 22, none",
    })
    void engines_that_pin_a_major_give_the_runtime(String range, String runtime)
            throws IOException {
        write("vercel.json", "{}");
        write("package.json", "{\"engines\": {\"node\": \"" + range + "\"}}");
        write("api/orders.js", "");
        assertThat(setting(only(), SettingName.RUNTIME)).isEqualTo(runtime);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/digest,          1",
        "/api/digest?all=true, 1",
        "/api/orders/7,        1",
        "/api/forgotten,       2",
        "/reports,             1",
    })
    void a_schedule_calls_a_function_or_stands_alone(String path, int count) throws IOException {
        write(
                "vercel.json",
                "{\"crons\": [{\"path\": \"" + path + "\", \"schedule\": \"0 6 * * *\"}]}");
        String file = path.startsWith("/api/orders") ? "api/orders/[id].js" : "api/digest.js";
        write(file, "");
        assertThat(units()).hasSize(count);
        long schedules =
                units().stream()
                        .flatMap(unit -> unit.triggers().stream())
                        .filter(trigger -> trigger.kind() == Trigger.Kind.SCHEDULE)
                        .count();
        assertThat(schedules).isEqualTo(path.startsWith("/api/digest") ? 1 : 0);
    }

    @Test
    void a_rewrite_may_serve_any_path_that_a_schedule_calls() throws IOException {
        write(
                "vercel.json",
                """
                {"rewrites": [{"source": "/api/(.*)", "destination": "/api/index"}],
                 "crons": [{"path": "/api/forgotten", "schedule": "0 6 * * *"}]}
                """);
        write("api/index.js", "");
        assertThat(units()).hasSize(1);
    }

    @Test
    void builds_name_the_functions_themselves() throws IOException {
        write(
                "vercel.json",
                """
                {"version": 2, "builds": [{"src": "server.js", "use": "@vercel/node"}]}
                """);
        write("server.js", "");
        write("api/orders.js", "");
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("server");
    }

    @Test
    void a_backend_needs_no_config_but_the_file_it_starts_with() throws IOException {
        write("vercel.json", "{}");
        write("package.json", "{\"dependencies\": {\"express\": \"^5.0.0\"}}");
        write("src/server.ts", "");
        assertThat(only().name()).isEqualTo("src/server");
    }

    @Test
    void a_static_export_has_no_functions() throws IOException {
        write("vercel.json", "{}");
        write("package.json", NEXT);
        write("next.config.js", "module.exports = { output: 'export' };");
        write("app/api/orders/route.ts", "");
        assertThat(units()).isEmpty();
    }
}
