package dev.dovetail.config.kubernetes.helm;

import dev.dovetail.workspace.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Runs templates within bounds. */
final class Evaluator {

    /** For one template, and for all of a chart. */
    private static final int MOST_STEPS = 200_000;

    private static final int DEEPEST = 60;
    private static final int MOST_ROUNDS = 2_000;

    /** What a method of a built-in object gives, such as {@code .Files.Get}. */
    interface Method extends Function<List<Object>, Object> {}

    private final Map<String, List<Node>> defined;
    private final Map<String, Object> root;
    private int steps;
    private int stepsInAll;
    private int depth;

    /**
     * @param defined templates by name
     * @param root what {@code $} stands for: Values, Chart, Release ...
     */
    Evaluator(Map<String, List<Node>> defined, Map<String, Object> root) {
        this.defined = defined;
        this.root = root;
    }

    /** What names stand for at a place in a template. */
    private static final class Scope {
        private final Optional<Scope> outer;
        private final Object dot;
        private final Object top;
        private final Map<String, Object> names = new HashMap<>();

        Scope(Optional<Scope> outer, Object dot, Object top) {
            this.outer = outer;
            this.dot = dot;
            this.top = top;
        }

        Scope inner(Object at) {
            return new Scope(Optional.of(this), at, top);
        }

        Object get(String name) {
            Scope scope = holder(name);
            return scope.names.getOrDefault(name, new Unknown("$" + name));
        }

        Scope holder(String name) {
            Scope scope = this;
            while (!scope.names.containsKey(name) && scope.outer.isPresent()) {
                scope = scope.outer.get();
            }
            return scope;
        }
    }

    /** Prints a template with the root as its dot; false when it goes beyond all bounds. */
    boolean run(List<Node> nodes, Output output) {
        steps = Math.max(0, stepsInAll - (Limits.TEMPLATE_STEPS - MOST_STEPS));
        run(nodes, new Scope(Optional.empty(), root, root), output);
        stepsInAll += steps;
        return steps <= MOST_STEPS && !output.isFull();
    }

    private void run(List<Node> nodes, Scope scope, Output output) {
        for (Node node : nodes) {
            if (++steps > MOST_STEPS) {
                return;
            }
            run(node, scope, output);
        }
    }

    private void run(Node node, Scope scope, Output output) {
        if (node instanceof Node.Text text) {
            output.print(text.text(), text.line(), true);
        } else if (node instanceof Node.Print print) {
            output.print(Printing.text(value(print.value(), scope)), print.line(), false);
        } else if (node instanceof Node.Assign assign) {
            Object value = value(assign.value(), scope);
            Scope into = assign.declares() ? scope : scope.holder(assign.name());
            into.names.put(assign.name(), value);
        } else if (node instanceof Node.If branches) {
            Object condition = value(branches.condition(), scope);
            // What is unknown is taken for there: the other branch is most often a fallback.
            boolean holds = condition instanceof Unknown || !Printing.isEmpty(condition);
            run(holds ? branches.then() : branches.otherwise(), scope.inner(scope.dot), output);
        } else if (node instanceof Node.With with) {
            Object value = value(with.value(), scope);
            boolean holds = !Printing.isEmpty(value);
            Scope inner = scope.inner(holds ? value : scope.dot);
            with.name().ifPresent(name -> inner.names.put(name, value));
            run(holds ? with.then() : with.otherwise(), inner, output);
        } else if (node instanceof Node.Range range) {
            range(range, scope, output);
        } else if (node instanceof Node.Template template) {
            Object printed = include(template.name(), value(template.dot(), scope));
            output.print(Printing.text(printed), template.line(), false);
        }
    }

    private void range(Node.Range range, Scope scope, Output output) {
        Object over = value(range.over(), scope);
        Map<Object, Object> elements = new LinkedHashMap<>();
        if (over instanceof List<?> list) {
            for (int i = 0; i < Math.min(list.size(), MOST_ROUNDS); i++) {
                elements.put((long) i, list.get(i));
            }
        } else if (over instanceof Map<?, ?> map) {
            elements.putAll(new TreeMap<>(Functions.map(map)));
        } else if (over instanceof Long count) {
            for (long i = 0; i < Math.min(count, MOST_ROUNDS); i++) {
                elements.put(i, i);
            }
        } else if (over instanceof Unknown unknown) {
            output.print(Printing.yaml(unknown), 1, false);
            return;
        }
        if (elements.isEmpty()) {
            run(range.otherwise(), scope.inner(scope.dot), output);
        }
        for (Map.Entry<Object, Object> each : elements.entrySet()) {
            Scope inner = scope.inner(each.getValue());
            if (range.names().size() == 1) {
                inner.names.put(range.names().get(0), each.getValue());
            } else if (range.names().size() == 2) {
                inner.names.put(range.names().get(0), each.getKey());
                inner.names.put(range.names().get(1), each.getValue());
            }
            run(range.body(), inner, output);
        }
    }

    /** What a named template prints; unknown when there is none, as of a library that is not there. */
    private Object include(String name, Object dot) {
        List<Node> nodes = defined.get(name);
        if (nodes == null || depth >= DEEPEST) {
            String of = dot instanceof Map<?, ?> map && map.containsKey("Values") ? "" : "." + Printing.text(dot instanceof Map ? Nil.NIL : dot) + steps;
            return new Unknown(name + of);
        }
        depth++;
        Output output = new Output();
        run(nodes, new Scope(Optional.empty(), dot, dot), output);
        depth--;
        return output.text();
    }

    private Object value(Expr expression, Scope scope) {
        if (++steps > MOST_STEPS || depth > DEEPEST) {
            return new Unknown("too long");
        }
        if (expression instanceof Expr.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expr.Dot dot) {
            return fields(scope.dot, dot.path());
        }
        if (expression instanceof Expr.Variable variable) {
            return fields(variable.name().isEmpty() ? scope.top : scope.get(variable.name()), variable.path());
        }
        if (expression instanceof Expr.Chain chain) {
            return fields(value(chain.of(), scope), chain.path());
        }
        if (expression instanceof Expr.Method method) {
            Object target = value(method.target(), scope);
            List<Object> arguments = values(method.arguments(), scope);
            return target instanceof Method function ? function.apply(arguments) : new Unknown("method");
        }
        return call((Expr.Call) expression, scope);
    }

    private List<Object> values(List<Expr> expressions, Scope scope) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(each -> values.add(value(each, scope)));
        return values;
    }

    private static Object fields(Object value, List<String> path) {
        Object at = value;
        for (String field : path) {
            if (at instanceof Map<?, ?> map) {
                Object inner = map.get(field);
                at = inner == null ? Nil.NIL : inner;
            } else if (at instanceof Unknown unknown) {
                at = new Unknown(unknown.id() + "." + field);
            } else {
                // The engine stops at nothing's fields: whoever deploys the chart gives that value.
                return new Unknown(String.join(".", path));
            }
        }
        return at;
    }

    private Object call(Expr.Call call, Scope scope) {
        switch (call.name()) {
            case "and", "or" -> {
                Object value = Nil.NIL;
                for (Expr each : call.arguments()) {
                    value = value(each, scope);
                    boolean decides =
                            !(value instanceof Unknown) && Printing.isEmpty(value) == call.name().equals("and");
                    if (decides) {
                        return value;
                    }
                }
                return value;
            }
            case "include" -> {
                List<Object> arguments = values(call.arguments(), scope);
                return arguments.isEmpty()
                        ? new Unknown("include")
                        : include(Printing.text(arguments.get(0)), arguments.size() > 1 ? arguments.get(1) : Nil.NIL);
            }
            case "tpl" -> {
                List<Object> arguments = values(call.arguments(), scope);
                if (arguments.size() < 2 || !(arguments.get(0) instanceof String text)) {
                    return new Unknown("tpl");
                }
                if (!text.contains("{{")) {
                    return text;
                }
                depth++;
                Output output = new Output();
                Object dot = arguments.get(1);
                if (depth < DEEPEST) {
                    run(TemplateParser.parse(text).nodes(), new Scope(Optional.empty(), dot, dot), output);
                }
                depth--;
                return output.text();
            }
            default -> {
                return Functions.call(call.name(), values(call.arguments(), scope));
            }
        }
    }
}
