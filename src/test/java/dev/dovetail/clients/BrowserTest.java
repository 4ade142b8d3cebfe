package dev.dovetail.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code dovetail fit} in a real browser. */
class BrowserTest {

    private static final Path PROJECT = Path.of("test-fixtures/fit").toAbsolutePath();

    @TempDir Path temporary;

    private Path browser = Path.of("chromium");

    @BeforeEach
    void a_page() throws IOException {
        browser = Programs.need("chromium");
        Programs.writeLauncher(temporary);
        Programs.Result written =
                Programs.run(
                        temporary,
                        Map.of(),
                        "./dovetail",
                        "fit",
                        PROJECT.toString(),
                        "--platform",
                        "aws-lambda,docker,fly,heroku",
                        "--format",
                        "html",
                        "--output",
                        "fit.html");
        assertThat(written.status()).as(written.output()).isZero();
    }

    /** The page's elements after its script has run. */
    private String opened(String address) {
        return Programs.run(
                        temporary,
                        Map.of(),
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + temporary.resolve("profile"),
                        "--dump-dom",
                        temporary.resolve("fit.html").toUri() + address)
                .output();
    }

    @Test
    void it_has_a_row_for_each_host_and_a_column_for_each_unit() {
        String page = opened("");

        assertThat(count("<th scope=\"row\">", page)).isEqualTo(4);
        assertThat(count("<a class=\"fit ", page)).isEqualTo(12);
        assertThat(page).contains(">booking</a>").contains(">chat</a>").contains(">remind</a>");
        assertThat(count("<details class=\"reason\"[^>]* open=\"\"", page)).isZero();
        assertThat(count("<details class=\"reason\"[^>]* hidden=\"\"", page)).isZero();
    }

    @Test
    void the_address_of_a_cell_opens_its_reasons_and_hides_the_others() {
        String page = opened("#u1-aws-lambda");

        assertThat(page).contains("chat on AWS Lambda: does not fit</h2>");
        assertThat(page).containsPattern("id=\"count\"[^>]*>[1-9] reasons?</p>");
        int all = count("<details class=\"reason\"", page);
        int open = count("<details class=\"reason\"[^>]* open=\"\"", page);
        int hidden = count("<details class=\"reason\"[^>]* hidden=\"\"", page);
        assertThat(open).isPositive();
        assertThat(hidden).isPositive();
        assertThat(open + hidden).isEqualTo(all);
        assertThat(page).containsPattern("<mark>new Server\\(server\\)</mark>");
    }

    @Test
    void a_cell_with_nothing_against_it_says_so() {
        assertThat(opened("#u0-docker")).contains(">Nothing stands against it.</p>");
    }

    private static int count(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }
}
