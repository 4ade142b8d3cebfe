package dev.dovetail.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.report.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code rules/docs} is what {@code rules/} says; {@code -Ddocs=write} writes it anew. */
class DocsTest {

    private static final Path FOLDER = Path.of("rules/docs");
    private static final Pattern LINK = Pattern.compile("]\\(((?!https:)[^)]+\\.md)\\)");

    private final Knowledge knowledge = KnowledgeResource.load();
    private final Map<String, String> pages = Docs.pages(knowledge);

    @Test
    void pages_are_current() throws IOException {
        if ("write".equals(System.getProperty("docs"))) {
            write();
        }
        Map<String, String> written = new HashMap<>();
        for (Path file : files()) {
            String name = FOLDER.relativize(file).toString().replace('\\', '/');
            written.put(name, Files.readString(file));
        }
        assertThat(written.keySet())
                .as("pages; mvn test -Dtest=DocsTest -Ddocs=write writes them")
                .containsExactlyInAnyOrderElementsOf(pages.keySet());
        pages.forEach((name, text) -> assertThat(written.get(name)).as(name).isEqualTo(text));
    }

    @Test
    void every_rule_and_every_platform_has_a_page_and_links_lead_to_pages() {
        knowledge.features().keySet().forEach(id -> assertThat(pages).containsKey(page(id)));
        knowledge.contracts().keySet().forEach(id -> assertThat(pages).containsKey(page(id)));
        pages.forEach(
                (name, text) -> {
                    Path folder = Path.of("/" + name).getParent();
                    Matcher link = LINK.matcher(text);
                    while (link.find()) {
                        String target = folder.resolve(link.group(1)).normalize().toString();
                        assertThat(pages).containsKey(target.substring(1).replace('\\', '/'));
                    }
                });
    }

    @Test
    void the_page_that_other_tools_link_to_is_one_of_them() {
        assertThat(RulePage.url("websocket-server"))
                .endsWith("/" + FOLDER.toString().replace('\\', '/') + "/" + page("websocket-server"));
    }

    private static String page(String rule) {
        return "rules/" + rule + ".md";
    }

    private void write() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
