package dev.dovetail.config.kubernetes.helm;

/**
 * A value that cannot be known.
 *
 * @param id the same for what is the same value wherever it is asked for
 */
record Unknown(String id) {}
