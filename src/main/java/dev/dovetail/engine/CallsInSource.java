package dev.dovetail.engine;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.SourceCall;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of one source file as config readers see them, with what is written out in the file itself. */
final class CallsInSource {

    private static final int DEEPEST = 12;

    private final SourceSummary file;
    private final String computed;
    private final Map<Integer, String> exported = new HashMap<>();

    /**
     * Calls of a file.
     *
     * @param computed what a computed value looks like
     */
    CallsInSource(SourceSummary file, String computed) {
        this.file = file;
        this.computed = computed;
        for (Export export : file.exports()) {
            exported(export.name(), export.value(), 0);
        }
    }

    /** Every call and decorator whose path begins with a module that the file imports, in their order. */
    List<SourceCall> all() {
        List<SourceCall> calls = new ArrayList<>();
        for (Use use : file.uses()) {
            if (use.kind() == Use.Kind.CALL || use.kind() == Use.Kind.ANNOTATION) {
                call(use, 0).ifPresent(calls::add);
            }
        }
        return calls;
    }

    /** Notes which use an export is the result of; an object's properties are exports. */
    private void exported(String name, Expr value, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof Expr.Result result) {
            exported.putIfAbsent(result.use(), name);
        } else if (value instanceof Expr.Ref ref) {
            file.bindings().get(ref.binding()).values().forEach(each -> exported(name, each, depth + 1));
        } else if (value instanceof Expr.ObjectOf object) {
            boolean whole = name.equals(Export.WHOLE) || name.equals("default");
            object.properties().forEach(each -> exported(whole ? each.name() : name + "-" + each.name(), each.value(), depth + 1));
        }
    }

    private Optional<SourceCall> call(Use use, int depth) {
        Optional<String> api = path(use.target(), depth);
        if (api.isEmpty()) {
            return Optional.empty();
        }
        Place place = file.place(use.region());
        List<ConfigNode> arguments = new ArrayList<>();
        Map<String, ConfigNode> keywords = new HashMap<>();
        for (Use.Argument argument : use.arguments()) {
            ConfigNode value = node(argument.spread() ? new Expr.Unknown("spread") : argument.value(), place, 0);
            if (argument.name() == null) {
                arguments.add(value);
            } else {
                keywords.put(argument.name(), value);
            }
        }
        return Optional.of(new SourceCall(api.get(), name(use), arguments, keywords, receiver(use.target(), depth), place));
    }

    private String name(Use use) {
        if (use.kind() == Use.Kind.ANNOTATION) {
            Definition on = file.definitions().get(use.definition());
            return on.kind() == Definition.Kind.MODULE ? "" : on.name();
        }
        return exported.getOrDefault(use.id(), "");
    }

    /** The call whose result a member chain begins with. */
    private Optional<SourceCall> receiver(Expr target, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (target instanceof Expr.Member member) {
            return receiver(member.object(), depth);
        }
        if (target instanceof Expr.Ref ref) {
            return only(ref).flatMap(value -> receiver(value, depth + 1));
        }
        return target instanceof Expr.Result result ? call(file.uses().get(result.use()), depth + 1) : Optional.empty();
    }

    private Optional<String> path(Expr value, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (value instanceof Expr.Module module) {
            return Optional.of(file.imports().get(module.importId()).specifier());
        }
        if (value instanceof Expr.Ref ref) {
            return only(ref).flatMap(each -> path(each, depth + 1));
        }
        if (value instanceof Expr.Member member) {
            String name = member.name().equals("default") ? "" : "." + member.name();
            return path(member.object(), depth + 1).map(object -> object + name);
        }
        if (value instanceof Expr.Result result) {
            return path(file.uses().get(result.use()).target(), depth + 1).map(called -> called + "()");
        }
        return Optional.empty();
    }

    private Optional<Expr> only(Expr.Ref ref) {
        Binding binding = file.bindings().get(ref.binding());
        return binding.values().size() == 1 && binding.kind() != Binding.Kind.PARAMETER ? Optional.of(binding.values().get(0)) : Optional.empty();
    }

    private ConfigNode node(Expr value, Place place, int depth) {
        if (depth > DEEPEST) {
            return new ConfigNode.Scalar(computed, computed, "", place);
        }
        if (value instanceof Expr.Literal literal) {
            return new ConfigNode.Scalar(literal.value(), literal.value() == null ? "" : String.valueOf(literal.value()), "", place);
        }
        if (value instanceof Expr.ObjectOf object) {
            return new ConfigNode.Mapping(
                    object.properties().stream()
                            .map(each -> new ConfigNode.Entry(each.name(), place, node(each.value(), place, depth + 1)))
                            .toList(),
                    "",
                    place);
        }
        if (value instanceof Expr.ListOf list) {
            return new ConfigNode.Sequence(list.elements().stream().map(each -> node(each, place, depth + 1)).toList(), "", place);
        }
        Optional<Expr> named = value instanceof Expr.Ref ref ? only(ref) : Optional.empty();
        return named.map(each -> node(each, place, depth + 1)).orElse(new ConfigNode.Scalar(computed, computed, "", place));
    }
}
