package dev.dovetail.source;

/** Summarizes the files of one language. Implementations are stateless and safe on many threads. */
public interface SourceReader {

    Language language();

    /** Whether a file of this name is of this reader's language. */
    boolean reads(String path);

    /**
     * One file, summarized. Never throws for what the text holds: what cannot be parsed is left out
     * and said in {@link SourceSummary#notifications()}.
     *
     * @param path relative to the workspace; decides the dialect, and appears in places
     */
    SourceSummary summarize(String path, String text);
}
