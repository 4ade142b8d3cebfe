package dev.dovetail.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Path PAGE = Path.of("src/docs/limits.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d+) \\|");

    @Test
    void the_page_has_every_limit_and_its_value() throws Exception {
        List<String> limits = new ArrayList<>();
        for (Field field : Limits.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                limits.add(field.getName() + " " + field.getInt(null));
            }
        }

        assertThat(limits).isNotEmpty();
        assertThat(rows()).isEqualTo(limits);
    }

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
    }
}
