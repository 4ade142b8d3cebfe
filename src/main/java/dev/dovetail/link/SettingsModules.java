package dev.dovetail.link;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of a module that a framework reads as its settings, each as an assignment to the path
 * by which code reads it.
 *
 * <p>A variable that the module changes after it gave it a value is left out: what it holds then is
 * unknown.
 */
final class SettingsModules {

    /** Settings that build on each other are followed this far. */
    private static final int LONGEST_CHAIN = 5;

    /** One variable's value. */
    record Given(SourceSummary file, Use use, String path) {}

    private final Resolver resolver;
    private final Folder folder;
    private final Sources sources;

    SettingsModules(Resolver resolver, Folder folder, Sources sources) {
        this.resolver = resolver;
        this.folder = folder;
        this.sources = sources;
    }

    /** What the module gives that a use names as the framework's settings. */
    List<Given> namedBy(SourceSummary file, Use use) {
        List<Given> given = new ArrayList<>();
        if (use.kind() != Use.Kind.CALL || !resolver.facts().loadsByName(file.language())) {
            return given;
        }
        for (String path : resolver.paths(file, use.target())) {
            for (Framework.Load load : resolver.facts().loads(path)) {
                if (!load.settings().isEmpty()) {
                    moduleName(load, use)
                            .ifPresent(name -> add(file, name, load.settings(), new HashSet<>(), 0, given));
                }
            }
        }
        return given;
    }

    /** The variable that is set wins over what the call gives where it is not. */
    private Optional<String> moduleName(Framework.Load load, Use use) {
        if (use.arguments().size() < 2) {
            return Optional.empty();
        }
        Optional<String> variable = literal(use.arguments().get(0).value()).filter(load.when()::contains);
        return variable.flatMap(
                name ->
                        folder.environment()
                                .variable(name)
                                .text()
                                .or(() -> literal(use.arguments().get(1).value())));
    }

    private static Optional<String> literal(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.value() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private void add(
            SourceSummary from,
            String module,
            String path,
            Set<String> seen,
            int depth,
            List<Given> given) {
        for (String name : resolver.names(from).filesNamed(from, module)) {
            sources.summary(name).ifPresent(file -> addAll(file, path, seen, depth, given));
        }
    }

    private void addAll(
            SourceSummary file, String path, Set<String> seen, int depth, List<Given> given) {
        for (Binding binding : file.bindings()) {
            boolean variable =
                    binding.definition() == SourceSummary.MODULE
                            && binding.kind() == Binding.Kind.VARIABLE;
            if (variable && seen.add(binding.name()) && staysAsGiven(file, binding)) {
                given.add(new Given(file, assignment(binding), path + "." + binding.name()));
            }
        }
        for (Export export : file.exports()) {
            boolean rest = export.name().equals(Export.ALL) && depth < LONGEST_CHAIN;
            if (rest) {
                for (Entity module : resolver.resolve(file, export.value())) {
                    if (module instanceof Entity.ModuleFile base) {
                        addAll(base.file(), path, seen, depth + 1, given);
                    }
                }
            }
        }
    }

    private static boolean staysAsGiven(SourceSummary file, Binding binding) {
        Expr itself = new Expr.Ref(binding.id());
        return binding.values().size() == 1
                && file.writes().stream().noneMatch(write -> isPartOf(write.target(), itself))
                && file.uses().stream()
                        .noneMatch(
                                use ->
                                        use.kind() == Use.Kind.CALL
                                                && isPartOf(use.target(), itself));
    }

    /** Whether an expression is a member or element of another one. */
    private static boolean isPartOf(Expr expr, Expr whole) {
        Expr at = expr;
        while (!at.equals(whole)) {
            if (at instanceof Expr.Member member) {
                at = member.object();
            } else if (at instanceof Expr.Index index) {
                at = index.object();
            } else {
                return false;
            }
        }
        return expr != whole && !expr.equals(whole);
    }

    private static Use assignment(Binding binding) {
        return new Use(
                -1,
                Use.Kind.ASSIGN,
                new Expr.Ref(binding.id()),
                List.of(new Use.Argument(null, binding.values().get(0), false)),
                binding.region(),
                SourceSummary.MODULE,
                -1,
                -1,
                Use.Outcome.KEPT,
                false,
                false);
    }
}
