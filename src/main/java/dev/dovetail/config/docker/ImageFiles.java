package dev.dovetail.config.docker;

import dev.dovetail.config.PackagedFiles;
import dev.dovetail.config.commands.FileView;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the workspace that an image holds, and where they lie in it. */
public final class ImageFiles implements FileView, PackagedFiles {

    /** Stages that copy from each other; no one writes more. */
    private static final int DEEPEST = 12;

    private final Workspace workspace;
    private final String context;
    private final String home;
    private final DockerIgnore ignored;
    private final List<CopyStep> steps;
    private final boolean filled;
    private final Place from;
    private final int depth;

    ImageFiles(
            Workspace workspace,
            String context,
            String home,
            DockerIgnore ignored,
            Stage stage) {
        this.workspace = workspace;
        this.context = context;
        this.home = home;
        this.ignored = ignored;
        this.steps = List.copyOf(stage.steps);
        this.filled = stage.filled;
        this.from = stage.from;
        this.depth =
                1
                        + steps.stream()
                                .flatMap(step -> step.from().stream())
                                .mapToInt(from -> from.depth)
                                .max()
                                .orElse(0);
    }

    @Override
    public String home() {
        return home;
    }

    /** Whether nothing of the workspace is copied. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    @Override
    public Optional<String> source(String path) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<String> made = Optional.empty();
        for (int i = steps.size() - 1; i >= 0; i--) {
            for (String candidate : candidates(steps.get(i), path)) {
                boolean there = workspace.has(candidate) || workspace.hasFolder(candidate);
                if (there && !isIgnored(candidate)) {
                    return Optional.of(candidate);
                }
                if (made.isEmpty() && !there) {
                    made = Optional.of(candidate);
                }
            }
        }
        return made;
    }

    private List<String> candidates(CopyStep step, String path) {
        List<String> found = new ArrayList<>();
        for (String source : step.sources()) {
            for (String from : origins(step, source, path)) {
                if (step.from().isPresent()) {
                    step.from().get().source(from).ifPresent(found::add);
                } else {
                    Paths.resolve(context, from).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Paths on the side of the source from which a path of the image may come, likelier first. */
    private List<String> origins(CopyStep step, String source, String path) {
        String target = step.target();
        List<String> found = new ArrayList<>();
        if (path.equals(target)) {
            found.add(source);
            return found;
        }
        String prefix = target.equals("/") ? "/" : target + "/";
        if (!path.startsWith(prefix)) {
            return found;
        }
        String rest = path.substring(prefix.length());
        String name = Paths.name(source);
        boolean pattern = source.indexOf('*') >= 0 || source.indexOf('?') >= 0;
        if (pattern) {
            String first = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
            if (matches(name, first)) {
                String folder = Paths.parent(source);
                found.add(folder.isEmpty() ? rest : folder + "/" + rest);
            }
            return found;
        }
        if (isFile(step, source)) {
            if (rest.equals(name)) {
                found.add(source);
            }
            return found;
        }
        String clean = source.equals(".") || source.equals("./") ? "" : source;
        found.add(clean.isEmpty() ? rest : clean.endsWith("/") ? clean + rest : clean + "/" + rest);
        return found;
    }

    /** A source that is a file and not a folder, as far as can be told. */
    private boolean isFile(CopyStep step, String source) {
        Optional<String> inWorkspace =
                step.from().isPresent()
                        ? step.from().get().source(source)
                        : Paths.resolve(context, source);
        if (inWorkspace.isPresent()) {
            if (workspace.has(inWorkspace.get())) {
                return true;
            }
            if (workspace.hasFolder(inWorkspace.get())) {
                return false;
            }
        }
        return Paths.name(source).matches(".*\\.(jar|war|js|cjs|mjs|json|sh|py|txt|toml|lock|yaml|yml|conf)");
    }

    private static boolean matches(String glob, String name) {
        StringBuilder expression = new StringBuilder();
        for (String part : glob.split("(?<=[*?])|(?=[*?])")) {
            expression.append(
                    part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part));
        }
        return glob.length() < 200 && name.matches(expression.toString());
    }

    private boolean isIgnored(String path) {
        String within = context.isEmpty() ? path : path.substring(Math.min(path.length(), context.length() + 1));
        return ignored.excludes(within);
    }

    /** Whether a file of the workspace is in the image. */
    public boolean holds(String path) {
        return !places(path).isEmpty();
    }

    /** Where a file of the workspace lies in the image; empty when it is not copied. */
    public List<String> places(String path) {
        List<String> found = new ArrayList<>();
        if (depth > DEEPEST || !Paths.isUnder(path, context) || isIgnored(path)) {
            return found;
        }
        String within = context.isEmpty() ? path : path.substring(context.length() + 1);
        for (CopyStep step : steps) {
            List<String> from =
                    step.from().isPresent() ? step.from().get().places(path) : List.of(within);
            for (String each : from) {
                for (String source : step.sources()) {
                    target(step, source, each).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<String> target(CopyStep step, String source, String path) {
        String clean = source.replaceAll("^(\\./)+|/+$", "");
        String target = step.target().equals("/") ? "" : step.target();
        if (clean.isEmpty() || clean.equals(".")) {
            return Optional.of(target + "/" + path.replaceAll("^/", ""));
        }
        if (path.equals(clean)) {
            return Optional.of(step.intoFolder() ? target + "/" + Paths.name(path) : step.target());
        }
        if (path.startsWith(clean + "/")) {
            return Optional.of(target + path.substring(clean.length()));
        }
        boolean pattern =
                Paths.parent(path).equals(Paths.parent(clean))
                        && matches(Paths.name(clean), Paths.name(path));
        return pattern ? Optional.of(target + "/" + Paths.name(path)) : Optional.empty();
    }

    @Override
    public Answer of(String file) {
        if (!Paths.isUnder(file, context)) {
            return Answer.unknown();
        }
        List<String> places = places(file);
        if (!places.isEmpty()) {
            return new Answer(Kind.HELD, places, Optional.empty());
        }
        if (stages().stream().anyMatch(stage -> !stage.places(file).isEmpty())) {
            return Answer.leftOut(Kind.BUILT_FROM, from);
        }
        if (stages().stream().anyMatch(stage -> stage.filled)) {
            return Answer.unknown();
        }
        String within = context.isEmpty() ? file : file.substring(context.length() + 1);
        return ignored.excluding(within)
                .map(place -> Answer.leftOut(Kind.IGNORED, place))
                .orElseGet(() -> Answer.leftOut(Kind.NOT_TAKEN, from));
    }

    /** This stage and those that it copies from, and so on. */
    private List<ImageFiles> stages() {
        List<ImageFiles> found = new ArrayList<>(List.of(this));
        for (int i = 0; i < found.size() && found.size() <= 100; i++) {
            found.get(i).steps.stream()
                    .flatMap(step -> step.from().stream())
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageFiles files
                && files.context.equals(context)
                && files.home.equals(home)
                && files.from.equals(from)
                && files.filled == filled
                && files.ignored.equals(ignored)
                && files.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return from.hashCode();
    }
}
