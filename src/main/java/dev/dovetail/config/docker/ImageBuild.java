package dev.dovetail.config.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.commands.Variables;
import dev.dovetail.workspace.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the instructions of a Dockerfile, stage by stage, without running any. */
final class ImageBuild {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern STAGE = Pattern.compile("(\\S+)(?:\\s+(?i:as)\\s+(\\S+))?");
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z_][\\w.-]*)=(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|(?:[^\\s\\\\]|\\\\.)*+)");
    private static final Pattern CHECKED =
            Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\])(?::(\\d{1,5}|\\$\\{?\\w+(?::-\\d+)?\\}?))?(/[^\\s\"'|;&)?]*)?");
    /** Commands that may put an application's files where no COPY put them. */
    private static final Pattern FILLS =
            Pattern.compile("\\b(?:git\\s+clone|cp|mv|ln|rsync|unzip|tar|tee|degit)\\s|\\bcat\\s*>|>\\s*\\S+\\.(?:json|py|js|ts|txt|ya?ml|env)\\b|--mount=type=bind");

    private static final Pattern NODE_SOURCE = Pattern.compile("setup_(\\d{1,2})\\.x");

    private final Map<String, Value> buildArguments;
    private final Function<Stage, ImageFiles> view;
    private final Map<String, Value> global = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();

    /**
     * @param buildArguments that config gives the build
     * @param view the files of a stage
     */
    ImageBuild(Map<String, Value> buildArguments, Function<Stage, ImageFiles> view) {
        this.buildArguments = buildArguments;
        this.view = view;
    }

    /** The last stage, or the one that {@code target} names; empty when there is none. */
    Optional<Stage> run(List<Instruction> instructions, Optional<String> target) {
        for (Instruction each : instructions) {
            if (each.keyword().equals("FROM")) {
                from(each);
            } else if (stages.isEmpty()) {
                if (each.keyword().equals("ARG")) {
                    declare(each, global, Map.of());
                }
            } else {
                apply(each, stages.get(stages.size() - 1));
            }
        }
        if (target.isPresent()) {
            return stage(target.get());
        }
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    private Optional<Stage> stage(String name) {
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (stages.get(i).name.equalsIgnoreCase(name) || String.valueOf(i).equals(name)) {
                return Optional.of(stages.get(i));
            }
        }
        return Optional.empty();
    }

    private void from(Instruction instruction) {
        Matcher words = STAGE.matcher(instruction.text());
        if (!words.lookingAt()) {
            return;
        }
        String name = words.group(2) == null ? "" : words.group(2);
        Value base = new Variables(key -> Optional.ofNullable(global.get(key)), '\\').replace(words.group(1));
        Optional<Stage> parent = base.text().flatMap(this::stage).filter(each -> !base.text().get().matches("\\d+"));
        stages.add(
                parent.isPresent()
                        ? Stage.on(name, parent.get(), instruction.place())
                        : Stage.on(name, base, instruction.place()));
        instruction
                .flag("platform")
                .flatMap(Installed::architecture)
                .ifPresent(
                        word ->
                                stages.get(stages.size() - 1)
                                        .settings
                                        .put(
                                                SettingName.IMAGE_ARCHITECTURE,
                                                Setting.at(new Value.Known(word), instruction.place())));
        if (stages.size() > 100) {
            stages.remove(0);
        }
    }

    private void declare(Instruction instruction, Map<String, Value> into, Map<String, Value> inherited) {
        for (String word : instruction.text().split("\\s+")) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<Value> given = Optional.ofNullable(buildArguments.get(name));
            Optional<Value> byDefault =
                    equals < 0
                            ? Optional.ofNullable(inherited.get(name))
                            : Optional.of(new Variables(key -> Optional.ofNullable(into.get(key)), '\\')
                                    .replace(unquoted(word.substring(equals + 1))));
            given.or(() -> byDefault).ifPresent(value -> into.put(name, value));
        }
    }

    private void apply(Instruction instruction, Stage stage) {
        switch (instruction.keyword()) {
            case "ARG" -> declare(instruction, stage.arguments, global);
            case "ENV" -> env(instruction, stage);
            case "WORKDIR" ->
                    text(unquoted(instruction.text()), stage).text().ifPresent(path -> stage.folder = stage.path(path));
            case "COPY", "ADD" -> copy(instruction, stage);
            case "RUN" -> run(instruction, stage);
            case "EXPOSE" -> expose(instruction, stage);
            case "USER" ->
                    stage.settings.put(
                            SettingName.USER,
                            Setting.at(text(instruction.text().split(":", -1)[0], stage), instruction.place()));
            case "VOLUME" -> volume(instruction, stage);
            case "SHELL" -> stage.bash = instruction.text().contains("bash");
            case "ENTRYPOINT" -> {
                stage.entrypoint = commandLine(instruction, stage);
                stage.entrypointPlace = Optional.of(instruction.place());
                if (stage.commandPlace.isEmpty()) {
                    stage.command = Optional.empty();
                }
            }
            case "CMD" -> {
                stage.command = commandLine(instruction, stage);
                stage.commandPlace = Optional.of(instruction.place());
            }
            case "HEALTHCHECK" -> healthCheck(instruction, stage);
            default -> {}
        }
    }

    private static Value text(String written, Stage stage) {
        return new Variables(name -> variable(name, stage), '\\').replace(written);
    }

    private static Optional<Value> variable(String name, Stage stage) {
        Setting set = stage.environment.get(name);
        return set != null
                ? Optional.of(set.value())
                : Optional.ofNullable(stage.arguments.get(name));
    }

    private static void env(Instruction instruction, Stage stage) {
        String text = instruction.text();
        Matcher pair = PAIR.matcher(text);
        if (!pair.lookingAt()) {
            String[] words = text.split("\\s+", 2);
            if (words.length == 2) {
                set(words[0], unquoted(words[1].strip()), instruction, stage);
            }
            return;
        }
        pair.reset();
        while (pair.find()) {
            set(pair.group(1), unquoted(pair.group(2)), instruction, stage);
        }
    }

    private static void set(String name, String written, Instruction instruction, Stage stage) {
        stage.environment.put(name, Setting.at(text(written, stage), instruction.place()));
    }

    private static String unquoted(String text) {
        String stripped = text.strip();
        boolean quoted =
                stripped.length() >= 2
                        && (stripped.startsWith("\"") && stripped.endsWith("\"")
                                || stripped.startsWith("'") && stripped.endsWith("'"));
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private void copy(Instruction instruction, Stage stage) {
        List<String> words = new ArrayList<>();
        for (String word : list(instruction.text()).orElse(List.of(instruction.text().split("\\s+")))) {
            words.add(text(word, stage).text().orElse(""));
        }
        if (words.size() < 2) {
            return;
        }
        String target = words.get(words.size() - 1);
        List<String> sources = new ArrayList<>(words.subList(0, words.size() - 1));
        boolean fetched = sources.removeIf(each -> each.isEmpty() || each.startsWith("<<") || each.contains("://"));
        if (fetched && instruction.documents().isEmpty()) {
            stage.packages.addUnknown();
        }
        stage.filled |=
                fetched
                        || target.isEmpty()
                        || instruction.flags().stream().anyMatch(flag -> flag.matches("--(parents|exclude).*"))
                        || sources.stream().anyMatch(each -> each.matches(".*[\\[{].*|.*[*?].*/.*"))
                        || sources.stream().anyMatch(each -> each.matches(".*\\.(tar|tgz|zip|gz|xz)"));
        Optional<String> from = instruction.flag("from").flatMap(name -> text(name, stage).text());
        Optional<Stage> other = from.flatMap(this::stage);
        if (instruction.flag("from").isPresent() && other.isEmpty()) {
            // From another image: its files are not of the workspace, but may be programs.
            stage.packages.addUnknown();
            stage.filled |= fillsWith(target, stage);
            return;
        }
        boolean intoFolder =
                target.endsWith("/") || target.equals(".") || target.equals("..") || sources.size() > 1
                        || stage.path(target).equals(stage.folder);
        if (target.isEmpty() || sources.isEmpty()) {
            return;
        }
        List<String> read =
                other.isPresent()
                        ? sources.stream().map(each -> absolute(each)).toList()
                        : sources.stream().map(each -> each.replaceAll("^(\\./|/)+", "")).map(each -> each.isEmpty() ? "." : each).toList();
        Installed.copy(read, other, instruction.place(), stage);
        stage.steps.add(
                new CopyStep(
                        read,
                        stage.path(target),
                        intoFolder,
                        other.map(view),
                        instruction.place()));
    }

    /** Whether files of another image may come to where the application lies. */
    private static boolean fillsWith(String target, Stage stage) {
        return !stage.path(target).matches("/(usr|bin|sbin|lib|opt|uv|uvx)(/.*)?") || stage.folder.equals("/");
    }

    /** Sources of another stage are seen from its root. */
    private static String absolute(String path) {
        String clean = path.replaceAll("^\\./", "").replaceAll("(?<=.)/+\\.?$", "");
        return clean.startsWith("/") ? clean : "/" + clean;
    }

    private static void run(Instruction instruction, Stage stage) {
        String text = instruction.text() + "\n" + String.join("\n", instruction.documents());
        stage.packages.read(text);
        String whole = String.join(" ", instruction.flags()) + " " + text;
        stage.filled |= FILLS.matcher(SystemPackages.without(whole)).find();
        Installed.run(text, instruction.place(), stage);
        boolean bare = !stage.settings.containsKey(SettingName.RUNTIME);
        Matcher source = NODE_SOURCE.matcher(text);
        if (bare && source.find()) {
            stage.settings.put(
                    SettingName.RUNTIME,
                    Setting.at(new Value.Known("nodejs" + source.group(1)), instruction.place()));
        } else if (bare && stage.packages.has("nodejs")) {
            BaseImages.of(stage.base)
                    .alpineNode()
                    .ifPresent(
                            word ->
                                    stage.settings.put(
                                            SettingName.RUNTIME,
                                            Setting.at(new Value.Known(word), instruction.place())));
        }
    }

    private static void expose(Instruction instruction, Stage stage) {
        for (String word : instruction.text().split("\\s+")) {
            Value port = text(word, stage);
            Value number =
                    port.text()
                            .map(each -> each.replaceFirst("/tcp$", ""))
                            .filter(each -> each.matches("\\d{1,5}"))
                            .<Value>map(each -> new Value.Known(Long.valueOf(each)))
                            .orElse(new Value.Unknown("the port is computed"));
            if (!word.endsWith("/udp")) {
                stage.exposed.add(Setting.at(number, instruction.place()));
            }
        }
    }

    private static void volume(Instruction instruction, Stage stage) {
        List<String> paths = list(instruction.text()).orElse(List.of(instruction.text().split("\\s+")));
        for (String path : paths) {
            Value value =
                    text(path, stage).text().<Value>map(each -> new Value.Known(stage.path(each)))
                            .orElse(new Value.Unknown("the path is computed"));
            stage.mounts.add(new DeploymentUnit.Mount(value, "volume", instruction.place()));
        }
    }

    private static Optional<CommandLine> commandLine(Instruction instruction, Stage stage) {
        Optional<List<String>> words = list(instruction.text());
        if (words.isPresent()) {
            return words.get().isEmpty() ? Optional.empty() : Optional.of(new CommandLine.Exec(words.get()));
        }
        if (instruction.text().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                stage.bash
                        ? new CommandLine.Exec(List.of("bash", "-c", instruction.text()))
                        : new CommandLine.ShellText(instruction.text()));
    }

    private static void healthCheck(Instruction instruction, Stage stage) {
        Matcher address = CHECKED.matcher(instruction.text());
        Place place = instruction.place();
        if (instruction.text().equalsIgnoreCase("NONE") || !address.find()) {
            return;
        }
        String path = address.group(2) == null ? "/" : address.group(2);
        if (HealthCheck.looksAtStatus(instruction.text())) {
            stage.settings.put(SettingName.HEALTH_CHECK_PATH, Setting.at(new Value.Known(path), place));
        }
        if (address.group(1) != null) {
            Value port = text(address.group(1), stage);
            stage.settings.put(
                    SettingName.PROBE_PORT,
                    Setting.at(
                            port.number().<Value>map(number -> new Value.Known(number.longValue())).orElse(port),
                            place));
        }
    }

    /** A JSON array of texts; empty when the text is none, and then in shell form. */
    static Optional<List<String>> list(String text) {
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    return Optional.empty();
                }
                words.add(parser.getText());
            }
            return Optional.of(words);
        } catch (IOException e) {
            // Docker too takes what is no JSON for a shell's text.
            return Optional.empty();
        }
    }
}
