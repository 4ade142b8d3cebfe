package dev.dovetail.config.webapps;

import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What fits an application to a host: a preset that config or a script names, or a package that is of use
 * on one host alone.
 *
 * @param place where it is named
 */
record Adapter(String host, Place place) {

    /** Literal presets of Nitro: https://nitro.build/deploy */
    private static final Pattern PRESET = Pattern.compile("\\bpreset\\s*:\\s*['\"]([\\w-]{2,40})['\"]");

    private static final Pattern IN_SCRIPT = Pattern.compile("(?:NITRO_PRESET=|--preset[= ])['\"]?([\\w-]{2,40})");

    /** The folder that Next.js builds, or the plugin that reads it. */
    private static final Pattern BUILT_BY_NEXT = Pattern.compile("\\bbaseDirectory:\\s*['\"]?[\\w/.-]{0,80}\\.next\\b|\\bpublish\\s*=\\s*['\"][\\w/.-]{0,80}\\.next\\b|@netlify/plugin-nextjs");

    private static final Map<String, String> PRESETS =
            Map.ofEntries(
                    Map.entry("aws-lambda", "aws-lambda"),
                    Map.entry("azure-functions", "azure-functions"),
                    Map.entry("cloudflare", "cloudflare-workers"),
                    Map.entry("cloudflare-durable", "cloudflare-workers"),
                    Map.entry("cloudflare-module", "cloudflare-workers"),
                    Map.entry("cloudflare-pages", "cloudflare-pages"),
                    Map.entry("cloudflare-worker", "cloudflare-workers"),
                    Map.entry("deno-deploy", "deno-deploy"),
                    Map.entry("firebase", "google-cloud-run-functions"),
                    Map.entry("netlify", "netlify-functions"),
                    Map.entry("netlify-builder", "netlify-functions"),
                    Map.entry("netlify-edge", "netlify-edge-functions"),
                    Map.entry("vercel", "vercel-functions"),
                    Map.entry("vercel-edge", "vercel-edge"));

    /** Packages that are of use on one host alone. */
    private static final Map<String, String> PACKAGES =
            Map.ofEntries(
                    Map.entry("@astrojs/cloudflare", "cloudflare-workers"),
                    Map.entry("@astrojs/netlify", "netlify-functions"),
                    Map.entry("@astrojs/vercel", "vercel-functions"),
                    Map.entry("@cloudflare/next-on-pages", "cloudflare-pages"),
                    Map.entry("@netlify/plugin-nextjs", "netlify-functions"),
                    Map.entry("@netlify/remix-adapter", "netlify-functions"),
                    Map.entry("@netlify/remix-edge-adapter", "netlify-edge-functions"),
                    Map.entry("@netlify/vite-plugin-react-router", "netlify-functions"),
                    Map.entry("@opennextjs/cloudflare", "cloudflare-workers"),
                    Map.entry("@react-router/cloudflare", "cloudflare-workers"),
                    Map.entry("@remix-run/cloudflare", "cloudflare-workers"),
                    Map.entry("@remix-run/netlify", "netlify-functions"),
                    Map.entry("@remix-run/netlify-edge", "netlify-edge-functions"),
                    Map.entry("@sveltejs/adapter-cloudflare", "cloudflare-workers"),
                    Map.entry("@sveltejs/adapter-cloudflare-workers", "cloudflare-workers"),
                    Map.entry("@sveltejs/adapter-netlify", "netlify-functions"),
                    Map.entry("@sveltejs/adapter-vercel", "vercel-functions"),
                    Map.entry("@vercel/react-router", "vercel-functions"),
                    Map.entry("@vercel/remix", "vercel-functions"));

    static Optional<Adapter> of(Workspace workspace, PackageJson manifest, WebFramework framework) {
        Optional<WebFramework.ConfigFile> config = framework.config(workspace, manifest.folder());
        if (framework.id().equals("nuxt")) {
            return config.flatMap(Adapter::preset).or(() -> inScripts(manifest));
        }
        Optional<Adapter> beside = framework.id().equals("nextjs") ? besideConfig(workspace, manifest.folder()) : Optional.empty();
        if (beside.isPresent()) {
            return beside;
        }
        // Two adapters are chosen from when it is built.
        long known = PACKAGES.keySet().stream().filter(manifest.allDependencies()::contains).count();
        return PACKAGES.entrySet().stream()
                .filter(each -> known == 1 && manifest.allDependencies().contains(each.getKey()))
                .findFirst()
                .map(each -> new Adapter(onEdge(each.getValue(), config), place(config, each.getKey()).orElse(manifest.place())));
    }

    /** A host that makes an application of Next.js its own, and whose config lies beside it. */
    private static Optional<Adapter> besideConfig(Workspace workspace, String folder) {
        for (Map.Entry<String, String> each : Map.of("amplify.yml", "aws-amplify-hosting", "netlify.toml", "netlify-functions").entrySet()) {
            String path = folder.isEmpty() ? each.getKey() : folder + "/" + each.getKey();
            Optional<Matcher> says = workspace.read(path).map(BUILT_BY_NEXT::matcher).filter(Matcher::find);
            if (says.isPresent()) {
                WebFramework.ConfigFile config = new WebFramework.ConfigFile(path, workspace.read(path).orElse(""));
                return Optional.of(new Adapter(each.getValue(), place(config, says.get().start(), says.get().end())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Adapter> preset(WebFramework.ConfigFile config) {
        Matcher preset = PRESET.matcher(config.text());
        return preset.find()
                ? Optional.ofNullable(PRESETS.get(preset.group(1).replace('_', '-'))).map(host -> new Adapter(host, place(config, preset.start(1), preset.end(1))))
                : Optional.empty();
    }

    private static Optional<Adapter> inScripts(PackageJson manifest) {
        for (String script : manifest.scripts().values()) {
            Matcher preset = IN_SCRIPT.matcher(script);
            if (preset.find() && PRESETS.containsKey(preset.group(1).replace('_', '-'))) {
                return Optional.of(new Adapter(PRESETS.get(preset.group(1).replace('_', '-')), manifest.place()));
            }
        }
        return Optional.empty();
    }

    /** The options of some adapters move the application to the edge. */
    private static String onEdge(String host, Optional<WebFramework.ConfigFile> config) {
        String text = config.map(WebFramework.ConfigFile::text).orElse("");
        if (host.equals("netlify-functions") && text.matches("(?s).*\\bedge:\\s*true\\b.*")) {
            return "netlify-edge-functions";
        }
        return host.equals("vercel-functions") && text.matches("(?s).*\\bruntime:\\s*['\"]edge['\"].*") ? "vercel-edge" : host;
    }

    private static Optional<Place> place(Optional<WebFramework.ConfigFile> config, String name) {
        return config.filter(each -> each.text().contains(name)).map(each -> place(each, each.text().indexOf(name), each.text().indexOf(name) + name.length()));
    }

    private static Place place(WebFramework.ConfigFile config, int start, int end) {
        String before = config.text().substring(0, start);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = start - before.lastIndexOf('\n');
        return new Place(config.path(), new Region(line, column, line, column + end - start));
    }
}
