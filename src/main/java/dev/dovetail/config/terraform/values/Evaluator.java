package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.config.terraform.hcl.Expression;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions within one module, with the names that loops around them give. */
final class Evaluator {

    /** The element of a splat, which has no name. */
    private static final String EACH = "*";

    /** Elements and members that loops make; more is a mistake or an attack. */
    private static final int MOST = 1_000;

    private final Module module;
    private final Map<String, Term> names;

    Evaluator(Module module) {
        this(module, Map.of());
    }

    private Evaluator(Module module, Map<String, Term> names) {
        this.module = module;
        this.names = names;
    }

    /** The same with one name more. */
    Evaluator with(String name, Term value) {
        Map<String, Term> more = new HashMap<>(names);
        more.put(name, value);
        return new Evaluator(module, more);
    }

    Module module() {
        return module;
    }

    Term evaluate(Expression expression) {
        Place place = expression.place();
        if (!module.budget().step()) {
            return Term.unknown(place);
        }
        if (expression instanceof Expression.Literal literal) {
            return literal.value() == null ? new Term.Absent(place) : Term.of(literal.value(), place);
        }
        if (expression instanceof Expression.Template template) {
            return Texts.joined(template.parts().stream().map(this::evaluate).toList(), place);
        }
        if (expression instanceof Expression.Tuple tuple) {
            return new Term.Elements(tuple.elements().stream().map(this::evaluate).toList(), place);
        }
        if (expression instanceof Expression.Mapping mapping) {
            return mapping(mapping);
        }
        if (expression instanceof Expression.Name name) {
            return Optional.ofNullable(names.get(name.name())).orElse(Term.unknown(place));
        }
        if (expression instanceof Expression.Each) {
            return Optional.ofNullable(names.get(EACH)).orElse(Term.unknown(place));
        }
        if (expression instanceof Expression.Member member) {
            return traversal(member).orElseGet(() -> member(evaluate(member.of()), member.name(), place));
        }
        if (expression instanceof Expression.Index index) {
            return index(evaluate(index.of()), evaluate(index.key()), place);
        }
        if (expression instanceof Expression.Splat splat) {
            return splat(splat);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Choice choice) {
            return choice(choice);
        }
        if (expression instanceof Expression.Binary binary) {
            return Operators.apply(binary.operator(), evaluate(binary.left()), evaluate(binary.right()), place);
        }
        if (expression instanceof Expression.Unary unary) {
            return Operators.apply(unary.operator(), evaluate(unary.operand()), place);
        }
        if (expression instanceof Expression.For loop) {
            return new Comprehension(this, loop).value();
        }
        return Term.unknown(place);
    }

    /** Whether another member may be made here. */
    static boolean mayGrow(int size) {
        return size < MOST;
    }

    private Term mapping(Expression.Mapping mapping) {
        Map<String, Term.Entry> entries = new LinkedHashMap<>();
        boolean complete = true;
        for (Expression.Item item : mapping.items()) {
            Term key = evaluate(item.key());
            Term value = evaluate(item.value());
            if (key.text().isPresent()) {
                entries.put(key.text().get(), new Term.Entry(item.key().place(), value));
            } else {
                complete = false;
            }
        }
        return new Term.Members(entries, complete, mapping.place());
    }

    /** {@code var.x}, {@code local.x}, {@code path.x} and the like; empty for members of values. */
    private Optional<Term> traversal(Expression.Member member) {
        Place place = member.place();
        if (member.of() instanceof Expression.Member outer
                && outer.of() instanceof Expression.Name data
                && data.name().equals("data")
                && !names.containsKey("data")) {
            return Optional.of(module.resource("data." + outer.name() + "." + member.name(), place));
        }
        if (!(member.of() instanceof Expression.Name name) || names.containsKey(name.name())) {
            return Optional.empty();
        }
        return switch (name.name()) {
            case "var" -> Optional.of(module.variable(member.name(), place));
            case "local" -> Optional.of(module.local(member.name(), place));
            case "module" -> Optional.of(module.call(member.name(), place));
            case "each", "count" ->
                    Optional.of(Optional.ofNullable(names.get(name.name() + "." + member.name())).orElse(Term.unknown(place)));
            case "path" -> Optional.of(path(member.name(), place));
            case "terraform", "self", "data" -> Optional.of(Term.unknown(place));
            default -> Optional.of(module.resource(name.name() + "." + member.name(), place));
        };
    }

    private Term path(String which, Place place) {
        return switch (which) {
            case "module" -> Term.of(module.path(), place);
            case "root", "cwd" -> Term.of(".", place);
            default -> Term.unknown(place);
        };
    }

    static Term member(Term of, String name, Place place) {
        if (of instanceof Term.Reference reference) {
            return reference.resource().output(name, place);
        }
        if (of instanceof Term.ModuleOutputs outputs) {
            return outputs.module().output(name, place);
        }
        if (of instanceof Term.Members members) {
            Term.Entry entry = members.entries().get(name);
            return entry != null
                    ? entry.value()
                    : members.complete() ? new Term.Absent(place) : Term.unknown(place, List.of(of));
        }
        // Terraform 0.11 wrote x.0.y; blocks are lists of which some attributes are read so.
        return Term.unknown(place, List.of(of));
    }

    static Term index(Term of, Term key, Place place) {
        if (of instanceof Term.Elements list) {
            Optional<Double> number = key.number();
            if (number.isPresent()) {
                int at = number.get().intValue();
                return at >= 0 && at < list.elements().size() ? list.elements().get(at) : new Term.Absent(place);
            }
            return Term.unknown(place, List.of(of, key));
        }
        if (of instanceof Term.Members members) {
            return key.text()
                    .map(text -> member(members, text, place))
                    .orElseGet(() -> Term.unknown(place, List.of(of, key)));
        }
        if (of instanceof Term.Reference || of instanceof Term.ModuleOutputs) {
            // One that stands for a number of them which is not known.
            return of;
        }
        return Term.unknown(place, List.of(of, key));
    }

    private Term splat(Expression.Splat splat) {
        Term of = evaluate(splat.of());
        if (of.isUnknown() || of instanceof Term.Members members && !members.complete()) {
            return Term.unknown(splat.place(), List.of(of));
        }
        if (of instanceof Term.Reference reference && reference.resource().isSeveral()) {
            return Term.unknown(splat.place(), List.of(of));
        }
        List<Term> values = new ArrayList<>();
        for (Term each : of.elements()) {
            values.add(with(EACH, each).evaluate(splat.each()));
        }
        return new Term.Elements(values, splat.place());
    }

    private Term choice(Expression.Choice choice) {
        Term condition = evaluate(choice.condition());
        Optional<Boolean> holds = condition.truth();
        if (holds.isPresent()) {
            return evaluate(holds.get() ? choice.yes() : choice.no());
        }
        Term yes = evaluate(choice.yes());
        Term no = evaluate(choice.no());
        boolean same = yes.text().isPresent() && yes.text().equals(no.text());
        return same ? yes : Term.unknown(choice.place(), List.of(yes, no));
    }

    private Term call(Expression.Call call) {
        Place place = call.place();
        if (call.function().equals("try") || call.function().equals("can")) {
            return attempt(call);
        }
        List<Term> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Term argument = evaluate(call.arguments().get(i));
            boolean last = i == call.arguments().size() - 1;
            if (last && call.spread()) {
                if (!(argument instanceof Term.Elements list)) {
                    arguments.add(argument);
                    return Term.unknown(place, arguments);
                }
                arguments.addAll(list.elements());
            } else {
                arguments.add(argument);
            }
        }
        return new Functions(module, this).call(call.function(), arguments, place);
    }

    /** The first that does not fail: what is absent in a known object fails, what is unknown may not. */
    private Term attempt(Expression.Call call) {
        boolean can = call.function().equals("can");
        for (Expression argument : call.arguments()) {
            Term value = evaluate(argument);
            if (value.isUnknown()) {
                return Term.unknown(call.place(), List.of(value));
            }
            boolean fails = value.isAbsent() && !(argument instanceof Expression.Literal);
            if (!fails) {
                return can ? Term.of(true, call.place()) : value;
            }
        }
        return can ? Term.of(false, call.place()) : new Term.Absent(call.place());
    }

    /** An attribute of a body, or its blocks of that name; absent when it has neither. */
    Term member(Body body, String name, Place place) {
        Optional<Body.Attribute> attribute = body.attribute(name);
        if (attribute.isPresent()) {
            return evaluate(attribute.get().value());
        }
        List<Term> found = new ArrayList<>();
        Place first = place;
        for (Body.Block block : body.blocks()) {
            boolean dynamic =
                    block.type().equals("dynamic") && block.labels().size() == 1 && block.labels().get(0).equals(name);
            if (!dynamic && !block.type().equals(name)) {
                continue;
            }
            first = found.isEmpty() ? block.place() : first;
            if (!dynamic) {
                found.add(members(block.body(), block.place()));
            } else if (!addDynamic(block, found)) {
                return Term.unknown(block.place(), found);
            }
        }
        return found.isEmpty() ? new Term.Absent(place) : new Term.Elements(found, first);
    }

    private Term members(Body body, Place place) {
        Map<String, Term.Entry> entries = new LinkedHashMap<>();
        for (Body.Attribute each : body.attributes()) {
            entries.put(each.name(), new Term.Entry(each.namePlace(), evaluate(each.value())));
        }
        for (Body.Block each : body.blocks()) {
            String name = each.type().equals("dynamic") && each.labels().size() == 1 ? each.labels().get(0) : each.type();
            if (!entries.containsKey(name)) {
                entries.put(name, new Term.Entry(each.place(), member(body, name, place)));
            }
        }
        return new Term.Members(entries, true, place);
    }

    /** False when how often a block is made is not known. */
    private boolean addDynamic(Body.Block block, List<Term> found) {
        Optional<Body.Attribute> each = block.body().attribute("for_each");
        List<Body.Block> contents = block.body().blocks("content");
        if (each.isEmpty() || contents.isEmpty()) {
            return true;
        }
        Body.Block content = contents.get(0);
        String name =
                block.body()
                        .attribute("iterator")
                        .map(iterator -> iterator.value() instanceof Expression.Name given ? given.name() : "")
                        .filter(given -> !given.isEmpty())
                        .orElse(block.labels().get(0));
        Term of = evaluate(each.get().value());
        if (of instanceof Term.Elements list) {
            for (Term element : list.elements()) {
                found.add(round(name, element, element, content));
            }
            return true;
        }
        if (of instanceof Term.Members members && members.complete()) {
            members.entries()
                    .forEach((key, entry) -> found.add(round(name, Term.of(key, entry.keyPlace()), entry.value(), content)));
            return true;
        }
        return of.isAbsent();
    }

    private Term round(String name, Term key, Term value, Body.Block content) {
        Map<String, Term.Entry> iterator = new LinkedHashMap<>();
        iterator.put("key", new Term.Entry(key.place(), key));
        iterator.put("value", new Term.Entry(value.place(), value));
        return with(name, new Term.Members(iterator, true, content.place())).members(content.body(), content.place());
    }
}
