package dev.dovetail.config.commands;

import dev.dovetail.config.Setting;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The programs that a shell's text calls, whatever its conditions; nothing is followed into other files. */
public final class ShellScripts {

    private static final int MOST = 2_000;
    private static final int NOT_BY_LINE = -1;

    private final List<SimpleCommand> found = new ArrayList<>();
    private final State state;
    private final Place place;
    private final int before;

    /** @param before lines of the file before the text's first one */
    private ShellScripts(State state, Place place, int before) {
        this.state = state;
        this.place = place;
        this.before = before;
    }

    /**
     * The calls of a text, in order.
     *
     * @param folder of the workspace that it starts in
     * @param variables that are set before
     * @param place of the text; when it is the start of a file, the text is that file's and each call
     *     has its own line; when it is a block of lines after a mark, as in YAML, likewise
     */
    public static List<SimpleCommand> calls(
            String text, String folder, Map<String, Setting> variables, Place place) {
        State state = new State(Surroundings.of("", variables, false, place));
        state.folder = "/app" + (folder.isEmpty() ? "" : "/" + folder);
        Region region = place.region();
        boolean block = region.endLine() - region.startLine() >= text.stripTrailing().lines().count();
        int before = region.equals(Region.FILE_START) ? 0 : block ? region.startLine() : NOT_BY_LINE;
        ShellScripts scripts = new ShellScripts(state, place, before);
        scripts.visit(ShellParser.parse(text));
        return List.copyOf(scripts.found);
    }

    private void visit(Shell command) {
        if (command instanceof Shell.Sequence sequence) {
            sequence.items().forEach(item -> visit(item.command()));
        } else if (command instanceof Shell.Chain chain) {
            visit(chain.first());
            chain.rest().forEach(link -> visit(link.command()));
        } else if (command instanceof Shell.Pipeline pipeline) {
            pipeline.commands().forEach(this::visit);
        } else if (command instanceof Shell.If branches) {
            visit(branches.condition());
            visit(branches.then());
            branches.otherwise().ifPresent(this::visit);
        } else if (command instanceof Shell.Loop loop) {
            visit(loop.body());
        } else if (command instanceof Shell.Case cases) {
            cases.arms().forEach(arm -> visit(arm.body()));
        } else if (command instanceof Shell.Group group) {
            String folder = state.folder;
            visit(group.body());
            state.folder = folder;
        } else if (command instanceof Shell.Function function) {
            visit(function.body());
        } else if (command instanceof Shell.Not not) {
            visit(not.command());
        } else if (command instanceof Shell.Simple simple) {
            call(simple);
        }
    }

    private void call(Shell.Simple simple) {
        Expansion expansion = new Expansion(state);
        if (simple.words().isEmpty()) {
            simple.assignments().forEach(each -> state.assign(each.name(), expansion.one(each.value()).value()));
            return;
        }
        List<Argument> words = expansion.arguments(simple.words());
        if (words.isEmpty() || found.size() >= MOST) {
            return;
        }
        List<Argument> rest = words.subList(1, words.size());
        switch (words.get(0).text()) {
            case "cd", "pushd" -> Follower.changeFolder(rest, state);
            case "export", "declare", "local", "readonly" -> rest.forEach(each -> Follower.export(each, state));
            default ->
                    found.add(
                            new SimpleCommand(
                                    words.stream().map(Argument::text).toList(),
                                    state.files.source(state.folder),
                                    before == NOT_BY_LINE ? place : line(before + simple.line())));
        }
    }

    private Place line(int number) {
        return new Place(place.file(), new Region(number, 1, number, 1));
    }
}
