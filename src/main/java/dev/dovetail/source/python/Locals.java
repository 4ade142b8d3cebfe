package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.tree.SyntaxTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The names of a body: all that it binds anywhere belongs to it, unless it says {@code global}. */
final class Locals {

    private record Found(Binding.Kind kind, int node) {}

    private final Walk walk;
    private final SyntaxTree tree;
    private final Map<String, Integer> ofModule = new LinkedHashMap<>();

    Locals(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** Binds the names of a body that its scope does not bind yet, still without values. */
    void declare(int body, Frame frame) {
        Map<String, Found> names = new LinkedHashMap<>();
        Set<Integer> outer = new LinkedHashSet<>();
        collect(body, names, outer);
        for (int statement : outer) {
            declareOuter(statement, names, frame);
        }
        int owner = walk.classOf(frame.scope());
        names.forEach(
                (name, found) -> {
                    if (frame.scope().own(name) >= 0) {
                        return;
                    }
                    boolean field =
                            owner >= 0
                                    && found.kind() != Binding.Kind.DEFINITION
                                    && found.kind() != Binding.Kind.IMPORT;
                    if (field) {
                        int binding =
                                walk.fields.declare(
                                        owner, name, tree.region(found.node()), true);
                        frame.scope().bind(name, binding);
                        return;
                    }
                    int binding = walk.declare(frame, found.kind(), name, found.node());
                    if (frame.scope() == walk.module) {
                        ofModule.put(name, binding);
                    }
                });
    }

    /** All names of a module can be asked for by other files. */
    void export() {
        ofModule.forEach(
                (name, binding) ->
                        walk.summary.export(
                                name,
                                new Expr.Ref(binding),
                                walk.summary.regionOf(binding)));
    }

    private void collect(int body, Map<String, Found> names, Set<Integer> outer) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            int node = open.pop();
            Deque<Integer> children = new ArrayDeque<>();
            for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
                if (tree.isNamed(child) && visit(child, node, names, outer)) {
                    children.push(child);
                }
            }
            children.forEach(open::push);
        }
    }

    /** Notes what a node binds; tells whether to look into it. */
    private boolean visit(int node, int parent, Map<String, Found> names, Set<Integer> outer) {
        switch (tree.kind(node)) {
            case "function_definition", "class_definition" -> {
                note(tree.child(node, "name"), Binding.Kind.DEFINITION, names);
                return false;
            }
            case "assignment", "type_alias_statement" ->
                    target(tree.child(node, "left"), Binding.Kind.VARIABLE, names);
            case "augmented_assignment" ->
                    target(tree.child(node, "left"), Binding.Kind.VARIABLE, names);
            case "named_expression" ->
                    target(tree.child(node, "name"), Binding.Kind.VARIABLE, names);
            case "for_statement" ->
                    target(tree.child(node, "left"), Binding.Kind.LOCAL_UNKNOWN, names);
            case "as_pattern" -> {
                boolean with = tree.is(parent, "with_item");
                target(
                        tree.child(node, "alias"),
                        with ? Binding.Kind.VARIABLE : Binding.Kind.LOCAL_UNKNOWN,
                        names);
            }
            case "except_clause", "except_group_clause" ->
                    target(tree.child(node, "alias"), Binding.Kind.LOCAL_UNKNOWN, names);
            case "case_pattern" -> capture(node, names);
            case "import_statement", "import_from_statement" -> {
                walk.imports.names(node).forEach(
                        (name, at) -> names.put(name, new Found(Binding.Kind.IMPORT, at)));
                return false;
            }
            case "global_statement", "nonlocal_statement" -> {
                outer.add(node);
                return false;
            }
            case "lambda",
                    "identifier",
                    "string",
                    "attribute",
                    "integer",
                    "return_statement",
                    "comment" -> {
                return tree.is(node, "return_statement");
            }
            default -> {}
        }
        return true;
    }

    private void capture(int pattern, Map<String, Found> names) {
        int inner = tree.firstNamed(pattern);
        if (tree.is(inner, "dotted_name")
                && tree.firstChild(inner) != NONE
                && tree.next(tree.firstChild(inner)) == NONE
                && !tree.text(inner).equals("_")) {
            note(inner, Binding.Kind.LOCAL_UNKNOWN, names);
        }
    }

    /** The names in an assignment's left side, at any depth that people write. */
    private void target(int node, Binding.Kind kind, Map<String, Found> names) {
        if (node == NONE || !walk.enter()) {
            return;
        }
        switch (tree.kind(node)) {
            case "identifier" -> note(node, kind, names);
            case "pattern_list",
                    "tuple_pattern",
                    "list_pattern",
                    "list_splat_pattern",
                    "as_pattern_target",
                    "expression_list",
                    "tuple",
                    "list",
                    "parenthesized_expression",
                    "type" -> {
                for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
                    if (tree.isNamed(child)) {
                        target(child, kind, names);
                    }
                }
            }
            default -> {}
        }
        walk.leave();
    }

    private void note(int node, Binding.Kind kind, Map<String, Found> names) {
        if (node == NONE) {
            return;
        }
        String name = tree.text(node);
        Found known = names.get(name);
        if (known == null || rank(kind) > rank(known.kind())) {
            names.put(name, new Found(kind, known == null ? node : known.node()));
        }
    }

    /** Of several ways in which a body binds a name, the one that tells most counts. */
    private static int rank(Binding.Kind kind) {
        return switch (kind) {
            case IMPORT -> 3;
            case DEFINITION -> 2;
            case VARIABLE -> 1;
            case PARAMETER, FIELD, LOCAL_UNKNOWN -> 0;
        };
    }

    private void declareOuter(int statement, Map<String, Found> names, Frame frame) {
        boolean global = tree.is(statement, "global_statement");
        for (int child = tree.firstChild(statement); child != NONE; child = tree.next(child)) {
            if (!tree.is(child, "identifier")) {
                continue;
            }
            String name = tree.text(child);
            int binding = global ? walk.module.own(name) : frame.scope().find(name);
            if (binding < 0 && global) {
                binding =
                        walk.summary
                                .binding(
                                        Binding.Kind.VARIABLE,
                                        name,
                                        SourceSummary.MODULE,
                                        tree.region(child),
                                        false)
                                .id();
                walk.module.bind(name, binding);
                ofModule.put(name, binding);
            }
            if (binding >= 0 && frame.scope() != walk.module) {
                frame.scope().bind(name, binding);
            }
            names.remove(name);
        }
    }
}
