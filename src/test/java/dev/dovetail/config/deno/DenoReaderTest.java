package dev.dovetail.config.deno;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.paas.UnitsFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenoReaderTest {

    @TempDir Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"deploy\": {\"project\": \"shop\", \"entrypoint\": \"main.ts\"}} | shop main.ts",
                "{\"deploy\": {\"app\": \"shop\", \"runtime\": {\"entrypoint\": \"./src/main.ts\"}}} | shop src/main.ts",
                "{\"tasks\": {\"start\": \"deno run main.ts\"}} | ''",
                "{\"deploy\": {\"entrypoint\": \"https://example.com/main.ts\"}} | ''",
                "{\"deploy\": {\"entrypoint\": \"../main.ts\"}} | ''",
                "{\"deploy\": 5} | ''"
            })
    void deno_json_says_what_is_deployed(String text, String unit) throws IOException {
        UnitsFolder shop = new UnitsFolder(root, new DenoReader());
        shop.write("deno.json", text);
        String found =
                shop.units().stream()
                        .map(each -> each.name() + " " + ((EntryPoint.File) each.entryPoint()).file())
                        .findFirst()
                        .orElse("");
        assertThat(found).isEqualTo(unit);
    }

    @Test
    void broken_config_is_told() throws IOException {
        UnitsFolder shop = new UnitsFolder(root, new DenoReader());
        shop.write("deno.jsonc", "{\"deploy\": ");
        assertThat(shop.units()).isEmpty();
        assertThat(shop.notifications()).hasSize(1);
    }
}
