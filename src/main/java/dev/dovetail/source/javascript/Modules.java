package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Import;
import dev.dovetail.source.Use;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports and exports of both module systems, and of what compilers make of them. */
final class Modules {

    private final Walk walk;
    private final SyntaxTree tree;
    private final Map<Integer, List<Integer>> decoratorsOfExported = new HashMap<>();

    Modules(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    void declareImport(int node, Frame frame) {
        int source = tree.child(node, "source");
        int require = tree.childOfKind(node, "import_require_clause");
        if (require != NONE) {
            declareRequire(require, frame);
            return;
        }
        if (source == NONE) {
            return;
        }
        int clause = tree.childOfKind(node, "import_clause");
        boolean typeOnly = tree.hasToken(node, "type") || clause != NONE && allTypes(clause);
        int id = imported(source, typeOnly, frame);
        if (clause == NONE) {
            return;
        }
        Expr module = new Expr.Module(id);
        for (int child = tree.firstChild(clause); child != NONE; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case "identifier" -> bind(child, new Expr.Member(module, "default"), frame);
                case "namespace_import" -> bind(tree.firstNamed(child), module, frame);
                case "named_imports" -> named(child, module, frame);
                default -> {}
            }
        }
    }

    private void declareRequire(int clause, Frame frame) {
        int source = tree.child(clause, "source");
        int name = tree.childOfKind(clause, "identifier");
        if (source == NONE || name == NONE) {
            return;
        }
        int id =
                walk.summary.imported(
                        Import.Kind.STATIC,
                        Literals.string(tree, source),
                        tree.region(source),
                        frame.definition(),
                        frame.guard(),
                        frame.caught());
        bind(name, new Expr.Module(id), frame);
    }

    private boolean allTypes(int clause) {
        int list = tree.childOfKind(clause, "named_imports");
        if (list == NONE || tree.childOfKind(clause, "identifier") != NONE) {
            return false;
        }
        boolean any = false;
        for (int child = tree.firstChild(list); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "import_specifier")) {
                any = true;
                if (!tree.hasToken(child, "type")) {
                    return false;
                }
            }
        }
        return any;
    }

    private void named(int list, Expr module, Frame frame) {
        for (int child = tree.firstChild(list); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "import_specifier")) {
                continue;
            }
            int name = tree.child(child, "name");
            int alias = tree.child(child, "alias");
            if (name != NONE) {
                Expr member = new Expr.Member(module, walk.expressions.keyOf(name));
                bind(alias == NONE ? name : alias, member, frame);
            }
        }
    }

    private void bind(int name, Expr value, Frame frame) {
        if (name != NONE) {
            int binding = walk.declare(frame, Binding.Kind.IMPORT, name);
            walk.summary.binding(binding).values.add(value);
        }
    }

    void export(int node, Frame frame) {
        int source = tree.child(node, "source");
        int declaration = tree.child(node, "declaration");
        int value = tree.child(node, "value");
        if (declaration != NONE) {
            exportDeclaration(node, declaration, frame);
        } else if (value != NONE) {
            Expr exported = walk.expressions.value(value, frame, Use.Outcome.KEPT, "default");
            walk.summary.exportDeclared("default", exported, tree.region(value));
        } else if (source != NONE) {
            exportFrom(node, source, frame);
        } else if (tree.hasToken(node, "=")) {
            Expr whole =
                    walk.expressions.value(tree.firstNamed(node), frame, Use.Outcome.KEPT);
            walk.summary.export(Export.WHOLE, whole, tree.region(node));
        } else {
            int clause = tree.childOfKind(node, "export_clause");
            if (clause != NONE && !tree.hasToken(node, "type")) {
                exportClause(clause, null, frame);
            }
        }
    }

    private void exportDeclaration(int node, int declaration, Frame frame) {
        List<Integer> decorators = new ArrayList<>();
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "decorator")) {
                decorators.add(child);
            }
        }
        decoratorsOfExported.put(declaration, decorators);
        boolean isDefault = tree.hasToken(node, "default");
        int name = tree.child(declaration, "name");
        switch (tree.kind(declaration)) {
            case "lexical_declaration", "variable_declaration" -> {
                walk.statements.declarators(declaration, frame);
                for (int child = tree.firstChild(declaration);
                        child != NONE;
                        child = tree.next(child)) {
                    if (tree.is(child, "variable_declarator")) {
                        exportNames(tree.child(child, "name"), frame);
                    }
                }
            }
            case "function_declaration", "generator_function_declaration" -> {
                if (name == NONE) {
                    Expr function =
                            walk.functions.expression(declaration, frame, "default");
                    walk.summary.exportDeclared("default", function, tree.region(declaration));
                } else {
                    walk.functions.declaration(declaration, frame);
                }
            }
            case "class_declaration", "abstract_class_declaration" -> {
                if (name == NONE) {
                    Expr type = walk.classes.expression(declaration, frame, "default");
                    walk.summary.exportDeclared("default", type, tree.region(declaration));
                } else {
                    walk.classes.declaration(declaration, frame);
                }
            }
            case "enum_declaration" -> walk.types.enumeration(declaration, frame);
            default -> {}
        }
        boolean simple =
                name != NONE
                        && !tree.is(declaration, "interface_declaration")
                        && !tree.is(declaration, "type_alias_declaration");
        if (simple) {
            String text = tree.text(name);
            walk.summary.exportDeclared(
                    isDefault ? "default" : text, walk.name(frame, text), tree.region(name));
        }
    }

    private void exportNames(int pattern, Frame frame) {
        if (pattern == NONE || !walk.enter()) {
            return;
        }
        switch (tree.kind(pattern)) {
            case "identifier", "shorthand_property_identifier_pattern" -> {
                String name = tree.text(pattern);
                walk.summary.exportDeclared(name, walk.name(frame, name), tree.region(pattern));
            }
            case "pair_pattern" -> exportNames(tree.child(pattern, "value"), frame);
            case "object_assignment_pattern", "assignment_pattern" ->
                    exportNames(tree.child(pattern, "left"), frame);
            case "object_pattern", "array_pattern" -> {
                for (int child = tree.firstChild(pattern);
                        child != NONE;
                        child = tree.next(child)) {
                    if (tree.isNamed(child)) {
                        exportNames(child, frame);
                    }
                }
            }
            default -> {}
        }
        walk.leave();
    }

    private int imported(int source, boolean typeOnly, Frame frame) {
        return walk.summary.imported(
                typeOnly ? Import.Kind.TYPE_ONLY : Import.Kind.STATIC,
                Literals.string(tree, source),
                tree.region(source),
                frame.definition(),
                frame.guard(),
                frame.caught());
    }

    private void exportFrom(int node, int source, Frame frame) {
        boolean typeOnly = tree.hasToken(node, "type");
        int id = imported(source, typeOnly, frame);
        Expr module = new Expr.Module(id);
        int clause = tree.childOfKind(node, "export_clause");
        int namespace = tree.childOfKind(node, "namespace_export");
        if (clause != NONE) {
            exportClause(clause, module, frame);
        } else if (namespace != NONE) {
            int name = tree.firstNamed(namespace);
            walk.summary.exportDeclared(
                    walk.expressions.keyOf(name), module, tree.region(namespace));
        } else {
            walk.summary.exportDeclared(Export.ALL, module, tree.region(node));
        }
    }

    private void exportClause(
            int clause, @Nullable Expr module, Frame frame) {
        for (int child = tree.firstChild(clause); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "export_specifier")) {
                continue;
            }
            int name = tree.child(child, "name");
            int alias = tree.child(child, "alias");
            if (name == NONE) {
                continue;
            }
            String own = walk.expressions.keyOf(name);
            Expr value = module == null ? walk.name(frame, own) : new Expr.Member(module, own);
            walk.summary.exportDeclared(
                    alias == NONE ? own : walk.expressions.keyOf(alias),
                    value,
                    tree.region(child));
        }
    }

    /** {@code module.exports = v}, {@code exports.a = v}; false when it is another assignment. */
    boolean exportByAssignment(int left, Expr value, Frame frame) {
        if (tree.is(left, "identifier")) {
            return tree.text(left).equals("exports") && frame.scope().find("exports") < 0;
        }
        if (!tree.is(left, "member_expression")) {
            return false;
        }
        int object = tree.child(left, "object");
        int property = tree.child(left, "property");
        if (property == NONE) {
            return false;
        }
        String name = tree.text(property);
        Region region = tree.region(left);
        if (isUnbound(object, "module", frame) && name.equals("exports")) {
            walk.summary.export(Export.WHOLE, value, region);
            return true;
        }
        boolean ofExports =
                isUnbound(object, "exports", frame)
                        || tree.is(object, "member_expression")
                                && tree.text(object).equals("module.exports")
                                && frame.scope().find("module") < 0;
        if (ofExports) {
            walk.summary.export(name, value, region);
        }
        return ofExports;
    }

    private boolean isUnbound(int node, String name, Frame frame) {
        return tree.is(node, "identifier")
                && tree.text(node).equals(name)
                && frame.scope().find(name) < 0;
    }

    /** {@code __exportStar(require('./x'), exports)} and {@code Object.defineProperty(exports, …)}. */
    void exportByCall(Expr target, List<Use.Argument> arguments, Region region) {
        if (arguments.size() < 2) {
            return;
        }
        Expr first = arguments.get(0).value();
        Expr second = arguments.get(1).value();
        Expr exports = new Expr.Global("exports");
        String called =
                target instanceof Expr.Member member
                        ? member.name()
                        : target instanceof Expr.Ref ref
                                ? walk.summary.nameOf(ref.binding())
                                : target instanceof Expr.Global global ? global.name() : "";
        if (called.equals("__exportStar") && second.equals(exports)) {
            walk.summary.export(Export.ALL, first, region);
        } else if (called.equals("defineProperty")
                && first.equals(exports)
                && second instanceof Expr.Literal literal
                && literal.value() instanceof String name
                && !name.equals("__esModule")
                && arguments.size() > 2
                && arguments.get(2).value() instanceof Expr.ObjectOf descriptor) {
            for (Expr.Property property : descriptor.properties()) {
                if (property.name().equals("value")) {
                    walk.summary.export(name, property.value(), region);
                } else if (property.name().equals("get")
                        && property.value() instanceof Expr.Function getter) {
                    walk.summary
                            .definition(getter.definition())
                            .returns
                            .forEach(value -> walk.summary.export(name, value, region));
                }
            }
        }
    }

    /** Decorators that stand before the {@code export} of a class. */
    List<Integer> takeDecorators(int declaration) {
        return decoratorsOfExported.getOrDefault(declaration, List.of());
    }
}
