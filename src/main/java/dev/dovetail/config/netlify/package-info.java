/**
 * Netlify sites: netlify.toml, and the functions and edge functions that Netlify makes of the files in
 * their folders.
 *
 * <p>A workspace comes in, a unit per function comes out. What plugins and frameworks make while they
 * build is not among them.
 */
@NullMarked
package dev.dovetail.config.netlify;

import org.jspecify.annotations.NullMarked;
