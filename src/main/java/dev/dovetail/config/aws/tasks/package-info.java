/**
 * Tasks of Amazon ECS as units, whichever format writes them: task definitions in JSON, and the tasks
 * and services of templates.
 *
 * <p>Parts of a config document come in, units go out. It knows no file.
 */
@NullMarked
package dev.dovetail.config.aws.tasks;

import org.jspecify.annotations.NullMarked;
