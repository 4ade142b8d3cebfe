package dev.dovetail.link;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that a call loads by the name of their module: {@code include("orders.urls")}. */
final class NamedModules {

    private final Resolver resolver;
    private final Sources sources;

    NamedModules(Resolver resolver, Sources sources) {
        this.resolver = resolver;
        this.sources = sources;
    }

    /** Files that a use loads, and those that variables of theirs name. */
    Set<String> loadedBy(SourceSummary file, Use use) {
        Set<String> files = new LinkedHashSet<>();
        if (use.kind() != Use.Kind.CALL || !resolver.facts().loadsByName(file.language())) {
            return files;
        }
        for (String path : resolver.paths(file, use.target())) {
            for (Framework.Load load : resolver.facts().loads(path)) {
                if (isMeant(load, use)) {
                    for (Expr argument : Arguments.at(use, load.argument())) {
                        name(argument).ifPresent(name -> add(file, name, load.variables(), files));
                    }
                }
            }
        }
        return files;
    }

    private void add(SourceSummary from, String name, List<String> variables, Set<String> files) {
        for (String file : resolver.names(from).filesNamed(from, name)) {
            files.add(file);
            Optional<SourceSummary> loaded =
                    variables.isEmpty() ? Optional.empty() : sources.summary(file);
            for (Binding binding : loaded.map(SourceSummary::bindings).orElse(List.of())) {
                if (binding.definition() == SourceSummary.MODULE
                        && variables.contains(binding.name())) {
                    for (Expr value : binding.values()) {
                        name(value).ifPresent(next -> add(loaded.get(), next, List.of(), files));
                    }
                }
            }
        }
    }

    private static boolean isMeant(Framework.Load load, Use use) {
        if (load.when().isEmpty()) {
            return true;
        }
        return !use.arguments().isEmpty()
                && use.arguments().get(0).value() instanceof Expr.Literal literal
                && literal.value() instanceof String text
                && load.when().contains(text);
    }

    /** {@code app.main:app} names the module {@code app.main}. */
    private static Optional<String> name(Expr value) {
        return value instanceof Expr.Literal literal && literal.value() instanceof String text
                ? Optional.of(text.split(":", 2)[0])
                : Optional.empty();
    }
}
