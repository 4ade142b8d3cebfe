/**
 * Functions on Google Cloud that source declares: Cloud Functions for Firebase, of both generations, in
 * JavaScript and Python.
 *
 * <p>A workspace comes in, a unit per exported function comes out; its options are read from the calls that
 * make it. Nothing here parses source: what is called, {@link dev.dovetail.config.Documents} tell.
 */
@NullMarked
package dev.dovetail.config.googlefunctions;

import org.jspecify.annotations.NullMarked;
