package dev.dovetail.judge;

import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Step;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An import by which a unit brings a library and surely uses something of it: types alone are not used,
 * nor what bundlers leave out.
 *
 * @param use stands for the import where conditions ask about a use
 * @param module as {@code rules/} name it
 */
record Imported(ReachedUse use, String module) {

    private static final int NO_GUARD = -1;

    /** The imports of some modules in all files of a unit. */
    static List<Imported> of(LinkedUnit unit, Collection<String> modules) {
        List<Imported> found = new ArrayList<>();
        Map<SourceSummary, Set<String>> used = new IdentityHashMap<>();
        for (Step step : unit.steps()) {
            SourceSummary file = step.code().file();
            for (Import each : file.imports()) {
                boolean runsHere =
                        each.definition() == step.code().definition()
                                && each.kind() != Import.Kind.TYPE_ONLY
                                && each.guard() == NO_GUARD;
                Optional<String> module = runsHere ? named(each.specifier(), modules) : Optional.empty();
                if (module.filter(name -> isUsed(paths(unit, used).get(file), name)).isPresent()) {
                    found.add(new Imported(standIn(step, each), module.get()));
                }
            }
        }
        return found;
    }

    /** A module may be named without the scheme that its full name has: {@code x} for {@code s:x}. */
    private static Optional<String> named(String specifier, Collection<String> modules) {
        return modules.stream()
                .filter(module -> module.equals(specifier) || module.endsWith(":" + specifier))
                .findFirst();
    }

    /** What each file of a unit surely uses, found when it is first asked for. */
    private static Map<SourceSummary, Set<String>> paths(
            LinkedUnit unit, Map<SourceSummary, Set<String>> used) {
        if (used.isEmpty()) {
            unit.files().forEach(file -> used.put(file, new HashSet<>()));
            for (ReachedUse use : unit.uses()) {
                if (use.certain() && use.step().contextKnown()) {
                    used.computeIfAbsent(use.file(), file -> new HashSet<>()).addAll(use.paths());
                }
            }
        }
        return used;
    }

    private static boolean isUsed(@Nullable Set<String> paths, String module) {
        return paths != null && paths.stream().anyMatch(path -> isOf(path, module));
    }

    private static boolean isOf(String path, String module) {
        return path.startsWith(module)
                && (path.length() == module.length()
                        || path.charAt(module.length()) == '.'
                        || path.charAt(module.length()) == '(');
    }

    private static ReachedUse standIn(Step step, Import imported) {
        Use use =
                new Use(
                        -1,
                        Use.Kind.OTHER,
                        new Expr.Unknown("import"),
                        List.of(),
                        imported.region(),
                        imported.definition(),
                        imported.guard(),
                        -1,
                        Use.Outcome.KEPT,
                        false,
                        false);
        return new ReachedUse(step, use, List.of(), step.certain());
    }
}
