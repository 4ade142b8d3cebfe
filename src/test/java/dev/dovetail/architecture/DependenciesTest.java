package dev.dovetail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every library has a reason that is written down, with the version that is built with. */
class DependenciesTest {

    private static final Pattern DEPENDENCY =
            Pattern.compile(
                    "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void each_stands_in_the_table_with_its_version() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> rows =
                Files.readAllLines(Path.of("CONTRIBUTING.md")).stream()
                        .filter(line -> line.startsWith("| "))
                        .toList();
        List<String> found = new ArrayList<>();
        Matcher each = DEPENDENCY.matcher(pom);
        while (each.find()) {
            String library = each.group(1) + ":" + each.group(2);
            String version = version(pom, each.group(3));
            found.add(library);
            assertThat(rows)
                    .as("a row of CONTRIBUTING.md for %s %s", library, version)
                    .anyMatch(row -> names(row, library) && row.contains(version));
        }
        assertThat(found).hasSizeGreaterThan(15);
    }

    /** A row has one artifact, or the first and what others append: {@code a:b, -core, -databind}. */
    private static boolean names(String row, String library) {
        String[] names = row.split("\\|")[1].strip().split(", ");
        if (names[0].equals(library)) {
            return true;
        }
        for (int i = 1; i < names.length; i++) {
            if (library.equals(names[0] + names[i])
                    || library.equals(names[0].replaceFirst("-[a-z]+$", names[i]))) {
                return true;
            }
        }
        return false;
    }

    private static String version(String pom, String written) {
        Matcher property = Pattern.compile("\\$\\{(.+)}").matcher(written);
        if (!property.matches()) {
            return written;
        }
        String name = property.group(1);
        int start = pom.indexOf("<" + name + ">") + name.length() + 2;
        return pom.substring(start, pom.indexOf('<', start));
    }
}
