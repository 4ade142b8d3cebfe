package dev.dovetail.config.vercel;

import dev.dovetail.config.project.PackageJson;
import java.util.List;
import java.util.Optional;

/** What Vercel takes a project for, from its dependencies or its own word. */
enum Framework {
    NEXT,
    /** A front end, whose build decides what is deployed; functions lie in {@code api/} alone. */
    SITE,
    /** A server of one of the frameworks that Vercel runs without config. */
    BACKEND,
    NONE;

    private static final List<String> SITES =
            List.of(
                    "vite",
                    "react-scripts",
                    "@angular/core",
                    "@vue/cli-service",
                    "gatsby",
                    "astro",
                    "nuxt",
                    "@sveltejs/kit",
                    "@remix-run/dev",
                    "@react-router/dev",
                    "@docusaurus/core",
                    "parcel",
                    "webpack-dev-server");

    private static final List<String> BACKENDS =
            List.of("express", "hono", "fastify", "@nestjs/core", "koa", "h3", "elysia", "nitro");

    /** Servers in Python, by the names that vercel.json has for them. */
    private static final List<String> PYTHON_BACKENDS = List.of("fastapi", "flask", "python");

    static Framework of(Optional<PackageJson> manifest, Optional<String> named) {
        if (named.isPresent()) {
            String name = named.get();
            if (name.equals("nextjs")) {
                return NEXT;
            }
            if (PYTHON_BACKENDS.contains(name)) {
                return BACKEND;
            }
            return BACKENDS.contains(name.equals("nestjs") ? "@nestjs/core" : name) ? BACKEND : SITE;
        }
        if (manifest.isEmpty()) {
            return NONE;
        }
        if (manifest.get().allDependencies().contains("next")) {
            return NEXT;
        }
        if (SITES.stream().anyMatch(manifest.get().allDependencies()::contains)) {
            return SITE;
        }
        return BACKENDS.stream().anyMatch(manifest.get().dependencies()::containsKey)
                ? BACKEND
                : NONE;
    }
}
