package dev.dovetail.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code dovetail completion}: a script that teaches a shell commands, options, rules and platforms. */
final class CompletionCommand implements Command {

    private static final List<String> SHELLS = List.of("bash", "fish", "zsh");

    /** Options whose values are words that Dovetail knows. */
    private static final List<String> OF_RULES = List.of("--select", "--ignore");

    private final Map<String, Command> commands;

    /** @param commands all, by name */
    CompletionCommand(Map<String, Command> commands) {
        this.commands = new TreeMap<>(commands);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(
                        Options.word(
                                "SHELL",
                                "bash, zsh or fish: `source <(dovetail completion bash)`,"
                                        + " `dovetail completion fish | source`."));
    }

    @Override
    public int run(ParseResult arguments, Supplier<Engine> engine, Console console) {
        String shell =
                Nearest.require("shell", arguments.matchedPositionalValue(0, ""), SHELLS);
        String rules = String.join(" ", engine.get().knowledge().ruleIds());
        String platforms = String.join(" ", engine.get().knowledge().platforms().keySet().stream().sorted().toList());
        console.out()
                .print(
                        switch (shell) {
                            case "fish" -> fish(rules, platforms);
                            case "zsh" ->
                                    "autoload -Uz bashcompinit && bashcompinit\n"
                                            + bash(rules, platforms);
                            default -> bash(rules, platforms);
                        });
        return Exit.CLEAN;
    }

    private static List<String> options(Command command) {
        return command.spec().options().stream().map(OptionSpec::longestName).toList();
    }

    private String bash(String rules, String platforms) {
        StringBuilder cases = new StringBuilder();
        commands.forEach(
                (name, command) ->
                        cases.append(
                                "    %s) words='%s' ;;\n"
                                        .formatted(name, String.join(" ", options(command)))));
        return """
               _dovetail() {
                 local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=
                 COMPREPLY=()
                 case $previous in
                   %s) words='%s' ;;
                   explain) words='%s' ;;
                   --platform|platforms) words='%s' ;;
                   --format) words='text sarif json github junit gitlab markdown slack' ;;
                   --fail-on) words='error warning note never' ;;
                   dovetail) words='%s' ;;
                 esac
                 if [ -z "$words" ] && [[ $current == -* ]]; then
                   case ${COMP_WORDS[1]} in
               %s    esac
                 fi
                 [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
               }
               complete -o default -F _dovetail dovetail
               """
                .formatted(
                        String.join("|", OF_RULES),
                        rules,
                        rules,
                        platforms,
                        String.join(" ", commands.keySet()),
                        cases.toString().indent(2));
    }

    private String fish(String rules, String platforms) {
        StringBuilder script = new StringBuilder("complete -c dovetail -e\n");
        String all = commands.keySet().stream().collect(Collectors.joining(" "));
        script.append(
                "complete -c dovetail -n '__fish_is_first_token' -f -a '%s'\n".formatted(all));
        script.append(value("explain", rules)).append(value("platforms", platforms));
        for (Map.Entry<String, Command> command : commands.entrySet()) {
            for (String option : options(command.getValue())) {
                String words =
                        OF_RULES.contains(option)
                                ? rules
                                : option.equals("--platform") ? platforms : "";
                script.append(
                        "complete -c dovetail -n '__fish_seen_subcommand_from %s' -l %s%s\n"
                                .formatted(
                                        command.getKey(),
                                        option.substring(2),
                                        words.isEmpty() ? "" : " -x -a '" + words + "'"));
            }
        }
        return script.toString();
    }

    private static String value(String command, String words) {
        return "complete -c dovetail -n '__fish_seen_subcommand_from %s' -f -a '%s'\n"
                .formatted(command, words);
    }
}
