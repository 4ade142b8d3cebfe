package dev.dovetail.source.python;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Region;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Import statements.
 *
 * <p>{@code import a.b} asks for {@code a}, which it binds, and for {@code a.b}, which it makes run;
 * {@code from a import b} asks for {@code a} and, should {@code b} be a module, for {@code a.b}.
 */
final class Imports {

    private final Walk walk;
    private final SyntaxTree tree;

    Imports(Walk walk) {
        this.walk = walk;
        this.tree = walk.tree;
    }

    /** The names that an import binds, each with the node that gives it. */
    Map<String, Integer> names(int node) {
        Map<String, Integer> names = new LinkedHashMap<>();
        int module = tree.child(node, "module_name");
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (child == module) {
                continue;
            }
            if (tree.is(child, "aliased_import")) {
                int alias = tree.child(child, "alias");
                if (alias != NONE) {
                    names.put(tree.text(alias), alias);
                }
            } else if (tree.is(child, "dotted_name")) {
                int first = tree.firstChild(child);
                names.put(tree.text(first == NONE ? child : first), child);
            }
        }
        return names;
    }

    void plain(int node, Frame frame, boolean typeOnly) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (tree.is(child, "aliased_import")) {
                int name = tree.child(child, "name");
                int alias = tree.child(child, "alias");
                if (name != NONE && alias != NONE) {
                    int id = imported(path(name), tree.region(name), frame, typeOnly);
                    bind(tree.text(alias), new Expr.Module(id), frame);
                }
            } else if (tree.is(child, "dotted_name")) {
                String path = path(child);
                int dot = path.indexOf('.');
                String first = dot < 0 ? path : path.substring(0, dot);
                int id = imported(first, tree.region(child), frame, typeOnly);
                if (dot >= 0) {
                    imported(path, tree.region(child), frame, typeOnly);
                }
                bind(first, new Expr.Module(id), frame);
            }
        }
    }

    void from(int node, Frame frame, boolean typeOnly) {
        int module = tree.child(node, "module_name");
        if (module == NONE) {
            return;
        }
        String path = path(module);
        Region region = tree.region(module);
        Expr.Module whole = new Expr.Module(imported(path, region, frame, typeOnly));
        String prefix = path.endsWith(".") ? path : path + ".";
        for (int child = tree.firstChild(node); child != NONE; child = tree.next(child)) {
            if (child == module) {
                continue;
            }
            if (tree.is(child, "wildcard_import")) {
                walk.summary.export(Export.ALL, whole, tree.region(child));
            } else if (tree.is(child, "aliased_import") || tree.is(child, "dotted_name")) {
                boolean aliased = tree.is(child, "aliased_import");
                int name = aliased ? tree.child(child, "name") : child;
                int alias = aliased ? tree.child(child, "alias") : child;
                if (name != NONE && alias != NONE) {
                    String own = tree.text(name);
                    imported(prefix + own, tree.region(name), frame, typeOnly);
                    bind(tree.text(alias), new Expr.Member(whole, own), frame);
                }
            }
        }
    }

    /** {@code importlib.import_module("a.b")}. */
    Expr dynamic(String path, Region region, Frame frame) {
        return new Expr.Module(
                walk.summary.imported(
                        Import.Kind.DYNAMIC, path, region, frame.definition(), frame.guard(), frame.caught()));
    }

    private int imported(String path, Region region, Frame frame, boolean typeOnly) {
        Import.Kind kind =
                typeOnly
                        ? Import.Kind.TYPE_ONLY
                        : frame.definition() == SourceSummary.MODULE
                                ? Import.Kind.STATIC
                                : Import.Kind.REQUIRE;
        return walk.summary.imported(
                kind, path, region, frame.definition(), frame.guard(), frame.caught());
    }

    private void bind(String name, Expr value, Frame frame) {
        int binding = frame.scope().find(name);
        if (binding >= 0) {
            walk.summary.binding(binding).values.add(value);
        }
    }

    /** A module's path without the blanks and line breaks that may stand around its dots. */
    private String path(int node) {
        String text = tree.text(node);
        StringBuilder path = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\\') {
                path.append(text.charAt(i));
            }
        }
        return path.toString();
    }
}
