package dev.dovetail.report;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write a report; the same report always gives the same bytes, in UTF-8. */
public interface ReportFormat {

    /** Writes all of {@code report}; flushes {@code out} and leaves it open. */
    void write(Report report, OutputStream out) throws IOException;
}
