/**
 * DigitalOcean App Platform: https://docs.digitalocean.com/products/app-platform/reference/app-spec/.
 *
 * <p>An app spec comes in; a unit per component that runs code of the workspace goes out.
 */
@NullMarked
package dev.dovetail.config.digitalocean;

import org.jspecify.annotations.NullMarked;
