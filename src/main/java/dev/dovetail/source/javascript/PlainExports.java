package dev.dovetail.source.javascript;

import static dev.dovetail.source.tree.SyntaxTree.NONE;

import dev.dovetail.source.Expr;
import dev.dovetail.source.PlainValue;
import dev.dovetail.source.tree.SyntaxTree;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what JavaScript and TypeScript files export when it is written out: config in source. */
public final class PlainExports {

    private static final int DEEPEST = 40;
    private static final int LONGEST_CHAIN = 8;
    private static final String DEFAULT = "default";

    /** Gives the files that a file imports. */
    public interface Files {
        /** The text of a file of the workspace. */
        Optional<String> text(String path);

        /** The path of the file that {@code specifier} means in {@code path}. */
        Optional<String> resolve(String path, String specifier);
    }

    private record Imported(String specifier, String name) {}

    private final Files files;
    private final String path;
    private final SyntaxTree tree;
    private final int chain;
    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, Integer> exported = new HashMap<>();
    private final Map<String, Imported> imports = new HashMap<>();
    private final Map<String, Imported> passedOn = new HashMap<>();

    private PlainExports(Files files, String path, String text, int chain) {
        this.files = files;
        this.path = path;
        this.tree = SyntaxTree.parse(text, Dialect.of(path).grammar());
        this.chain = chain;
        for (int node = tree.firstChild(tree.root()); node != NONE; node = tree.next(node)) {
            statement(node);
        }
    }

    /** The default export or {@code module.exports} of a file; empty when it has none. */
    public static Optional<PlainValue> ofDefault(Files files, String path) {
        return of(files, path, DEFAULT, 0);
    }

    /** What a file exports under a name; empty when it exports none. */
    public static Optional<PlainValue> named(Files files, String path, String name) {
        return of(files, path, name, 0);
    }

    private static Optional<PlainValue> of(Files files, String path, String name, int chain) {
        return files.text(path)
                .filter(text -> chain < LONGEST_CHAIN)
                .flatMap(text -> new PlainExports(files, path, text, chain).export(name));
    }

    private Optional<PlainValue> export(String name) {
        Integer node = exported.get(name);
        if (node != null) {
            return Optional.of(value(node, 0));
        }
        Imported other = passedOn.get(name);
        return other == null ? Optional.empty() : follow(other);
    }

    private Optional<PlainValue> follow(Imported imported) {
        return files.resolve(path, imported.specifier())
                .flatMap(target -> of(files, target, imported.name(), chain + 1));
    }

    private void statement(int node) {
        switch (tree.kind(node)) {
            case "lexical_declaration", "variable_declaration" -> declare(node, false);
            case "import_statement" -> imported(node);
            case "export_statement" -> exported(node);
            case "expression_statement" -> assigned(tree.firstNamed(node));
            default -> {}
        }
    }

    private void declare(int declaration, boolean isExported) {
        for (int each = tree.firstChild(declaration); each != NONE; each = tree.next(each)) {
            int name = tree.is(each, "variable_declarator") ? tree.child(each, "name") : NONE;
            int value = name == NONE ? NONE : tree.child(each, "value");
            if (value != NONE) {
                values.put(tree.text(name), value);
                if (isExported) {
                    exported.put(tree.text(name), value);
                }
            }
        }
    }

    private void imported(int node) {
        int source = tree.child(node, "source");
        int clause = tree.childOfKind(node, "import_clause");
        if (source == NONE || clause == NONE) {
            return;
        }
        String specifier = Literals.string(tree, source);
        for (int each = tree.firstChild(clause); each != NONE; each = tree.next(each)) {
            if (tree.is(each, "identifier")) {
                imports.put(tree.text(each), new Imported(specifier, DEFAULT));
            } else if (tree.is(each, "named_imports")) {
                named(each, specifier, "import_specifier", imports);
            }
        }
    }

    /** {@code { a, b as c }} of an import or an export. */
    private void named(int list, String specifier, String kind, Map<String, Imported> into) {
        for (int each = tree.firstChild(list); each != NONE; each = tree.next(each)) {
            if (tree.is(each, kind)) {
                int name = tree.child(each, "name");
                int alias = tree.child(each, "alias");
                String known = tree.text(alias == NONE ? name : alias);
                into.put(known, new Imported(specifier, tree.text(name)));
            }
        }
    }

    private void exported(int node) {
        int declaration = tree.child(node, "declaration");
        int value = tree.child(node, "value");
        int source = tree.child(node, "source");
        int clause = tree.childOfKind(node, "export_clause");
        if (declaration != NONE) {
            declare(declaration, true);
        } else if (value != NONE) {
            exported.put(DEFAULT, value);
        } else if (clause != NONE && source != NONE) {
            named(clause, Literals.string(tree, source), "export_specifier", passedOn);
        } else if (clause != NONE) {
            for (int each = tree.firstChild(clause); each != NONE; each = tree.next(each)) {
                if (tree.is(each, "export_specifier")) {
                    int name = tree.child(each, "name");
                    int alias = tree.child(each, "alias");
                    exported.put(tree.text(alias == NONE ? name : alias), name);
                }
            }
        } else if (tree.hasToken(node, "=")) {
            int whole = tree.firstNamed(node);
            if (whole != NONE) {
                exported.put(DEFAULT, whole);
            }
        }
    }

    /** {@code module.exports = …}, {@code exports.name = …}. */
    private void assigned(int node) {
        if (node == NONE || !tree.is(node, "assignment_expression")) {
            return;
        }
        String target = tree.text(tree.child(node, "left"));
        int value = tree.child(node, "right");
        if (target.equals("module.exports")) {
            exported.put(DEFAULT, value);
        } else if (target.startsWith("module.exports.") || target.startsWith("exports.")) {
            exported.put(target.substring(target.lastIndexOf('.') + 1), value);
        }
    }

    private PlainValue value(int node, int depth) {
        Place place = place(node);
        if (depth > DEEPEST) {
            return new PlainValue.Unknown(place);
        }
        return switch (tree.kind(node)) {
            case "string" -> new PlainValue.Scalar(Literals.string(tree, node), place);
            case "number" -> number(node, place);
            case "true" -> new PlainValue.Scalar(true, place);
            case "false" -> new PlainValue.Scalar(false, place);
            case "null", "undefined" -> new PlainValue.Scalar(null, place);
            case "template_string" -> template(node, depth, place);
            case "object" -> mapping(node, depth, place);
            case "array" -> sequence(node, depth, place);
            case "identifier" -> named(tree.text(node), depth, place);
            case "as_expression",
                    "satisfies_expression",
                    "parenthesized_expression",
                    "non_null_expression" ->
                    value(tree.firstNamed(node), depth + 1);
            default -> new PlainValue.Unknown(place);
        };
    }

    private PlainValue number(int node, Place place) {
        return Literals.number(tree.text(node)) instanceof Expr.Literal literal
                ? new PlainValue.Scalar(literal.value(), place)
                : new PlainValue.Unknown(place);
    }

    /** A template whose holes are known; those of Serverless variables are escaped and none. */
    private PlainValue template(int node, int depth, Place place) {
        StringBuilder text = new StringBuilder();
        int at = tree.start(node) + 1;
        for (int each = tree.firstChild(node); each != NONE; each = tree.next(each)) {
            if (!tree.is(each, "template_substitution")) {
                continue;
            }
            PlainValue hole = value(tree.firstNamed(each), depth + 1);
            if (!(hole instanceof PlainValue.Scalar scalar) || scalar.value() == null) {
                return new PlainValue.Unknown(place);
            }
            text.append(tree.slice(at, tree.start(each))).append(scalar.value());
            at = tree.end(each);
        }
        text.append(tree.slice(at, tree.end(node) - 1));
        return new PlainValue.Scalar(Literals.unescape(text.toString()), place);
    }

    private PlainValue mapping(int node, int depth, Place place) {
        List<PlainValue.Entry> entries = new ArrayList<>();
        for (int each = tree.firstChild(node); each != NONE; each = tree.next(each)) {
            switch (tree.kind(each)) {
                case "pair" -> {
                    int key = tree.child(each, "key");
                    @Nullable String name = key(key);
                    if (name != null) {
                        PlainValue value = value(tree.child(each, "value"), depth + 1);
                        entries.add(new PlainValue.Entry(name, place(key), value));
                    }
                }
                case "shorthand_property_identifier" -> {
                    String name = tree.text(each);
                    PlainValue value = named(name, depth + 1, place(each));
                    entries.add(new PlainValue.Entry(name, place(each), value));
                }
                case "spread_element" -> {
                    if (value(tree.firstNamed(each), depth + 1)
                            instanceof PlainValue.Mapping spread) {
                        entries.addAll(spread.entries());
                    }
                }
                default -> {}
            }
        }
        return new PlainValue.Mapping(entries, place);
    }

    private @Nullable String key(int node) {
        return switch (tree.kind(node)) {
            case "property_identifier", "number" -> tree.text(node);
            case "string" -> Literals.string(tree, node);
            default -> null;
        };
    }

    private PlainValue sequence(int node, int depth, Place place) {
        List<PlainValue> elements = new ArrayList<>();
        for (int each = tree.firstChild(node); each != NONE; each = tree.next(each)) {
            if (tree.isNamed(each) && !tree.is(each, "comment")) {
                elements.add(value(each, depth + 1));
            }
        }
        return new PlainValue.Sequence(elements, place);
    }

    private PlainValue named(String name, int depth, Place place) {
        Integer node = values.get(name);
        if (node != null) {
            return value(node, depth + 1);
        }
        Imported imported = imports.get(name);
        return imported == null
                ? new PlainValue.Unknown(place)
                : follow(imported).orElseGet(() -> new PlainValue.Unknown(place));
    }

    private Place place(int node) {
        return new Place(path, tree.region(node));
    }
}
