/**
 * What Terraform configuration is worth before a plan: variables, locals, modules and functions
 * evaluated as far as the workspace tells.
 *
 * <p>Folders of HCL come in, resources with their attributes go out. It knows no provider: what a
 * resource means is for its readers.
 */
@NullMarked
package dev.dovetail.config.terraform.values;

import org.jspecify.annotations.NullMarked;
