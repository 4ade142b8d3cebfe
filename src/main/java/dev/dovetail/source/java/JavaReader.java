package dev.dovetail.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.Comment;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.Optional;
import java.util.Set;

/** Summarizes Java files of any version up to 25. */
public final class JavaReader implements SourceReader {


    @Override
    public Language language() {
        return Language.JAVA;
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".java")
                && !path.endsWith("module-info.java")
                && !path.endsWith("package-info.java");
    }

    @Override
    public SourceSummary summarize(String path, String text) {
        SummaryBuilder summary = new SummaryBuilder(path, Language.JAVA);
        summary.definition(
                Definition.Kind.MODULE, "", -1, Region.FILE_START, Region.FILE_START, Set.of());
        if (nests(text)) {
            return unread(summary, "It nests too deeply and is not analysed.", Region.FILE_START);
        }
        try {
            // A parser keeps state of its last file; the summary must depend on this one alone.
            ParseResult<CompilationUnit> parsed = new JavaParser(configuration()).parse(text);
            if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
                Optional<Problem> first = parsed.getProblems().stream().findFirst();
                Region region =
                        first.flatMap(Problem::getLocation)
                                .flatMap(tokens -> tokens.toRange())
                                .map(Regions::of)
                                .orElse(Region.FILE_START);
                note(summary, "This does not parse; what stands around it is analysed.", region);
            }
            parsed.getResult().ifPresent(unit -> new Walk(summary).file(unit));
            parsed.getCommentsCollection()
                    .ifPresent(
                            comments ->
                                    comments.getComments()
                                            .forEach(comment -> remark(summary, comment)));
            return summary.build();
        } catch (StackOverflowError e) {
            SummaryBuilder empty = new SummaryBuilder(path, Language.JAVA);
            empty.definition(
                    Definition.Kind.MODULE, "", -1, Region.FILE_START, Region.FILE_START, Set.of());
            return unread(empty, "It nests too deeply and is not analysed.", Region.FILE_START);
        }
    }

    private static ParserConfiguration configuration() {
        // RAW: everything that the grammar knows, without checks of what a version allows.
        return new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                .setAttributeComments(false)
                .setLexicalPreservationEnabled(false)
                .setDetectOriginalLineSeparator(false)
                .setTabSize(1);
    }

    private static SourceSummary unread(SummaryBuilder summary, String message, Region region) {
        note(summary, message, region);
        return summary.build();
    }

    private static void note(SummaryBuilder summary, String message, Region region) {
        summary.notification(
                new Notification(
                        Notification.Level.WARNING, message, new Place(summary.file(), region)));
    }

    private static void remark(SummaryBuilder summary, Comment comment) {
        String content = comment.getContent();
        int at = content.indexOf("dovetail-");
        if (at >= 0) {
            summary.remark(content.substring(at).strip(), Regions.of(comment));
        }
    }

    /**
     * Whether brackets nest deeper than a parser should be sent; those in texts count, too. It looks far
     * ahead of each that may begin type arguments, so that it takes very long where many stand open.
     */
    private static boolean nests(String text) {
        int depth = 0;
        int types = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth = Math.max(0, depth - 1);
                case '{' -> {
                    depth++;
                    types = 0;
                }
                case '}' -> {
                    depth = Math.max(0, depth - 1);
                    types = 0;
                }
                case ';' -> types = 0;
                case '<' -> types++;
                case '>' -> types = Math.max(0, types - 1);
                default -> {}
            }
            if (depth > Limits.SOURCE_NESTING || types > Limits.SOURCE_NESTING) {
                return true;
            }
        }
        return false;
    }
}
