/**
 * Units of hosts that CloudFormation's words do not cover: Cloud Run, App Runner and their kind.
 *
 * <p>Evaluated resources come in, units go out. Nothing here knows what a platform supports.
 */
@NullMarked
package dev.dovetail.config.terraform.hosts;

import org.jspecify.annotations.NullMarked;
