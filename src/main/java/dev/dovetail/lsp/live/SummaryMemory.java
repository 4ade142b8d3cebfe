package dev.dovetail.lsp.live;

import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The last summary of each file, and the text it was made of, so that only what changed is summarized
 * again. It holds as much as the files that units reach.
 */
final class SummaryMemory {

    private record Remembered(String text, SourceSummary summary) {}

    private final Map<String, Remembered> byFile = new ConcurrentHashMap<>();

    /** A reader that asks this memory first. */
    SourceReader around(SourceReader reader) {
        return new SourceReader() {
            @Override
            public Language language() {
                return reader.language();
            }

            @Override
            public boolean reads(String path) {
                return reader.reads(path);
            }

            @Override
            public SourceSummary summarize(String path, String text) {
                Remembered known = byFile.get(path);
                if (known != null && known.text().equals(text)) {
                    return known.summary();
                }
                SourceSummary summary = reader.summarize(path, text);
                byFile.put(path, new Remembered(text, summary));
                return summary;
            }
        };
    }

    /** Forgets the files that are no longer there. */
    void keepOnly(Predicate<String> isThere) {
        byFile.keySet().removeIf(isThere.negate());
    }
}
