/**
 * App Runner: apprunner.yaml.
 *
 * <p>Documents and files come in, units go out. Nothing here knows what a platform supports or which
 * language the code is in.
 */
@NullMarked
package dev.dovetail.config.apprunner;

import org.jspecify.annotations.NullMarked;
