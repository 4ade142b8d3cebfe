package dev.dovetail.source.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Guard;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonReaderTest {

    private static SourceSummary read(String code) {
        return new PythonReader().summarize("clinic/app.py", code);
    }

    private static String show(SourceSummary file, Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return String.valueOf(literal.value());
        } else if (expr instanceof Expr.Ref ref) {
            return file.bindings().get(ref.binding()).name();
        } else if (expr instanceof Expr.Global global) {
            return global.name();
        } else if (expr instanceof Expr.Module module) {
            return "<" + file.imports().get(module.importId()).specifier() + ">";
        } else if (expr instanceof Expr.Member member) {
            return show(file, member.object()) + "." + member.name();
        } else if (expr instanceof Expr.Index index) {
            return show(file, index.object()) + "[" + show(file, index.key()) + "]";
        } else if (expr instanceof Expr.Result result) {
            return show(file, file.uses().get(result.use()).target()) + "()";
        } else if (expr instanceof Expr.Concat concat) {
            return String.join("~", concat.parts().stream().map(p -> show(file, p)).toList());
        } else if (expr instanceof Expr.Operation operation) {
            List<String> operands =
                    operation.operands().stream().map(o -> show(file, o)).toList();
            return operands.size() == 1
                    ? operation.operator() + operands.get(0)
                    : "(" + String.join(" " + operation.operator() + " ", operands) + ")";
        } else if (expr instanceof Expr.ListOf list) {
            return list.elements().stream().map(e -> show(file, e)).toList().toString();
        }
        return expr.getClass().getSimpleName();
    }

    private static Binding binding(SourceSummary file, String name) {
        Optional<Binding> found =
                file.bindings().stream().filter(each -> each.name().equals(name)).findFirst();
        return found.orElseThrow();
    }

    private static Use call(SourceSummary file, String target) {
        return file.uses().stream()
                .filter(use -> show(file, use.target()).equals(target))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a or b                     | '(a || b)'
                    not a                      | !a
                    a is None                  | (a === null)
                    a is not None              | (a !== null)
                    k not in d                 | !(k in d)
                    1 < a < 3                  | ((1 < a) && (a < 3))
                    f"{a}.json"                | a~.json
                    "x/%s" % a                 | x/~a
                    "x/{}".format(a)           | x/~a
                    "{n}!".format(n=a)         | a~!
                    "a" "b"                    | ab
                    a["k"]                     | a.k
                    a[i]                       | a[i]
                    [1, b]                     | [1, b]
                    -1                         | neg1
                    p / "q"                    | (p / q)
                    """)
    void an_expression_has_this_value(String code, String value) {
        SourceSummary file = read("x = " + code);
        assertThat(show(file, binding(file, "x").values().get(0))).isEqualTo(value);
    }

    @Test
    void imports_bind_modules_and_their_members() {
        SourceSummary file =
                read("import os.path\nimport numpy as np\nfrom ..a.b import c as d\nfrom . import e");
        assertThat(show(file, binding(file, "os").values().get(0))).isEqualTo("<os>");
        assertThat(show(file, binding(file, "np").values().get(0))).isEqualTo("<numpy>");
        assertThat(show(file, binding(file, "d").values().get(0))).isEqualTo("<..a.b>.c");
        assertThat(show(file, binding(file, "e").values().get(0))).isEqualTo("<.>.e");
        assertThat(file.imports().stream().map(Import::specifier))
                .containsExactly("os", "os.path", "numpy", "..a.b", "..a.b.c", ".", ".e");
    }

    @Test
    void an_import_for_types_brings_types_alone() {
        SourceSummary file =
                read("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import shop");
        assertThat(file.imports().get(file.imports().size() - 1).kind())
                .isEqualTo(Import.Kind.TYPE_ONLY);
    }

    @Test
    void a_decorator_is_an_annotation_with_arguments() {
        SourceSummary file = read("@app.get('/x', tags=['t'])\nasync def visits():\n    return 1\n");
        Use decorator = file.uses().get(0);
        assertThat(decorator.kind()).isEqualTo(Use.Kind.ANNOTATION);
        assertThat(show(file, decorator.target())).isEqualTo("app.get");
        assertThat(decorator.arguments()).hasSize(2);
        assertThat(decorator.arguments().get(1).name()).isEqualTo("tags");
        Definition function = file.definitions().get(decorator.definition());
        assertThat(function.name()).isEqualTo("visits");
        assertThat(function.has(Definition.Trait.ASYNC)).isTrue();
    }

    @Test
    void self_is_the_object_and_no_parameter() {
        SourceSummary file =
                read(
                        """
                        class Desk(Base):
                            open = {}
                            def __init__(self, name: "Name"):
                                self.name = name
                            def take(self, key):
                                self.open[key] = 1
                        """);
        Definition take = file.definitions().get(file.definitions().size() - 1);
        assertThat(take.parameters()).hasSize(1);
        assertThat(binding(file, "open").isStatic()).isTrue();
        assertThat(binding(file, "name").kind()).isIn(Binding.Kind.FIELD, Binding.Kind.PARAMETER);
        assertThat(file.accesses().stream().map(Access::role))
                .contains(Access.Role.ELEMENT_WRITTEN);
        assertThat(file.definitions().get(1).supertypes()).hasSize(1);
    }

    @Test
    void a_local_name_hides_the_modules_unless_it_is_global() {
        SourceSummary file =
                read(
                        """
                        seen = {}
                        def local():
                            seen = {}
                            seen["a"] = 1
                        def shared():
                            global seen
                            seen = {}
                        """);
        assertThat(file.writes()).hasSize(2);
        assertThat(file.accesses()).hasSize(1);
        assertThat(file.accesses().get(0).role()).isEqualTo(Access.Role.ASSIGNED);
    }

    @Test
    void what_follows_an_early_return_stands_under_the_opposite_condition() {
        SourceSummary file =
                read("def f(a):\n    if a:\n        return 1\n    elif b:\n        pass\n    work()\n");
        Guard guard = file.guards().get(call(file, "work").guard());
        assertThat(guard.holds()).isFalse();
        assertThat(show(file, guard.condition())).isEqualTo("a");
    }

    @Test
    void a_with_statement_binds_what_it_opens() {
        SourceSummary file = read("with open('a') as f, lock:\n    f.write('x')\n");
        assertThat(show(file, binding(file, "f").values().get(0))).isEqualTo("open()");
        assertThat(call(file, "f.write").outcome()).isEqualTo(Use.Outcome.DROPPED);
    }

    @Test
    void only_a_try_with_a_handler_catches() {
        assertThat(call(read("try:\n    f()\nexcept E as e:\n    pass\n"), "f").caught()).isTrue();
        assertThat(call(read("try:\n    f()\nfinally:\n    pass\n"), "f").caught()).isFalse();
    }

    @Test
    void python_2_is_read() {
        SourceSummary file = read("print 'a', x\nexec code\nopen('b', 'w')\n");
        assertThat(file.notifications()).isEmpty();
        assertThat(call(file, "print").arguments()).isNotEmpty();
        assertThat(call(file, "open").arguments()).hasSize(2);
    }

    @Test
    void deep_nesting_and_long_chains_are_no_harm() {
        assertThat(read("x = " + "[".repeat(3000) + "]".repeat(3000)).notifications()).isNotEmpty();
        assertThat(read("x = 'a'" + " + 'a'".repeat(3000)).notifications()).isEmpty();
        assertThat(read("x = a" + " or a".repeat(3000)).notifications()).isEmpty();
    }
}
