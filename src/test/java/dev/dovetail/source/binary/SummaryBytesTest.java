package dev.dovetail.source.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.java.JavaReader;
import dev.dovetail.source.javascript.JavaScriptReader;
import dev.dovetail.source.python.PythonReader;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A summary that was written is read as it was. */
class SummaryBytesTest {

    private static final List<SourceReader> READERS =
            List.of(new JavaScriptReader(), new JavaReader(), new PythonReader());

    @Test
    void of_every_file_of_the_fixtures_and_of_the_program() throws IOException {
        int files = 0;
        for (String folder : List.of("test-fixtures", "src/main/java")) {
            DirectoryWorkspace workspace = DirectoryWorkspace.open(Path.of(folder));
            for (String file : workspace.files()) {
                for (SourceReader reader : READERS) {
                    if (reader.reads(file)) {
                        String text = workspace.read(file).orElseThrow();
                        assertSame(reader.summarize(file, text));
                        files++;
                    }
                }
            }
        }
        assertThat(files).isGreaterThan(500);
    }

    @Test
    void with_every_kind_of_literal_number_and_text() {
        assertSame(
                summary(
                        new Expr.Literal(Long.MIN_VALUE),
                        new Expr.Literal(-1L),
                        new Expr.Literal(Double.NaN),
                        new Expr.Literal(-0.0),
                        new Expr.Literal(true),
                        new Expr.Literal(null),
                        Expr.Literal.NOTHING,
                        new Expr.Literal(""),
                        new Expr.Literal("half a pair: \uD83D"),
                        new Expr.Literal("naïve \uD83D\uDE00 text"),
                        new Expr.Ref(-1),
                        new Expr.Ref(Integer.MAX_VALUE)));
    }

    @Test
    void expressions_that_are_one_stay_one_and_others_others() {
        Expr one = new Expr.Member(new Expr.Global("process"), "env");
        Expr other = new Expr.Member(new Expr.Global("process"), "env");

        List<Use.Argument> read = read(summary(one, one, other)).uses().get(0).arguments();

        assertThat(read.get(1).value()).isSameAs(read.get(0).value());
        assertThat(read.get(2).value()).isNotSameAs(read.get(0).value()).isEqualTo(one);
    }

    @Test
    void bytes_that_are_none_of_ours_are_no_summary_and_no_mistake() {
        byte[] whole =
                SummaryWriter.bytes(
                        new JavaScriptReader()
                                .summarize("a.js", "export const f = (a) => a.b + `x${a}`;"));
        for (int at = 0; at < whole.length; at++) {
            byte[] torn = Arrays.copyOf(whole, at);
            assertThatCode(() -> SummaryReader.summary(torn)).doesNotThrowAnyException();
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x15;
            assertThatCode(() -> SummaryReader.summary(damaged)).doesNotThrowAnyException();
        }
    }

    private static SourceSummary summary(Expr... values) {
        List<Use.Argument> arguments =
                Arrays.stream(values).map(value -> new Use.Argument(null, value, false)).toList();
        Use use =
                new Use(
                        0,
                        Use.Kind.CALL,
                        new Expr.Global("f"),
                        arguments,
                        Region.FILE_START,
                        0,
                        -1,
                        -1,
                        Use.Outcome.DROPPED,
                        false,
                        true);
        return new SourceSummary(
                "a.js",
                Language.JAVASCRIPT,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(use),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static SourceSummary read(SourceSummary summary) {
        return SummaryReader.summary(SummaryWriter.bytes(summary)).orElseThrow();
    }

    /** Part by part, whatever parts there are: two summaries are never equal. */
    private static void assertSame(SourceSummary written) {
        SourceSummary read = read(written);
        for (RecordComponent part : SourceSummary.class.getRecordComponents()) {
            assertThat(of(read, part)).as(part.getName()).isEqualTo(of(written, part));
        }
    }

    private static Object of(SourceSummary summary, RecordComponent part) {
        try {
            return part.getAccessor().invoke(summary);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
