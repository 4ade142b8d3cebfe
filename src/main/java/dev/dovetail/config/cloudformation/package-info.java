/**
 * CloudFormation templates and those of AWS SAM, intrinsic functions evaluated.
 *
 * <p>Workspace documents come in, a deployment unit per Lambda function goes out. What is known only
 * to the account that is deployed to is unknown. It knows nothing of what the code does.
 */
@NullMarked
package dev.dovetail.config.cloudformation;

import org.jspecify.annotations.NullMarked;
