package dev.dovetail.report;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void every_field_of_the_format_is_written() throws IOException {
        Snapshot.check("full.json", new JsonReport(), Examples.full());
    }

    @Test
    void fixes_and_suppressions_are_written() throws IOException {
        Snapshot.check("treated.json", new JsonReport(), Examples.treated());
    }

    @Test
    void an_empty_report_is_still_whole() throws IOException {
        Snapshot.check("empty.json", new JsonReport(), Examples.report());
    }
}
