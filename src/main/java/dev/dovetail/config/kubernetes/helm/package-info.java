/**
 * Helm: objects as the templates of a chart make them from its values.
 *
 * <p>Charts come in; the objects that {@code helm template} would print go out, each node with the line of
 * the template that makes it. A part of Go's template language is evaluated, within bounds on steps, depth
 * and size; what it does not know is unknown, and a document whose structure that hides is left out.
 */
@NullMarked
package dev.dovetail.config.kubernetes.helm;

import org.jspecify.annotations.NullMarked;
