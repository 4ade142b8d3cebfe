/**
 * What the pipelines and scripts of a workspace call: GitHub Actions, CircleCI, Cloud Build and their
 * kin, shell scripts and Makefiles.
 *
 * <p>Files come in; out come the programs they call and the steps they take, each with the folder and
 * the variables that hold there. Nothing here knows what a call is for.
 */
@NullMarked
package dev.dovetail.config.pipelines;

import org.jspecify.annotations.NullMarked;
