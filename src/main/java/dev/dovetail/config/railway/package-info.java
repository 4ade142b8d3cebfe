/**
 * Railway services: https://docs.railway.com/config-as-code/reference.
 *
 * <p>railway.json or railway.toml, with what nixpacks.toml says of the build, comes in; a unit for
 * the service goes out. Variables and volumes are set in the dashboard, and unknown.
 */
@NullMarked
package dev.dovetail.config.railway;

import org.jspecify.annotations.NullMarked;
