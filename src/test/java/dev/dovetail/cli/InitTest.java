package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class InitTest extends CommandLineTest {

    @Test
    void what_is_written_is_read_again_and_changes_nothing() throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                provider: {name: aws, runtime: nodejs22.x}
                functions:
                  orders: {handler: src/app.handler, events: [httpApi: '*']}
                """);
        write("src/app.js", "require('fs').writeFileSync('out.txt', '');\nexports.handler = async () => 1;\n");
        write("web/vercel.json", "{}");
        write("web/api/hello.js", "export default (request, response) => response.end();\n");
        assertThat(run("check")).isEqualTo(1);
        String before = printed;

        assertThat(run("init")).isEqualTo(0);

        assertThat(read("dovetail.yaml"))
                .contains(
                        "# Found on aws-lambda: serverless.yml\n",
                        "#   - paths: [/src/app.js]\n#     rules: {local-file-write: off}\n",
                        "#   vercel-functions: enterprise   # or hobby, pro\n");
        assertThat(run("check")).isEqualTo(1);
        assertThat(printed).isEqualTo(before);
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        write("dovetail.yaml", "rules: {}\n");

        assertThat(run("init")).isEqualTo(2);
        assertThat(failed).contains("dovetail.yaml is there already");
        assertThat(read("dovetail.yaml")).isEqualTo("rules: {}\n");
    }
}
