package dev.dovetail.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.report.Examples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SarifWriterTest {

    @Test
    void it_leaves_out_nothing_that_data_binding_would_write() throws IOException {
        SarifSchema210 model = new SarifReport("1.2.3").model(Examples.full());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifWriter.write(model, out);

        ObjectMapper mapper = new ObjectMapper();
        List<String> differences = new ArrayList<>();
        compare("", mapper.valueToTree(model), mapper.readTree(out.toByteArray()), differences);

        assertThat(differences).isEmpty();
    }

    /** Data binding leaves out the schema's defaults, so {@code written} may hold more. */
    private static void compare(
            String path, JsonNode bound, JsonNode written, List<String> differences) {
        if (bound.isObject() && written.isObject()) {
            for (Map.Entry<String, JsonNode> field : bound.properties()) {
                compare(
                        path + "/" + field.getKey(),
                        field.getValue(),
                        written.path(field.getKey()),
                        differences);
            }
        } else if (bound.isArray() && bound.size() == written.size()) {
            for (int i = 0; i < bound.size(); i++) {
                compare(path + "/" + i, bound.get(i), written.get(i), differences);
            }
        } else if (!bound.equals(written)) {
            differences.add(path);
        }
    }
}
