package dev.dovetail.cli;

import dev.dovetail.cli.replay.Answer;
import dev.dovetail.cli.replay.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The program: picks the command by the first argument, and sets up that one alone. */
final class Dovetail {

    private static final int DEEPEST_TRACE = 30;

    private static final List<String> COMMANDS =
            List.of(
                    "baseline",
                    "check",
                    "completion",
                    "explain",
                    "fit",
                    "init",
                    "lsp",
                    "platforms",
                    "rules",
                    "test",
                    "units");

    private static final String HELP =
            """
            Checks whether a backend fits the platform it is deployed to.

            Usage: dovetail COMMAND

              check [PATH]     what does not fit, with both ends
              fit [PATH]       where each unit would run: fits, fits if, does not fit
              units [PATH]     what was understood: each unit, where it runs, what it runs
              baseline [PATH]  writes what is found now, for --baseline to leave out
              init [PATH]      writes a dovetail.yaml from what is seen
              test [PATH]      runs the fixtures of your own rules
              explain RULE     what a rule finds, why it matters, how to fix it
              rules            all rules
              lsp              a language server, for editors
              platforms [ID]   what is known of platforms, with sources and dates

              completion SHELL a script for bash, zsh or fish

              --version        the version, and how old its facts are
              COMMAND --help   the options of a command
            """;

    private final Supplier<Engine> engines;
    private final Console console;
    private @Nullable Engine engine;

    /**
     * The program.
     *
     * @param engines makes the one that is used, if one is
     */
    Dovetail(Supplier<Engine> engines, Console console) {
        this.engines = engines;
        this.console = console;
    }

    /** Runs a command line; nothing is thrown. */
    int run(String... arguments) {
        try {
            Optional<Run> run = Memory.run(console, arguments);
            return run.isPresent() ? repeat(run.get(), arguments) : dispatch(console, arguments);
        } catch (UsageException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (CommandLine.ParameterException e) {
            return failed(e.getMessage() + ". See `dovetail " + arguments[0] + " --help`.");
        } catch (IOException e) {
            return failed("It could not be read or written: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // A mistake of ours must not look like findings, which exit with 1.
            return failed("This is a mistake in Dovetail; please report it.\n" + trace(e));
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** Says what the same run said before, when it would say the same now; or makes it. */
    private int repeat(Run run, String... arguments) throws IOException {
        Optional<Answer> before = run.before();
        if (before.isEmpty()) {
            int status = dispatch(console.heardBy(run), arguments);
            Memory.keep(() -> run.keep(status), Arrays.asList(arguments), console);
            return status;
        }
        console.out().writeBytes(before.get().out());
        console.err().writeBytes(before.get().err());
        for (Answer.Written file : before.get().files()) {
            OutputFile.write(Path.of(file.file()), out -> out.write(file.bytes()));
        }
        return before.get().status();
    }

    /** The analysis, made when it is first asked for. */
    private Engine engine() {
        Engine made = engine == null ? engines.get() : engine;
        engine = made;
        return made;
    }

    /** What went wrong and where; the rest of a deep stack repeats itself. */
    private static String trace(Throwable mistake) {
        String frames =
                Arrays.stream(mistake.getStackTrace())
                        .limit(DEEPEST_TRACE)
                        .map(frame -> "    at " + frame + "\n")
                        .collect(Collectors.joining());
        return mistake + "\n" + frames;
    }

    private int failed(String message) {
        console.err().print("dovetail: " + message + "\n");
        return Exit.FAILED;
    }

    private int dispatch(Console console, String... arguments) throws IOException {
        String first = arguments.length == 0 ? "--help" : arguments[0];
        switch (first) {
            case "-h", "--help", "help" -> {
                console.out().print(HELP);
                return arguments.length == 0 ? Exit.FAILED : Exit.CLEAN;
            }
            case "-V", "--version" -> {
                console.out()
                        .print(
                                "dovetail %s, facts of %s, on Java %s\n"
                                        .formatted(
                                                Version.current(),
                                                engine().knowledge().newestFact(),
                                                Runtime.version().feature()));
                return Exit.CLEAN;
            }
            default -> {
                return run(console, first, Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
    }

    private int run(Console console, String name, String... arguments) throws IOException {
        Command command =
                command(name)
                        .orElseGet(
                                () -> {
                                    Nearest.require("command", name, COMMANDS);
                                    throw new IllegalStateException(name);
                                });
        CommandSpec spec =
                command.spec()
                        .name("dovetail " + name)
                        .addOption(
                                OptionSpec.builder("-h", "--help")
                                        .usageHelp(true)
                                        .description("Show this.")
                                        .build());
        // Its knowledge loads while options are read.
        engine();
        CommandLine parser = new CommandLine(spec);
        ParseResult result = parser.parseArgs(arguments);
        if (result.isUsageHelpRequested()) {
            console.out().print(parser.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return Exit.CLEAN;
        }
        return command.run(result, this::engine, console);
    }

    private static Optional<Command> command(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "baseline" -> Optional.of(new BaselineCommand());
            case "check" -> Optional.of(new CheckCommand());
            case "completion" -> Optional.of(new CompletionCommand(all()));
            case "explain" -> Optional.of(new ExplainCommand());
            case "fit" -> Optional.of(new FitCommand());
            case "init" -> Optional.of(new InitCommand());
            case "lsp" -> Optional.of(new LspCommand());
            case "platforms" -> Optional.of(new PlatformsCommand());
            case "rules" -> Optional.of(new RulesCommand());
            case "test" -> Optional.of(new TestCommand());
            case "units" -> Optional.of(new UnitsCommand());
            default -> Optional.empty();
        };
    }

    /** Every command but the one that asks for them. */
    private static Map<String, Command> all() {
        Map<String, Command> all = new TreeMap<>();
        for (String name : COMMANDS) {
            if (!name.equals("completion")) {
                command(name).ifPresent(command -> all.put(name, command));
            }
        }
        return all;
    }
}
