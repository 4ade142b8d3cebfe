package dev.dovetail.judge;

import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.Entity;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Resolver;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.HashSet;
import java.util.Set;

/** Calls that start something which takes time: that is over later than the call. */
public final class Work {

    private static final Set<String> CHAINED = Set.of("then", "catch", "finally");

    private static final int DEPTH = 6;

    private Work() {}

    /** Whether a call starts something that goes on after it returns. */
    public static boolean isWork(Resolver resolver, SourceSummary file, Use use) {
        return isWork(resolver, file, use, 0);
    }

    private static boolean isWork(Resolver resolver, SourceSummary file, Use use, int depth) {
        if (depth > DEPTH) {
            return false;
        }
        ApiFacts facts = resolver.facts();
        if (use.target() instanceof Expr.Member member
                && CHAINED.contains(member.name())
                && member.object() instanceof Expr.Result inner) {
            return isWork(resolver, file, file.uses().get(inner.use()), depth + 1);
        }
        boolean work = false;
        for (Entity target : resolver.resolve(file, use.target())) {
            if (target instanceof Entity.Api api) {
                if (facts.isQuiet(api.path())) {
                    return false;
                }
                work |= facts.givesPromise(api.path());
            } else if (target instanceof Entity.Code code) {
                work |= givesWork(resolver, code, depth);
            }
        }
        return work;
    }

    /** An async function that awaits work, or a function that returns work. */
    private static boolean givesWork(Resolver resolver, Entity.Code code, int depth) {
        SourceSummary file = code.file();
        Definition function = file.definitions().get(code.definition());
        for (Use inner : resolver.index(file).uses(function.id())) {
            boolean carried =
                    inner.outcome() == Use.Outcome.AWAITED
                                    && function.has(Definition.Trait.ASYNC)
                            || inner.outcome() == Use.Outcome.RETURNED;
            if (inner.kind() == Use.Kind.CALL
                    && carried
                    && isWork(resolver, file, inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a function starts work, by itself or through what it calls. */
    public static boolean startsWork(Resolver resolver, Entity.Code code) {
        return startsWork(resolver, code, new HashSet<>(), 0);
    }

    private static boolean startsWork(
            Resolver resolver, Entity.Code code, Set<Entity.Code> seen, int depth) {
        if (depth > DEPTH || !seen.add(code)) {
            return false;
        }
        SourceSummary file = code.file();
        for (Use use : resolver.index(file).uses(code.definition())) {
            if (use.kind() != Use.Kind.CALL) {
                continue;
            }
            if (isWork(resolver, file, use, 0)) {
                return true;
            }
            for (Entity target : resolver.resolve(file, use.target())) {
                if (target instanceof Entity.Code called
                        && startsWork(resolver, called, seen, depth + 1)) {
                    return true;
                }
            }
        }
        for (Definition inner : resolver.index(file).children(code.definition())) {
            if (inner.kind() == Definition.Kind.FUNCTION
                    && startsWork(
                            resolver, new Entity.Code(file, inner.id()), seen, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** What a call starts, in the code's own words. */
    public static String named(ReachedUse use) {
        Expr at = use.use().target();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (at instanceof Expr.Member member && CHAINED.contains(member.name())) {
                at = member.object();
            } else if (at instanceof Expr.Result result) {
                at = use.file().uses().get(result.use()).target();
            } else if (at instanceof Expr.Member member) {
                name.insert(0, "." + member.name());
                at = member.object();
            } else {
                break;
            }
        }
        if (at instanceof Expr.Ref ref) {
            name.insert(0, use.file().bindings().get(ref.binding()).name());
        } else if (at instanceof Expr.Global global) {
            name.insert(0, global.name());
        } else if (at instanceof Expr.This) {
            name.insert(0, "this");
        }
        String text = name.toString();
        return (text.startsWith(".") ? text.substring(1) : text) + "()";
    }
}
