/**
 * Infrastructure that programs describe by constructing objects: the AWS CDK in TypeScript, JavaScript,
 * Python and Java.
 *
 * <p>Calls of source files come in, as {@link dev.dovetail.config.SourceCall} has them; units go out. It
 * knows no language: what loops or computes is unknown.
 */
@NullMarked
package dev.dovetail.config.constructs;

import org.jspecify.annotations.NullMarked;
