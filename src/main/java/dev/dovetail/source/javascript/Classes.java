package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Classes: their members, fields and decorators. */
final class Classes {

    private final Walk walk;
    private final SyntaxTree tree;

    Classes(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    void declaration(int node, Frame frame) {
        int name = tree.child(node, "name");
        Expr type = expression(node, frame, name == NONE ? "" : tree.text(name));
        int binding = name == NONE ? -1 : frame.scope().find(tree.text(name));
        if (binding >= 0) {
            walk.summary.binding(binding).values.add(type);
        }
    }

    Expr expression(int node, Frame frame, String name) {
        int nameNode = tree.child(node, "name");
        Region nameRegion =
                nameNode == NONE
                        ? tree.region(tree.start(node), Math.min(tree.end(node), tree.start(node) + 5))
                        : tree.region(nameNode);
        EnumSet<Definition.Trait> traits = EnumSet.noneOf(Definition.Trait.class);
        if (tree.is(node, "abstract_class_declaration")) {
            traits.add(Definition.Trait.ABSTRACT);
        }
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.CLASS,
                        nameNode == NONE ? name : tree.text(nameNode),
                        frame.definition(),
                        tree.region(node),
                        nameRegion,
                        traits);
        heritage(node, definition, frame);
        decorators(node, definition.id(), -1, frame);
        decoratorsBefore(node, definition.id(), frame);
        int body = tree.child(node, "body");
        if (body != NONE && walk.enter()) {
            members(body, definition.id(), frame);
            walk.leave();
        }
        return new Expr.Function(definition.id());
    }

    private void heritage(
            int node, SummaryBuilder.OpenDefinition definition, Frame frame) {
        int heritage = tree.childOfKind(node, "class_heritage");
        if (heritage == NONE) {
            return;
        }
        for (int child = tree.firstChild(heritage); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "extends_clause") || tree.is(child, "implements_clause")) {
                for (int type = tree.firstChild(child); type != NONE; type = tree.next(type)) {
                    addSupertype(type, definition, frame);
                }
            } else {
                addSupertype(child, definition, frame);
            }
        }
    }

    private void addSupertype(
            int type, SummaryBuilder.OpenDefinition definition, Frame frame) {
        if (!tree.isNamed(type) || tree.is(type, "type_arguments")) {
            return;
        }
        switch (tree.kind(type)) {
            case "type_identifier", "generic_type", "nested_type_identifier" ->
                    definition.supertypes.add(walk.types.type(type, frame));
            default ->
                    definition.supertypes.add(
                            walk.expressions.value(type, frame, Use.Outcome.KEPT));
        }
    }

    private void members(int body, int classDefinition, Frame frame) {
        int constructor = NONE;
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            String kind = tree.kind(child);
            if (kind.equals("public_field_definition") || kind.equals("field_definition")) {
                declareFieldOf(child, classDefinition, frame);
            } else if (kind.equals("method_definition") && isConstructor(child)) {
                constructor = child;
            }
        }
        SummaryBuilder.OpenDefinition construction =
                constructionOf(body, constructor, classDefinition);
        Frame inside = frame.inBody(construction.id(), classDefinition);
        initializeFields(body, classDefinition, inside, false);
        if (constructor != NONE) {
            walk.functions.body(constructor, construction, inside);
        }
        initializeStatics(body, classDefinition, frame);
        List<Integer> pending = new ArrayList<>();
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "decorator")) {
                pending.add(child);
            } else if (tree.is(child, "method_definition") && child != constructor) {
                method(child, classDefinition, frame, pending);
                pending.clear();
            } else if (tree.isNamed(child) && !tree.is(child, "comment")) {
                pending.clear();
            }
        }
    }

    private boolean isConstructor(int method) {
        int name = tree.child(method, "name");
        return name != NONE && tree.text(name).equals("constructor");
    }

    private SummaryBuilder.OpenDefinition constructionOf(
            int body, int constructor, int classDefinition) {
        int at = constructor == NONE ? body : constructor;
        Region nameRegion =
                constructor == NONE
                        ? tree.region(tree.start(body), tree.start(body) + 1)
                        : tree.region(tree.child(constructor, "name"));
        return walk.summary.definition(
                Definition.Kind.CONSTRUCTOR,
                "constructor",
                classDefinition,
                tree.region(at),
                nameRegion,
                Set.of());
    }

    private void method(int node, int classDefinition, Frame frame, List<Integer> decorators) {
        int name = tree.child(node, "name");
        Set<Definition.Trait> traits = walk.functions.traits(node);
        boolean isStatic = traits.contains(Definition.Trait.STATIC);
        Frame inClass =
                new Frame(frame.scope(), classDefinition, classDefinition, -1, false, false);
        Expr method =
                walk.functions.define(
                        node,
                        inClass,
                        Definition.Kind.METHOD,
                        walk.expressions.keyOf(name),
                        tree.region(name == NONE ? node : name),
                        isStatic ? -1 : classDefinition,
                        traits);
        if (method instanceof Expr.Function function) {
            for (int decorator : decorators) {
                decorator(decorator, function.definition(), -1, frame);
            }
            decorators(node, function.definition(), -1, frame);
        }
    }

    private void declareFieldOf(int node, int classDefinition, Frame frame) {
        int name = fieldName(node);
        if (name == NONE) {
            return;
        }
        boolean isStatic = tree.hasToken(node, "static");
        int field =
                walk.fields.declare(
                        classDefinition,
                        walk.expressions.keyOf(name),
                        tree.region(name),
                        isStatic);
        int type = tree.child(node, "type");
        if (type != NONE) {
            walk.summary.binding(field).type = walk.types.annotation(type, frame);
        }
        decorators(node, classDefinition, field, frame);
    }

    private int fieldName(int node) {
        int name = tree.child(node, "name");
        return name == NONE ? tree.child(node, "property") : name;
    }

    private void initializeFields(
            int body, int classDefinition, Frame frame, boolean wantStatic) {
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            String kind = tree.kind(child);
            if (!kind.equals("public_field_definition") && !kind.equals("field_definition")) {
                continue;
            }
            int name = fieldName(child);
            int value = tree.child(child, "value");
            if (name == NONE || value == NONE || tree.hasToken(child, "static") != wantStatic) {
                continue;
            }
            String key = walk.expressions.keyOf(name);
            Expr given = walk.expressions.value(value, frame, Use.Outcome.KEPT, key);
            int field = walk.fields.find(classDefinition, key);
            if (field >= 0) {
                walk.summary.binding(field).values.add(given);
            }
        }
    }

    private void initializeStatics(int body, int classDefinition, Frame frame) {
        boolean any = false;
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            any |= tree.is(child, "class_static_block") || tree.hasToken(child, "static");
        }
        if (!any) {
            return;
        }
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.STATIC_INITIALIZER,
                        "",
                        classDefinition,
                        tree.region(body),
                        tree.region(tree.start(body), tree.start(body) + 1),
                        Set.of(Definition.Trait.STATIC));
        Frame inside = frame.inBody(definition.id(), -1);
        initializeFields(body, classDefinition, inside, true);
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            int block = tree.is(child, "class_static_block") ? tree.child(child, "body") : NONE;
            if (block != NONE) {
                walk.statements.body(block, inside);
            }
        }
    }

    /** {@code constructor(private readonly users: Users)} declares a field. */
    void parameterProperty(int parameter, int binding, int type, Frame frame) {
        boolean isProperty =
                tree.childOfKind(parameter, "accessibility_modifier") != NONE
                        || tree.hasToken(parameter, "readonly");
        if (!isProperty || frame.self() < 0) {
            return;
        }
        int pattern = tree.child(parameter, "pattern");
        int field =
                walk.fields.declare(
                        frame.self(),
                        tree.text(pattern == NONE ? parameter : pattern),
                        tree.region(parameter),
                        false);
        SummaryBuilder.OpenBinding open = walk.summary.binding(field);
        open.values.add(new Expr.Ref(binding));
        if (type != NONE) {
            open.type = walk.types.annotation(type, frame);
        }
    }

    void parameterDecorators(int parameter, int binding, Frame frame) {
        decorators(parameter, frame.definition(), binding, frame);
    }

    private void decorators(int node, int definition, int binding, Frame frame) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "decorator")) {
                decorator(child, definition, binding, frame);
            }
        }
    }

    /** {@code @A export class B}: the decorator stands in the export. */
    private void decoratorsBefore(int node, int definition, Frame frame) {
        for (int decorator : walk.modules.takeDecorators(node)) {
            decorator(decorator, definition, -1, frame);
        }
    }

    private void decorator(int node, int definition, int binding, Frame frame) {
        int inner = tree.firstNamed(node);
        if (inner == NONE) {
            return;
        }
        Expr target;
        List<Use.Argument> arguments = new ArrayList<>();
        if (tree.is(inner, "call_expression")) {
            target = walk.expressions.value(tree.child(inner, "function"), frame, Use.Outcome.KEPT);
            int list = tree.child(inner, "arguments");
            for (int child = list == NONE ? NONE : tree.firstChild(list);
                    child != NONE;
                    child = tree.next(child)) {
                if (tree.isNamed(child)) {
                    arguments.add(
                            new Use.Argument(
                                    null,
                                    walk.expressions.value(child, frame, Use.Outcome.PASSED),
                                    false));
                }
            }
        } else {
            target = walk.expressions.value(inner, frame, Use.Outcome.KEPT);
        }
        walk.summary.annotation(
                target,
                arguments,
                tree.region(node),
                definition,
                binding);
    }
}
