/**
 * Elastic Beanstalk: .ebextensions, .elasticbeanstalk, Dockerrun.aws.json and what pipelines send there.
 *
 * <p>Documents and files come in, units go out. Nothing here knows what a platform supports or which
 * language the code is in.
 */
@NullMarked
package dev.dovetail.config.beanstalk;

import org.jspecify.annotations.NullMarked;
