package dev.dovetail.source;

import dev.dovetail.workspace.Region;

/**
 * An assignment: {@code x = v}, {@code x.p = v}, {@code x[k] += v}, {@code delete x[k]}, {@code
 * x++}.
 *
 * <p>A declaration with its first value is none; a later {@code x = v} is, and its value is among
 * the binding's values too.
 *
 * @param target what is assigned to: {@link Expr.Ref}, {@link Expr.Member} or {@link Expr.Index}
 * @param value what it gets; for a compound assignment the {@link Expr.Operation}; for a deletion
 *     {@link Expr.Literal#NOTHING}
 * @param operator as written: {@code =}, {@code +=}, {@code ??=}, {@code ++}, {@code delete}
 * @param definition the body it stands in
 * @param guard the condition it stands under, or -1
 */
public record Write(
        Expr target, Expr value, String operator, Region region, int definition, int guard) {}
