package dev.dovetail.source;

/**
 * A condition under which a part of a file runs.
 *
 * <p>Branches of {@code if}, {@code switch}, {@code ?:}, {@code &&} and {@code ||}, and what follows
 * an {@code if} that returns, throws or exits.
 *
 * @param id its index in {@link SourceSummary#guards()}
 * @param condition what is tested
 * @param holds whether the part runs when the condition is true, or when it is false
 * @param parent the guard around it, or -1; both must hold
 */
public record Guard(int id, Expr condition, boolean holds, int parent) {}
