package dev.dovetail.config.kubernetes.helm;

/** Go's nil: known to be nothing. */
enum Nil {
    NIL
}
