/**
 * Machines of one's own: systemd, pm2, nginx, Passenger, and what pipelines start there by SSH.
 *
 * <p>Documents and files come in, units go out. Nothing here knows what a platform supports or which
 * language the code is in.
 */
@NullMarked
package dev.dovetail.config.machines;

import org.jspecify.annotations.NullMarked;
