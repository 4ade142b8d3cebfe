package dev.dovetail.bench;

import dev.dovetail.engine.Analysis;
import dev.dovetail.judge.Finding;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.report.JsonReport;
import dev.dovetail.report.Report;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.java.JavaReader;
import dev.dovetail.source.javascript.JavaScriptReader;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages over one folder, each on its own: what a stage needs is made before it is timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"})
public class Stages {

    private static final String TODAY = "2026-11-24";

    /** The folder to analyse. */
    @Param("src/bench/ten-files")
    public String folder;

    /** Host of code that no config aims, which is then all taken to run; {@code none} for none. */
    @Param("none")
    public String platform;

    private final Knowledge knowledge = KnowledgeResource.load();
    private final List<SourceReader> readers = List.of(new JavaScriptReader(), new JavaReader());
    private DirectoryWorkspace workspace;
    private List<String[]> reached;
    private Analysis linked;
    private Report report;

    /** Runs everything once, and says how much source it reaches. */
    @Setup
    public void analyse() throws IOException {
        workspace = DirectoryWorkspace.open(Path.of(folder));
        linked = new Analysis(workspace, knowledge);
        List<LinkedUnit> units = linked.link(host());
        List<Finding> findings = linked.judge(TODAY);
        report =
                new Report(
                        findings,
                        linked.notifications(),
                        units.size(),
                        linked.fileCount(),
                        knowledge,
                        workspace);
        reached = new ArrayList<>();
        long characters = 0;
        List<String> files =
                units.stream()
                        .flatMap(unit -> unit.files().stream())
                        .map(file -> file.file())
                        .distinct()
                        .sorted()
                        .toList();
        for (String file : files) {
            String text = workspace.read(file).orElse("");
            reached.add(new String[] {file, text});
            characters += text.length();
        }
        System.out.printf("%n# reached: %d files, %d characters%n", files.size(), characters);
    }

    private Optional<String> host() {
        return platform.equals("none") ? Optional.empty() : Optional.of(platform);
    }

    /** The knowledge that is built in. */
    @Benchmark
    public Knowledge loadKnowledge() {
        return KnowledgeResource.load();
    }

    /** The names of all files. */
    @Benchmark
    public DirectoryWorkspace listFiles() throws IOException {
        return DirectoryWorkspace.open(Path.of(folder));
    }

    /** The summaries of all reached files, on one thread. */
    @Benchmark
    public int summarize() {
        int uses = 0;
        for (String[] file : reached) {
            for (SourceReader reader : readers) {
                if (reader.reads(file[0])) {
                    uses += reader.summarize(file[0], file[1]).uses().size();
                }
            }
        }
        return uses;
    }

    /** Config read, source summarized on all processors, units linked. */
    @Benchmark
    public List<LinkedUnit> summarizeAndLink() {
        return new Analysis(workspace, knowledge).link(host());
    }

    /** All rules over all units. */
    @Benchmark
    public List<Finding> judge() {
        return linked.judge(TODAY);
    }

    /** Findings as JSON. */
    @Benchmark
    public ByteArrayOutputStream report() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonReport().write(report, out);
        return out;
    }
}
