/**
 * Kubernetes: manifests, Kustomize and Helm.
 *
 * <p>The files of a workspace come in; a deployment unit per container that runs code of the workspace
 * goes out, put together from its workload, Services, routes, autoscalers, ConfigMaps and volumes. What
 * a cluster or a template computes is unknown.
 */
@NullMarked
package dev.dovetail.config.kubernetes;

import org.jspecify.annotations.NullMarked;
