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
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls of one source file as config readers see them, with what is written out in the file itself. */
final class CallsInSource {

    /** Names, members and calls in a chain. */
    private static final int DEEPEST = 40;

    private final SourceSummary file;
    private final String computed;
    private final String[] lines;
    private final Map<Integer, String> exported = new HashMap<>();

    /**
     * Calls of a file.
     *
     * @param computed what a computed value looks like
     * @param text of the file, in which the names of properties are looked up
     */
    CallsInSource(SourceSummary file, String computed, String text) {
        this.file = file;
        this.lines = text.split("\n", -1);
        this.computed = computed;
        for (Export export : file.exports()) {
            exported(export.name(), export.value(), 0);
        }
    }

    /** Every call and decorator whose path begins with a module that the file imports, in their order. */
    List<SourceCall> all() {
        List<SourceCall> calls = new ArrayList<>();
        for (Use use : file.uses()) {
            if (use.kind() == Use.Kind.CALL || use.kind() == Use.Kind.CONSTRUCT || use.kind() == Use.Kind.ANNOTATION) {
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
            Place at = argument.name() == null ? place : placeOf(argument.name(), place);
            ConfigNode value = node(argument.spread() ? new Expr.Unknown("spread") : argument.value(), at, 0);
            if (argument.name() == null) {
                arguments.add(value);
            } else {
                keywords.put(argument.name(), value);
            }
        }
        return Optional.of(new SourceCall(api.get(), name(use), use.id(), arguments, keywords, receiver(use.target(), depth), place));
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
            Optional<Expr> field = field(member);
            return field.isPresent() ? receiver(field.get(), depth + 1) : receiver(member.object(), depth);
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
            Optional<Expr> field = field(member);
            if (field.isPresent()) {
                return path(field.get(), depth + 1);
            }
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

    /** What a field of the object that runs is given, when that is one value. */
    private Optional<Expr> field(Expr.Member member) {
        if (!(member.object() instanceof Expr.This self)) {
            return Optional.empty();
        }
        return file.bindings().stream()
                .filter(each -> each.kind() == Binding.Kind.FIELD && each.definition() == self.definition() && each.name().equals(member.name()))
                .filter(each -> each.values().size() == 1)
                .map(each -> each.values().get(0))
                .findFirst();
    }

    /** Where a property of a name is first written in a call; the call itself when it is not found. */
    private Place placeOf(String name, Place call) {
        Pattern written = Pattern.compile("(?<![\\w.$])" + Pattern.quote(name) + "(?=[\"']?\\s*[:=,})(]|\\s*$)");
        Region region = call.region();
        for (int line = region.startLine(); line <= Math.min(region.endLine(), lines.length); line++) {
            Matcher found = written.matcher(lines[line - 1]);
            int from = line == region.startLine() ? Math.min(region.startColumn() - 1, lines[line - 1].length()) : 0;
            if (found.find(from)) {
                return new Place(call.file(), new Region(line, found.start() + 1, line, found.end() + 1));
            }
        }
        return call;
    }

    private ConfigNode node(Expr value, Place place, int depth) {
        if (depth > DEEPEST) {
            return unknown("", place);
        }
        if (value instanceof Expr.Literal literal) {
            return scalar(literal.value(), place);
        }
        if (value instanceof Expr.ObjectOf object) {
            return new ConfigNode.Mapping(
                    object.properties().stream()
                            .map(
                                    each -> {
                                        Place at = placeOf(each.name(), place);
                                        return new ConfigNode.Entry(each.name(), at, node(each.value(), within(at, place), depth + 1));
                                    })
                            .toList(),
                    object.open() || !object.spreads().isEmpty() || object.properties().stream().anyMatch(each -> each.name().isEmpty()) ? SourceCall.OPEN : "",
                    place);
        }
        if (value instanceof Expr.ListOf list) {
            return new ConfigNode.Sequence(list.elements().stream().map(each -> node(each, place, depth + 1)).toList(), "", place);
        }
        if (value instanceof Expr.Ref ref) {
            return only(ref).map(each -> node(each, place, depth + 1)).orElse(unknown("", place));
        }
        if (value instanceof Expr.Concat || value instanceof Expr.Operation) {
            return folded(value, place, depth);
        }
        if (value instanceof Expr.Result result) {
            return unknown(SourceCall.CALL + result.use(), place);
        }
        if (value instanceof Expr.Global global) {
            return unknown(SourceCall.GLOBAL + global.name(), place);
        }
        return value instanceof Expr.Member member ? member(member, place, depth) : unknown("", place);
    }

    /** From a property on to the end of what it stands in. */
    private static Place within(Place property, Place outer) {
        Region from = property.region();
        Region to = outer.region();
        return new Place(property.file(), new Region(from.startLine(), from.startColumn(), Math.max(from.endLine(), to.endLine()), to.endColumn()));
    }

    private ConfigNode member(Expr.Member member, Place place, int depth) {
        Optional<Expr> field = field(member);
        if (field.isPresent()) {
            return node(field.get(), place, depth + 1);
        }
        ConfigNode object = node(member.object(), place, depth + 1);
        if (object instanceof ConfigNode.Mapping mapping && mapping.get(member.name()).isPresent()) {
            return mapping.get(member.name()).get();
        }
        if (object instanceof ConfigNode.Scalar scalar && scalar.tag().startsWith(SourceCall.CALL)) {
            return object;
        }
        return path(member, depth + 1).map(path -> unknown(SourceCall.NAMED + path, place)).orElse(unknown("", place));
    }

    /** Texts put together and sums of what is known. */
    private ConfigNode folded(Expr value, Place place, int depth) {
        List<Expr> parts = value instanceof Expr.Concat concat ? concat.parts() : ((Expr.Operation) value).operands();
        List<Object> known = new ArrayList<>();
        for (Expr part : parts) {
            if (node(part, place, depth + 1) instanceof ConfigNode.Scalar scalar && scalar.tag().isEmpty() && scalar.value() != null && !scalar.text().equals(computed)) {
                known.add(scalar.value());
            }
        }
        if (known.size() != parts.size()) {
            return unknown("", place);
        }
        if (value instanceof Expr.Operation operation) {
            return product(operation.operator(), known).map(number -> scalar(number, place)).orElse(unknown("", place));
        }
        StringBuilder text = new StringBuilder();
        known.forEach(text::append);
        return scalar(text.toString(), place);
    }

    private static Optional<Object> product(String operator, List<Object> operands) {
        boolean numbers = operands.size() == 2 && operands.stream().allMatch(Number.class::isInstance);
        if (!numbers) {
            return Optional.empty();
        }
        double one = ((Number) operands.get(0)).doubleValue();
        double other = ((Number) operands.get(1)).doubleValue();
        return switch (operator) {
            case "*" -> Optional.of(one * other);
            case "+" -> Optional.of(one + other);
            case "-" -> Optional.of(one - other);
            default -> Optional.empty();
        };
    }

    private static ConfigNode scalar(@Nullable Object value, Place place) {
        return new ConfigNode.Scalar(value, value == null ? "" : String.valueOf(value), "", place);
    }

    private ConfigNode unknown(String tag, Place place) {
        return new ConfigNode.Scalar(computed, computed, tag, place);
    }
}
