package dev.dovetail.config.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.paas.UnitsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAppReaderTest {

    @TempDir Path root;
    private UnitsFolder shop;

    @BeforeEach
    void shop() {
        shop = new UnitsFolder(root, new WebAppReader());
    }

    private void manifest(String... packages) throws IOException {
        String all = String.join("\": \"1.0.0\", \"", packages);
        shop.write("package.json", "{\"name\": \"shop\", \"dependencies\": {\"" + all + "\": \"1.0.0\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "netlify, netlify-functions",
        "netlify-edge, netlify-edge-functions",
        "netlify_edge, netlify-edge-functions",
        "cloudflare-module, cloudflare-workers",
        "cloudflare_pages, cloudflare-pages",
        "vercel, vercel-functions",
        "aws-lambda, aws-lambda",
        "firebase, google-cloud-run-functions",
        "node-server, ''",
        "my-own, ''"
    })
    void a_preset_of_nitro_names_the_host(String preset, String host) throws IOException {
        manifest("nuxt");
        shop.write("nuxt.config.ts", "export default defineNuxtConfig({ nitro: { preset: '" + preset + "' } })\n");
        shop.write("server/api/orders.ts", "export default defineEventHandler(() => [])\n");
        List<String> hosts = shop.units().stream().map(unit -> unit.host()).toList();
        assertThat(hosts).isEqualTo(host.isEmpty() ? List.of() : List.of(host));
    }

    @Test
    void a_script_may_name_the_preset() throws IOException {
        shop.write("package.json", "{\"dependencies\": {\"nitropack\": \"2.0.0\"}, \"scripts\": {\"build\": \"NITRO_PRESET=vercel nitro build\"}}");
        shop.write("routes/index.ts", "export default eventHandler(() => 'ok')\n");
        assertThat(shop.units().get(0).host()).isEqualTo("vercel-functions");
    }

    @ParameterizedTest
    @CsvSource({
        "@sveltejs/kit, @sveltejs/adapter-netlify, src/routes/api/+server.ts, netlify-functions sveltekit-endpoint",
        "@sveltejs/kit, @sveltejs/adapter-cloudflare, src/routes/+page.server.ts, cloudflare-workers sveltekit-page",
        "@sveltejs/kit, @sveltejs/adapter-vercel, src/hooks.server.ts, vercel-functions sveltekit-hooks",
        "@sveltejs/kit, @sveltejs/adapter-auto, src/routes/api/+server.ts, ''",
        "@sveltejs/kit, @sveltejs/adapter-node, src/routes/api/+server.ts, ''",
        "@sveltejs/kit, @sveltejs/adapter-netlify, src/routes/+page.svelte, ''",
        "@remix-run/dev, @remix-run/cloudflare, app/routes/orders.tsx, cloudflare-workers react-router-route",
        "@react-router/dev, @netlify/vite-plugin-react-router, app/root.tsx, netlify-functions react-router-route",
        "next, @opennextjs/cloudflare, src/app/api/orders/route.ts, cloudflare-workers nextjs-route",
        "next, @netlify/plugin-nextjs, pages/api/orders.js, netlify-functions nextjs-api"
    })
    void an_adapter_names_the_host_and_files_are_routes_by_where_they_lie(String framework, String adapter, String file, String read) throws IOException {
        manifest(framework, adapter);
        shop.write(file, "export const GET = () => new Response('ok');\n");
        String found = shop.units().isEmpty() ? "" : shop.units().get(0).host() + " " + ((EntryPoint.Files) shop.units().get(0).entryPoint()).files().get(0).convention();
        assertThat(found).isEqualTo(read);
    }

    @Test
    void two_adapters_are_chosen_from_when_it_is_built() throws IOException {
        manifest("@sveltejs/kit", "@sveltejs/adapter-netlify", "@sveltejs/adapter-vercel");
        shop.write("src/routes/api/+server.ts", "export const GET = () => new Response('ok');\n");
        assertThat(shop.units()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "output: 'server', export const GET = run;, 1",
        "output: 'server', export const prerender = true; export const GET = run;, 0",
        "site: 'x', export const GET = run;, 0",
        "site: 'x', export const prerender = false; export const GET = run;, 1"
    })
    void astro_serves_what_it_does_not_build(String config, String text, int units) throws IOException {
        manifest("astro", "@astrojs/netlify");
        shop.write("astro.config.mjs", "export default defineConfig({ " + config + " });\n");
        shop.write("src/pages/orders.ts", text + "\n");
        assertThat(shop.units()).hasSize(units);
    }

    @Test
    void next_is_netlify_s_or_amplify_s_where_their_config_takes_what_it_builds() throws IOException {
        manifest("next");
        shop.write("pages/api/orders.js", "export default () => {};\n");
        assertThat(shop.units()).isEmpty();
        shop.write("amplify.yml", "frontend:\n  artifacts:\n    baseDirectory: .next\n");
        assertThat(shop.units().get(0).host()).isEqualTo("aws-amplify-hosting");
        shop.write("amplify.yml", "frontend:\n  artifacts:\n    baseDirectory: out\n");
        shop.write("netlify.toml", "[build]\npublish = '.next'\n");
        assertThat(shop.units().get(0).host()).isEqualTo("netlify-functions");
    }
}
