/**
 * Web applications whose files are their routes, and that an adapter or preset fits to a host: Nuxt and
 * Nitro, SvelteKit, Remix and React Router, Astro, and Next.js beside Vercel.
 *
 * <p>A workspace comes in, a unit per application comes out whose adapter names a host. What a build makes
 * of routes is left to the build; an adapter that finds its host when it builds is unknown.
 */
@NullMarked
package dev.dovetail.config.webapps;

import org.jspecify.annotations.NullMarked;
