package dev.dovetail.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.report.Examples;
import dev.dovetail.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifWriterTest {

    static Stream<Report> reports() {
        return Stream.of(Examples.full(), Examples.treated());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void it_leaves_out_nothing_that_data_binding_would_write(Report report) throws IOException {
        SarifSchema210 model = new SarifReport("1.2.3").model(report);
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
