/**
 * Objects of Kubernetes as YAML writes them.
 *
 * <p>Documents come in; objects with kind, name and namespace go out, and what their scalars say. It
 * knows no meaning of a kind.
 */
@NullMarked
package dev.dovetail.config.kubernetes.objects;

import org.jspecify.annotations.NullMarked;
