package dev.dovetail.link;

import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether what a file exports can be listed; else a name may be among it. */
final class Exports {

    /** Python's functions by which code may bind names of its module. */
    private static final Set<String> NAMING = Set.of("exec", "globals", "setattr", "vars", "locals");

    private Exports() {}

    static boolean isSurelyMissing(Resolver resolver, SourceSummary file, String name) {
        if (!file.notifications().isEmpty()) {
            return false;
        }
        for (Export export : file.exports()) {
            if (export.name().equals(name)) {
                return false;
            }
            if (export.name().equals(Export.ALL)) {
                Set<Entity> target = resolver.resolve(file, export.value());
                if (target.stream().noneMatch(Entity.ModuleFile.class::isInstance)) {
                    return false;
                }
            }
            if (export.name().equals(Export.WHOLE)
                    && !isClosed(resolver.resolve(file, export.value()))) {
                return false;
            }
        }
        boolean computed =
                file.writes().stream()
                        .map(Write::target)
                        .anyMatch(
                                target ->
                                        target instanceof Expr.Index index
                                                && isExports(index.object()));
        boolean patched =
                file.uses().stream()
                        .flatMap(use -> use.arguments().stream())
                        .anyMatch(
                                argument ->
                                        argument.value().equals(new Expr.Global("exports"))
                                                || argument.value()
                                                        .equals(new Expr.Global("module")));
        return switch (file.language()) {
            case JAVASCRIPT -> !patched && !computed;
            case PYTHON -> !isOpen(file);
            case JAVA -> false;
        };
    }

    /** Whether a module makes names that no statement of it shows. */
    private static boolean isOpen(SourceSummary file) {
        return file.definitions().stream()
                        .anyMatch(
                                definition ->
                                        definition.parent() == SourceSummary.MODULE
                                                && definition.name().equals("__getattr__"))
                || file.uses().stream()
                        .anyMatch(
                                use ->
                                        use.target() instanceof Expr.Global global
                                                && NAMING.contains(global.name()));
    }

    private static boolean isExports(Expr expr) {
        return expr.equals(new Expr.Global("exports"))
                || expr.equals(new Expr.Member(new Expr.Global("module"), "exports"));
    }

    private static boolean isClosed(Set<Entity> whole) {
        return !whole.isEmpty()
                && whole.stream()
                        .allMatch(
                                value ->
                                        value instanceof Entity.ObjectValue object
                                                        && !object.literal().open()
                                                        && object.literal()
                                                                .spreads()
                                                                .isEmpty()
                                                || value instanceof Entity.Code);
    }

    static String nearest(SourceSummary file, String name) {
        List<String> names = new ArrayList<>();
        for (Export export : file.exports()) {
            if (export.value() instanceof Expr.ObjectOf object) {
                object.properties().forEach(property -> names.add(property.name()));
            } else if (!export.name().equals(Export.ALL)
                    && !export.name().equals(Export.WHOLE)) {
                names.add(export.name());
            }
        }
        return names.stream()
                .filter(other -> other.equalsIgnoreCase(name))
                .findFirst()
                .orElse(String.join(", ", names.subList(0, Math.min(3, names.size()))));
    }

    static String nearestMethod(Resolver resolver, SourceSummary file, Definition owner) {
        return resolver.index(file).children(owner.id()).stream()
                .filter(member -> member.kind() == Definition.Kind.METHOD)
                .filter(member -> !member.has(Definition.Trait.PRIVATE))
                .map(Definition::name)
                .findFirst()
                .orElse("");
    }
}
