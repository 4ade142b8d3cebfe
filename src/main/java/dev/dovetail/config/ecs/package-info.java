/**
 * Amazon ECS: task definitions in JSON, and tasks and services in CloudFormation templates.
 *
 * <p>Documents and files come in, units go out. Nothing here knows what a platform supports or which
 * language the code is in.
 */
@NullMarked
package dev.dovetail.config.ecs;

import org.jspecify.annotations.NullMarked;
