package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Functions, methods and lambdas. */
final class Functions {

    /** Methods that run when an instance is made. */
    private static final Set<String> CONSTRUCTORS = Set.of("__init__", "__new__", "__post_init__");

    private static final Set<String> PROPERTIES = Set.of("property", "cached_property");

    private final Walk walk;
    private final SyntaxTree tree;

    Functions(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** A {@code def}, in a body or a class. */
    void declaration(int node, List<Integer> decorators, Frame frame) {
        int nameNode = tree.child(node, "name");
        if (nameNode == NONE) {
            return;
        }
        String name = tree.text(nameNode);
        int owner = walk.classOf(frame.scope());
        EnumSet<Definition.Trait> traits = EnumSet.noneOf(Definition.Trait.class);
        if (tree.hasToken(node, "async")) {
            traits.add(Definition.Trait.ASYNC);
        }
        boolean onClass = isMarked(decorators, "classmethod");
        if (onClass || isMarked(decorators, "staticmethod")) {
            traits.add(Definition.Trait.STATIC);
        }
        if (isMarked(decorators, "abstractmethod")) {
            traits.add(Definition.Trait.ABSTRACT);
        }
        if (owner >= 0 && name.startsWith("_") && !name.endsWith("_")) {
            traits.add(Definition.Trait.PRIVATE);
        }
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        owner < 0
                                ? Definition.Kind.FUNCTION
                                : CONSTRUCTORS.contains(name)
                                        ? Definition.Kind.CONSTRUCTOR
                                        : Definition.Kind.METHOD,
                        name,
                        owner < 0 ? frame.definition() : owner,
                        tree.region(node),
                        tree.region(nameNode),
                        traits);
        decorators.forEach(decorator -> decorator(decorator, definition.id(), frame));
        int binding = frame.scope().find(name);
        if (binding >= 0) {
            walk.summary.binding(binding).values.add(new Expr.Function(definition.id()));
        }
        Frame body =
                new Frame(
                        owner < 0 ? frame.scope() : walk.classes.around(frame.scope()),
                        frame.definition(),
                        owner < 0 ? frame.self() : owner,
                        -1,
                        false,
                        false);
        Expr self =
                owner < 0 || traits.contains(Definition.Trait.STATIC) && !onClass
                        ? null
                        : onClass || name.equals("__new__")
                                ? new Expr.Function(owner)
                                : new Expr.This(owner);
        body(node, definition, self, frame, body.inBody(definition.id(), body.self()));
        if (owner >= 0 && PROPERTIES.stream().anyMatch(each -> isMarked(decorators, each))) {
            property(name, definition, owner);
        }
    }

    /** A property is a field with what its getter returns. */
    private void property(String name, SummaryBuilder.OpenDefinition getter, int owner) {
        int field = walk.fields.declare(owner, name, walk.summary.nameRegionOf(getter.id()), false);
        walk.summary.binding(field).values.addAll(getter.returns);
        walk.summary.binding(field).type = getter.returnType;
    }

    boolean isProperty(List<Integer> decorators) {
        return PROPERTIES.stream().anyMatch(each -> isMarked(decorators, each));
    }

    private boolean isMarked(List<Integer> decorators, String name) {
        for (int decorator : decorators) {
            String text = tree.text(decorator).substring(1).strip();
            if (text.equals(name) || text.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    Expr lambda(int node, Frame frame) {
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.FUNCTION,
                        "",
                        frame.definition(),
                        tree.region(node),
                        tree.region(tree.start(node), tree.start(node) + "lambda".length()),
                        Set.of());
        Frame inside = inFunction(frame, definition.id());
        parameters(tree.child(node, "parameters"), definition, null, frame, inside);
        int body = tree.child(node, "body");
        definition.returns.add(walk.expressions.value(body, inside, Use.Outcome.RETURNED));
        return new Expr.Function(definition.id());
    }

    /** A lambda in a class's body does not see the class's names either. */
    private Frame inFunction(Frame frame, int definition) {
        if (walk.classOf(frame.scope()) < 0) {
            return frame.inBody(definition, frame.self());
        }
        return new Frame(
                        walk.classes.around(frame.scope()),
                        frame.definition(),
                        frame.self(),
                        -1,
                        false,
                        false)
                .inBody(definition, frame.self());
    }

    private void body(
            int node,
            SummaryBuilder.OpenDefinition definition,
            @org.jspecify.annotations.Nullable Expr self,
            Frame around,
            Frame inside) {
        int type = tree.child(node, "return_type");
        if (type != NONE) {
            definition.returnType = walk.types.annotation(type, around);
            walk.types.evaluated(type, around);
        }
        parameters(tree.child(node, "parameters"), definition, self, around, inside);
        int body = tree.child(node, "body");
        if (body != NONE) {
            walk.locals.declare(body, inside);
            walk.statements.block(body, inside);
        }
    }

    private void parameters(
            int list,
            SummaryBuilder.OpenDefinition definition,
            @org.jspecify.annotations.Nullable Expr self,
            Frame around,
            Frame inside) {
        boolean first = true;
        for (int child = list == NONE ? NONE : tree.firstChild(list);
                child != NONE;
                child = tree.next(child)) {
            if (!tree.isNamed(child)
                    || tree.is(child, "comment")
                    || tree.kind(child).endsWith("_separator")) {
                continue;
            }
            int nameNode = nameOf(child);
            int binding =
                    walk.declare(
                            inside,
                            Binding.Kind.PARAMETER,
                            nameNode == NONE ? "" : tree.text(nameNode),
                            child);
            if (first && self != null) {
                walk.declareSelf(binding, self);
                walk.summary.binding(binding).values.add(self);
                first = false;
                continue;
            }
            first = false;
            definition.parameters.add(binding);
            int type = tree.child(child, "type");
            if (type != NONE && !isSplat(child)) {
                walk.summary.binding(binding).type = walk.types.annotation(type, around);
                walk.types.evaluated(type, around);
            }
            int value = tree.child(child, "value");
            if (value != NONE) {
                walk.summary
                        .binding(binding)
                        .values
                        .add(walk.expressions.value(value, around, Use.Outcome.KEPT));
            }
        }
    }

    private int nameOf(int parameter) {
        if (tree.is(parameter, "identifier")) {
            return parameter;
        }
        int name = tree.child(parameter, "name");
        int inner = name == NONE ? tree.firstNamed(parameter) : name;
        return tree.kind(inner == NONE ? parameter : inner).endsWith("_splat_pattern")
                ? tree.firstNamed(inner)
                : inner;
    }

    private boolean isSplat(int parameter) {
        int inner = tree.firstNamed(parameter);
        return inner != NONE && tree.kind(inner).endsWith("_splat_pattern");
    }

    /**
     * {@code @a.b(c)} as a use on a definition. Its result is chained when the decorator is what a
     * call gives, and kept when the name alone stands there.
     */
    void decorator(int node, int definition, Frame frame) {
        int inner = tree.firstNamed(node);
        if (inner == NONE) {
            return;
        }
        boolean called = tree.is(inner, "call");
        Expr target =
                walk.expressions.base(
                        called ? tree.child(inner, "function") : inner,
                        frame,
                        dev.dovetail.source.Access.Role.MEMBER_CALLED);
        walk.summary.use(
                Use.Kind.ANNOTATION,
                target,
                called
                        ? walk.expressions.arguments(tree.child(inner, "arguments"), frame)
                        : List.of(),
                tree.region(node),
                definition,
                -1,
                frame.guard(),
                called ? Use.Outcome.CHAINED : Use.Outcome.KEPT,
                frame.caught(),
                frame.loop());
    }
}
