package dev.dovetail.config.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    @TempDir Path root;

    private String value(String expression, String more) {
        List<DeploymentUnit> units =
                new TestFolder(root)
                        .write(
                                "infra/main.tf",
                                """
                                resource "aws_lambda_function" "api" {
                                  function_name = "api"
                                  environment {
                                    variables = {
                                      V = %s
                                    }
                                  }
                                }
                                %s
                                """
                                        .formatted(expression, more))
                        .write("infra/greeting.txt", "hello")
                        .write("infra/hello.tpl", "hello ${name}")
                        .write("infra/functions/a/main.py", "")
                        .write("infra/functions/b/main.py", "")
                        .units(new TerraformReader());
        assertThat(units).hasSize(1);
        return TestFolder.variable(units.get(0), "V");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" | a",
                "12 | 12",
                "1.5 | 1.5",
                "2e3 | 2000",
                "true | true",
                "60 * 5 - 1 | 299",
                "7 % 4 + 10 / 4 | 5.5",
                "-3 | -3",
                "!false | true",
                "1 < 2 && 2 >= 2 | true",
                "\"x\" == \"x\" ? \"same\" : \"other\" | same",
                "null == null | true",
                "var.stage == \"prod\" ? 1 : 2 | 2",
                "\"${var.stage}-api\" | dev-api",
                "\"a\\tb\\u0041 $${x} %%{y}\" | a\tbA ${x} %{y}",
                "\"${1 + 1}\" | 2",
                "local.deep.list[1].name | second",
                "local.deep[\"list\"].0.name | first",
                "join(\",\", local.deep.list[*].name) | first,second",
                "join(\",\", local.deep.list.*.name) | first,second",
                "join(\",\", [for n in local.deep.list : upper(n.name) if n.name != \"first\"]) | SECOND",
                "{ for k, v in local.sizes : v => k }[\"256\"] | small",
                "join(\"-\", keys({ for s in [\"a\", \"b\"] : s => 1 })) | a-b",
                "(1 + 2) * 3 | 9",
            })
    void expressions_are_evaluated(String expression, String value) {
        assertThat(value(expression, NAMES)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format(\"%s-%d%%\", \"a\", 3) | a-3%",
                "join(\"/\", [\"a\", \"b\"]) | a/b",
                "split(\",\", \"a,b\")[1] | b",
                "lookup({a = 1}, \"b\", 2) | 2",
                "merge({a = 1}, {a = 2}).a | 2",
                "merge([{a = 1}, {b = 2}]...).b | 2",
                "concat([1], [2])[1] | 2",
                "flatten([[1], [[2, 3]]])[2] | 3",
                "coalesce(null, \"\", \"x\") | x",
                "try(local.sizes.none, \"other\") | other",
                "can(local.sizes.none) | false",
                "length([1, 2]) | 2",
                "element([1, 2], 3) | 2",
                "contains([\"a\"], \"a\") | true",
                "one([5]) | 5",
                "compact([\"\", \"x\"])[0] | x",
                "zipmap([\"a\"], [9]).a | 9",
                "range(3)[2] | 2",
                "reverse([1, 2])[0] | 2",
                "values(local.sizes)[0] | 256",
                "max(1, 5, 3) | 5",
                "ceil(1.2) | 2",
                "lower(\"AB\") | ab",
                "title(\"ab\") | Ab",
                "trimspace(\" x \") | x",
                "trimprefix(\"prod-a\", \"prod-\") | a",
                "trimsuffix(\"a.zip\", \".zip\") | a",
                "startswith(\"abc\", \"ab\") | true",
                "replace(\"a.b\", \".\", \"-\") | a-b",
                "substr(\"abcdef\", 1, 2) | bc",
                "basename(\"x/y.py\") | y.py",
                "dirname(\"x/y.py\") | x",
                "jsondecode(jsonencode({a = 1})).a | 1",
                "jsondecode(\"{\\\"a\\\": [1, 2]}\").a[1] | 2",
                "file(\"${path.module}/greeting.txt\") | hello",
                "templatefile(\"hello.tpl\", {name = \"you\"}) | hello you",
                "join(\",\", fileset(path.module, \"functions/*/main.py\")) | functions/a/main.py,functions/b/main.py",
                "tostring(5) | 5",
                "sensitive(\"x\") | x",
            })
    void functions_are_worked_out(String expression, String value) {
        assertThat(value(expression, NAMES)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "var.secret",
                "var.undeclared",
                "\"${var.secret}-api\"",
                "local.none",
                "data.aws_region.current.name",
                "aws_s3_bucket.files.arn",
                "timestamp()",
                "var.secret == \"x\" ? 1 : 2",
                "merge({a = 1}, var.secret).a",
                "replace(\"abc\", \"/[a-z]/\", \"-\")",
                "file(\"../../outside.txt\")",
                "file(\"missing.txt\")",
                "module.none.output",
                "1 / 0",
                "local.circle",
                "\"%{ if true }a%{ endif }\"",
                "each.value",
                "format(\"%05d\", 3)",
                "element([], 0)",
            })
    void what_only_the_deploy_knows_is_unknown(String expression) {
        assertThat(value(expression, NAMES)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"<<EOT,'  two\n  lines\n'", "<<-EOT,'two\nlines\n'"})
    void a_heredoc_is_a_text(String marker, String text) {
        assertThat(value("local.text", "locals {\n  text = " + marker + "\n  two\n  lines\n  EOT\n}\n")).isEqualTo(text);
    }

    @Test
    void deep_nesting_ends_and_the_rest_is_read() {
        String deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);
        assertThat(value("\"read\"", "locals {\n  deep = " + deep + "\n}\n")).isEqualTo("read");
    }

    private static final String NAMES =
            """
            variable "stage" {
              default = "dev"
            }
            variable "secret" {
              type = string # given by the pipeline
            }
            locals {
              sizes  = { small = 256 }
              circle = local.square
              square = local.circle
              deep = {
                list = [
                  { name = "first" },
                  { name = "second" }, // of two
                ]
              }
            }
            """;
}
