package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.EnumSet;
import java.util.Set;

/** Functions in all their forms. */
final class Functions {

    private final Walk walk;
    private final SyntaxTree tree;

    Functions(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    void declaration(int node, Frame frame) {
        int name = tree.child(node, "name");
        Expr function = expression(node, frame, name == NONE ? "" : tree.text(name));
        int binding = name == NONE ? -1 : frame.scope().find(tree.text(name));
        if (binding >= 0) {
            walk.summary.binding(binding).values.add(function);
        }
    }

    /** A function or arrow; {@code name} is what it is bound to, if anything. */
    Expr expression(int node, Frame frame, String name) {
        boolean arrow = tree.is(node, "arrow_function");
        int nameNode = tree.child(node, "name");
        String ownName = nameNode == NONE ? name : tree.text(nameNode);
        return define(
                node,
                frame,
                Definition.Kind.FUNCTION,
                ownName,
                nameNode == NONE ? firstLine(node) : tree.region(nameNode),
                arrow ? frame.self() : -1,
                traits(node));
    }

    /** Any function-like node: its definition, parameters and body. */
    Expr define(
            int node,
            Frame frame,
            Definition.Kind kind,
            String name,
            Region nameRegion,
            int self,
            Set<Definition.Trait> traits) {
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        kind, name, frame.definition(), tree.region(node), nameRegion, traits);
        Expr function = new Expr.Function(definition.id());
        body(node, definition, frame.inBody(definition.id(), self));
        return function;
    }

    /** Parameters and statements of a function whose definition is there already. */
    void body(int node, SummaryBuilder.OpenDefinition definition, Frame frame) {
        if (!walk.enter()) {
            return;
        }
        int ownName = tree.child(node, "name");
        if (ownName != NONE
                && tree.is(ownName, "identifier")
                && tree.kind(node).endsWith("_expression")) {
            int binding = walk.declare(frame, Binding.Kind.DEFINITION, ownName);
            walk.summary.binding(binding).values.add(new Expr.Function(definition.id()));
        }
        int type = tree.child(node, "return_type");
        if (type != NONE) {
            definition.returnType = walk.types.annotation(type, frame);
        }
        int single = tree.child(node, "parameter");
        if (single != NONE) {
            parameter(single, single, NONE, NONE, definition, frame);
        }
        int parameters = tree.child(node, "parameters");
        if (parameters != NONE) {
            parameters(parameters, definition, frame);
        }
        int body = tree.child(node, "body");
        if (tree.is(body, "statement_block")) {
            walk.statements.body(body, frame);
        } else if (body != NONE) {
            definition.returns.add(
                    walk.expressions.value(body, frame, Use.Outcome.RETURNED));
        }
        walk.leave();
    }

    private void parameters(
            int list, SummaryBuilder.OpenDefinition definition, Frame frame) {
        for (int child = tree.firstChild(list); child != NONE; child = tree.next(child)) {
            if (!tree.isNamed(child) || tree.is(child, "comment")) {
                continue;
            }
            if (tree.is(child, "required_parameter") || tree.is(child, "optional_parameter")) {
                int pattern = tree.child(child, "pattern");
                int type = tree.child(child, "type");
                int binding =
                        parameter(
                                child,
                                pattern == NONE ? tree.firstNamed(child) : pattern,
                                type,
                                tree.child(child, "value"),
                                definition,
                                frame);
                walk.classes.parameterDecorators(child, binding, frame);
                walk.classes.parameterProperty(child, binding, type, frame);
            } else {
                parameter(child, child, NONE, NONE, definition, frame);
            }
        }
    }

    private int parameter(
            int whole,
            int pattern,
            int type,
            int value,
            SummaryBuilder.OpenDefinition definition,
            Frame frame) {
        int target = pattern;
        int otherwise = value;
        if (tree.is(pattern, "assignment_pattern")) {
            target = tree.child(pattern, "left");
            otherwise = tree.child(pattern, "right");
        }
        if (tree.is(target, "rest_pattern")) {
            target = tree.firstNamed(target);
        }
        boolean plain = tree.is(target, "identifier") || tree.is(target, "this");
        SummaryBuilder.OpenBinding binding =
                walk.summary.binding(
                        Binding.Kind.PARAMETER,
                        plain ? tree.text(target) : "",
                        definition.id(),
                        tree.region(whole),
                        false);
        definition.parameters.add(binding.id());
        if (plain) {
            frame.scope().bind(tree.text(target), binding.id());
        }
        if (type != NONE) {
            binding.type = walk.types.annotation(type, frame);
        }
        if (otherwise != NONE) {
            binding.values.add(walk.expressions.value(otherwise, frame, Use.Outcome.KEPT));
        }
        if (!plain && target != NONE) {
            walk.patterns.declare(target, frame, Binding.Kind.VARIABLE);
            walk.patterns.bind(target, new Expr.Ref(binding.id()), null, frame);
        }
        return binding.id();
    }

    Set<Definition.Trait> traits(int node) {
        EnumSet<Definition.Trait> traits = EnumSet.noneOf(Definition.Trait.class);
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case "async" -> traits.add(Definition.Trait.ASYNC);
                case "*" -> traits.add(Definition.Trait.GENERATOR);
                case "static" -> traits.add(Definition.Trait.STATIC);
                case "abstract" -> traits.add(Definition.Trait.ABSTRACT);
                case "accessibility_modifier" -> {
                    if (tree.text(child).equals("private")) {
                        traits.add(Definition.Trait.PRIVATE);
                    }
                }
                default -> {}
            }
        }
        if (tree.kind(node).startsWith("generator_function")) {
            traits.add(Definition.Trait.GENERATOR);
        }
        return traits;
    }

    private Region firstLine(int node) {
        Region whole = tree.region(node);
        int head = tree.child(node, "body");
        Region to = head == NONE ? whole : tree.region(tree.start(node), tree.start(head));
        return new Region(
                whole.startLine(), whole.startColumn(), to.endLine(), to.endColumn());
    }
}
