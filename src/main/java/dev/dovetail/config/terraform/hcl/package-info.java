/**
 * The syntax of HCL, as Terraform and OpenTofu write it.
 *
 * <p>A text comes in, blocks and expressions with their places go out, and around what does not parse
 * the rest. It evaluates nothing and knows no word of Terraform.
 */
@NullMarked
package dev.dovetail.config.terraform.hcl;

import org.jspecify.annotations.NullMarked;
