/**
 * Vercel projects: vercel.json, the conventions of {@code api/} and of Next.js, and backends that
 * need no config.
 *
 * <p>A workspace comes in, a unit per function comes out. Configuration that Vercel and Next.js
 * demand to be literal in source is read from it as text.
 */
@NullMarked
package dev.dovetail.config.vercel;

import org.jspecify.annotations.NullMarked;
