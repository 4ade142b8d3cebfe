/**
 * Kustomize: objects as bases and overlays make them.
 *
 * <p>Kustomizations come in; the objects that {@code kustomize build} would print go out, each node with
 * the place that says it last. What is fetched from elsewhere or made by plugins is left out.
 */
@NullMarked
package dev.dovetail.config.kubernetes.kustomize;

import org.jspecify.annotations.NullMarked;
