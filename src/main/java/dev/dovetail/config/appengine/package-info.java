/**
 * App Engine: app.yaml of the standard and the flexible environment.
 *
 * <p>Documents and files come in, units go out. Nothing here knows what a platform supports or which
 * language the code is in.
 */
@NullMarked
package dev.dovetail.config.appengine;

import org.jspecify.annotations.NullMarked;
