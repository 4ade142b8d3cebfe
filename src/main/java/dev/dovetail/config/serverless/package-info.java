/**
 * The Serverless Framework's files, variables evaluated.
 *
 * <p>Workspace documents come in, a deployment unit per function goes out. What plugins and the
 * cloud compute is unknown.
 */
@NullMarked
package dev.dovetail.config.serverless;

import org.jspecify.annotations.NullMarked;
