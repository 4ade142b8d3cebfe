/**
 * Resources of the AWS provider, and of modules that are widely used with it, as the resources of
 * CloudFormation that they are other words for.
 *
 * <p>Evaluated resources come in, a template goes out, of which the readers of templates make units.
 */
@NullMarked
package dev.dovetail.config.terraform.aws;

import org.jspecify.annotations.NullMarked;
