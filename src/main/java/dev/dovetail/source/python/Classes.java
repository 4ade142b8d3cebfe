package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Scope;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes: their bases, their fields and their properties. */
final class Classes {

    private final Walk walk;
    private final SyntaxTree tree;
    private final Map<Integer, Set<String>> properties = new HashMap<>();
    private final Map<Scope, Scope> around = new IdentityHashMap<>();

    Classes(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    void declaration(int node, List<Integer> decorators, Frame frame) {
        int nameNode = tree.child(node, "name");
        if (nameNode == NONE) {
            return;
        }
        int owner = walk.classOf(frame.scope());
        SummaryBuilder.OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.CLASS,
                        tree.text(nameNode),
                        owner < 0 ? frame.definition() : owner,
                        tree.region(node),
                        tree.region(nameNode),
                        Set.of());
        decorators.forEach(each -> walk.functions.decorator(each, definition.id(), frame));
        bases(tree.child(node, "superclasses"), definition, frame);
        int binding = frame.scope().find(tree.text(nameNode));
        if (binding >= 0) {
            walk.summary.binding(binding).values.add(new Expr.Function(definition.id()));
        }
        int body = tree.child(node, "body");
        if (body == NONE) {
            return;
        }
        Scope scope = new Scope(frame.scope(), true);
        walk.openClass(scope, definition.id());
        around.put(scope, owner < 0 ? frame.scope() : around(frame.scope()));
        Frame inside =
                new Frame(
                        scope,
                        frame.definition(),
                        definition.id(),
                        frame.guard(),
                        frame.caught(),
                        false);
        walk.locals.declare(body, inside);
        findProperties(body, definition.id());
        walk.statements.block(body, inside);
    }

    private void bases(int list, SummaryBuilder.OpenDefinition definition, Frame frame) {
        for (int child = list == NONE ? NONE : tree.firstChild(list);
                child != NONE;
                child = tree.next(child)) {
            if (!tree.isNamed(child) || tree.is(child, "comment")) {
                continue;
            }
            if (tree.is(child, "keyword_argument")) {
                walk.expressions.value(tree.child(child, "value"), frame, Use.Outcome.KEPT);
            } else {
                // Generic[T], Base[T]: the class is what stands before the brackets.
                int base = tree.is(child, "subscript") ? tree.child(child, "value") : child;
                definition.supertypes.add(
                        walk.expressions.value(base, frame, Use.Outcome.KEPT));
            }
        }
    }

    private void findProperties(int body, int classDefinition) {
        for (int child = tree.firstChild(body); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "decorated_definition")) {
                continue;
            }
            int method = tree.child(child, "definition");
            int name = method == NONE ? NONE : tree.child(method, "name");
            for (int each = tree.firstChild(child);
                    name != NONE && each != NONE;
                    each = tree.next(each)) {
                if (tree.is(each, "decorator") && walk.functions.isProperty(List.of(each))) {
                    properties
                            .computeIfAbsent(classDefinition, id -> new HashSet<>())
                            .add(tree.text(name));
                }
            }
        }
    }

    /** Whether reading {@code member} of an object of this file calls a getter. */
    boolean isProperty(Expr.Member member) {
        return member.object() instanceof Expr.This self
                && properties.getOrDefault(self.definition(), Set.of()).contains(member.name());
    }

    /** The scope that functions in a class's body see: that around the class. */
    Scope around(Scope classScope) {
        return around.getOrDefault(classScope, classScope);
    }

    /** The class whose instance or self an expression is, or -1. */
    static int ownerOf(Expr object) {
        if (object instanceof Expr.This self) {
            return self.definition();
        }
        return object instanceof Expr.Function type ? type.definition() : -1;
    }

    /** The class that the object of a member names in this file, by itself or by its name; or -1. */
    int namedBy(Expr object) {
        int owner = ownerOf(object);
        if (owner >= 0 || !(object instanceof Expr.Ref ref)) {
            return owner;
        }
        SummaryBuilder.OpenBinding binding = walk.summary.binding(ref.binding());
        return binding.kind() == Binding.Kind.DEFINITION && !binding.values.isEmpty()
                ? ownerOf(binding.values.get(0))
                : -1;
    }
}
