package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.HclParser;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Functions that read the file system: files of the workspace, and nothing else. */
final class FileFunctions {

    private static final int MOST = 200;

    private final Module module;
    private final Evaluator evaluator;
    private final Workspace workspace;

    FileFunctions(Module module, Evaluator evaluator) {
        this.module = module;
        this.evaluator = evaluator;
        this.workspace = module.folders().workspace();
    }

    Optional<Term> call(String name, List<Term> arguments, Place place) {
        Optional<String> path = arguments.stream().findFirst().flatMap(Term::text).flatMap(module::resolve);
        return switch (name) {
            case "file" -> path.flatMap(file -> workspace.read(file).map(text -> Term.of(text, Place.startOf(file))));
            case "templatefile" -> path.flatMap(file -> template(file, arguments));
            // A file that is not there may be made before the deploy.
            case "fileexists" -> path.filter(workspace::has).map(file -> Term.of(true, place));
            case "fileset" -> path.flatMap(folder -> files(folder, arguments, place));
            default -> Optional.empty();
        };
    }

    private Optional<Term> template(String file, List<Term> arguments) {
        Evaluator inside = evaluator;
        if (arguments.size() == 2) {
            for (Map.Entry<String, Term.Entry> each : arguments.get(1).entries().entrySet()) {
                inside = inside.with(each.getKey(), each.getValue().value());
            }
        }
        Evaluator filled = inside;
        return workspace.read(file).map(text -> filled.evaluate(HclParser.template(text, Place.startOf(file))));
    }

    private Optional<Term> files(String folder, List<Term> arguments, Place place) {
        Optional<String> pattern = arguments.stream().skip(1).findFirst().flatMap(Term::text);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.get());
            List<Term> found = new ArrayList<>();
            for (String file : workspace.filesUnder(folder)) {
                String inner = folder.isEmpty() ? file : file.substring(folder.length() + 1);
                boolean fits = matcher.matches(Path.of(inner)) || pattern.get().startsWith("**/") && FileSystems.getDefault().getPathMatcher("glob:" + pattern.get().substring(3)).matches(Path.of(Paths.name(inner)));
                if (fits && found.size() < MOST) {
                    found.add(Term.of(inner, place));
                }
            }
            return Optional.of(new Term.Elements(found, place));
        } catch (PatternSyntaxException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }
}
