/**
 * Azure Functions: function apps whose functions are registered in code (Node.js v4, Python v2) or
 * described by function.json, with what host.json says of all of them.
 *
 * <p>A workspace comes in, a unit per function comes out. What runs beside them in the same app is
 * another unit. Plans and most settings are Azure's own and unknown.
 */
@NullMarked
package dev.dovetail.config.azure;

import org.jspecify.annotations.NullMarked;
