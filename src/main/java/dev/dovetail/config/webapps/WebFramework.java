package dev.dovetail.config.webapps;

import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * A framework: which package shows it, what its config is called, which files are its routes.
 *
 * @param id a word for its config format
 * @param packages of which one is among the dependencies
 * @param configs names of its config file without extension
 * @param routes patterns over paths in the project, and how files that meet them are called: keys of
 *     {@code conventions} in {@code rules/frameworks}
 * @param runs whether a file that meets one is served, by its text and the text of the config
 */
record WebFramework(String id, List<String> packages, List<String> configs, Map<Pattern, String> routes, BiPredicate<String, String> runs) {

    private static final String SOURCE = "\\.(?:js|mjs|ts|mts|jsx|tsx)";

    private static final WebFramework NUXT =
            new WebFramework(
                    "nuxt",
                    List.of("nuxt", "nitropack", "nitro"),
                    List.of("nuxt.config", "nitro.config"),
                    routes(
                            "(?:server/)?(?:api|routes|middleware)/.*" + SOURCE, "nitro-handler",
                            "(?:server/)?plugins/.*" + SOURCE, "nitro-plugin"),
                    (text, config) -> text.contains("ventHandler") || text.contains("NitroPlugin") || text.contains("defineHandler"));

    private static final WebFramework SVELTEKIT =
            new WebFramework(
                    "sveltekit",
                    List.of("@sveltejs/kit"),
                    List.of("svelte.config"),
                    routes(
                            "src/routes/(?:.*/)?\\+server\\.(?:js|ts)", "sveltekit-endpoint",
                            "src/routes/(?:.*/)?\\+(?:page|layout)\\.server\\.(?:js|ts)", "sveltekit-page",
                            "src/hooks\\.server\\.(?:js|ts)", "sveltekit-hooks"),
                    (text, config) -> true);

    private static final WebFramework REMIX =
            new WebFramework(
                    "react-router",
                    List.of("@remix-run/dev", "@react-router/dev"),
                    List.of("react-router.config", "vite.config", "remix.config"),
                    routes("app/(?:routes/.*|root|entry\\.server)" + SOURCE, "react-router-route"),
                    (text, config) -> !config.matches("(?s).*\\bssr:\\s*false\\b.*"));

    private static final WebFramework ASTRO =
            new WebFramework(
                    "astro",
                    List.of("astro"),
                    List.of("astro.config"),
                    routes("src/pages/.*\\.(?:js|ts)", "astro-endpoint", "src/middleware(?:/index)?\\.(?:js|ts)", "astro-middleware"),
                    WebFramework::isServedByAstro);

    private static final WebFramework NEXT =
            new WebFramework(
                    "nextjs",
                    List.of("next"),
                    List.of("next.config"),
                    routes("(?:src/)?pages/api/.*" + SOURCE, "nextjs-api", "(?:src/)?app/(?:.*/)?route" + SOURCE, "nextjs-route"),
                    (text, config) -> !config.matches("(?s).*\\boutput:\\s*['\"]export['\"].*"));

    static final List<WebFramework> ALL = List.of(NUXT, SVELTEKIT, REMIX, ASTRO, NEXT);

    private static Map<Pattern, String> routes(String... pairs) {
        Map<Pattern, String> routes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            routes.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        }
        return routes;
    }

    /** Sites are made of files while they are built, but for what asks to be served. */
    private static boolean isServedByAstro(String text, String config) {
        boolean server = config.matches("(?s).*\\boutput:\\s*['\"](?:server|hybrid)['\"].*");
        return server ? !text.matches("(?s).*\\bprerender\\s*=\\s*true\\b.*") : text.matches("(?s).*\\bprerender\\s*=\\s*false\\b.*");
    }

    boolean isOf(PackageJson manifest) {
        return packages.stream().anyMatch(manifest.allDependencies()::contains);
    }

    /** How a file is called that is a route; empty when it is none. */
    Optional<String> convention(String path) {
        if (path.matches(".*(?:\\.d\\.|\\.test\\.|\\.spec\\.|/__tests__/).*")) {
            return Optional.empty();
        }
        return routes.entrySet().stream().filter(each -> each.getKey().matcher(path).matches()).map(Map.Entry::getValue).findFirst();
    }

    /** Whether a file is served, and not made into a page while the application is built. */
    boolean runs(Workspace workspace, String file, String folder) {
        return workspace.read(file).filter(text -> runs.test(text, config(workspace, folder).map(ConfigFile::text).orElse(""))).isPresent();
    }

    /** Its config file in a folder. */
    Optional<ConfigFile> config(Workspace workspace, String folder) {
        for (String name : configs) {
            for (String extension : List.of(".ts", ".js", ".mjs", ".mts", ".cjs")) {
                String path = folder.isEmpty() ? name + extension : folder + "/" + name + extension;
                if (workspace.has(path)) {
                    return workspace.read(path).map(text -> new ConfigFile(path, text));
                }
            }
        }
        return Optional.empty();
    }

    /** A config file and its text, of which literals are read. */
    record ConfigFile(String path, String text) {}
}
