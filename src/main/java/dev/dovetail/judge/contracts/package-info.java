/**
 * Contracts: what code and config must agree on, one class for each.
 *
 * <p>A linked unit comes in, findings go out. Words, and the tables of names that a relation is
 * about, stand in {@code rules/contracts}.
 */
@NullMarked
package dev.dovetail.judge.contracts;

import org.jspecify.annotations.NullMarked;
