/**
 * Terraform and OpenTofu: configuration in HCL and JSON, with its modules and variables.
 *
 * <p>Workspace files come in, units go out. Nothing here knows what a platform supports or which
 * language the code is in.
 */
@NullMarked
package dev.dovetail.config.terraform;

import org.jspecify.annotations.NullMarked;
