/**
 * Cloudflare Workers and Pages: wrangler.toml, wrangler.json and wrangler.jsonc with their environments,
 * and the functions that Pages makes of the files in {@code functions/}.
 *
 * <p>A workspace comes in, a unit per Worker and one for the functions of a Pages project come out. What a
 * framework's build writes is unknown.
 */
@NullMarked
package dev.dovetail.config.cloudflare;

import org.jspecify.annotations.NullMarked;
