package dev.dovetail.report.fit;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write a {@link FitReport}. */
public interface FitFormat {

    /** Writes all of it in UTF-8, and leaves {@code out} open. */
    void write(FitReport report, OutputStream out) throws IOException;
}
