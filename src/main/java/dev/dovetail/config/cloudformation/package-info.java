/**
 * Reads AWS CloudFormation and SAM templates, in YAML and JSON.
 *
 * <p>Templates come in; a unit per Lambda function goes out, with what calls it by whatever resource.
 * Intrinsic functions are evaluated with the parameters' defaults; what only a deploy knows is
 * unknown. Nothing here knows of rules or languages.
 */
@NullMarked
package dev.dovetail.config.cloudformation;

import org.jspecify.annotations.NullMarked;
