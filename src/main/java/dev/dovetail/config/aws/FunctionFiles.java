package dev.dovetail.config.aws;

import dev.dovetail.config.PackagedFiles;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function's package: the files of one folder, less those that patterns take out again.
 *
 * @param folder that is packaged
 * @param place the line that names it
 * @param patterns in their order; the last one that matches decides
 */
public record FunctionFiles(String folder, Place place, List<Chosen> patterns)
        implements PackagedFiles {

    /**
     * A pattern as micromatch reads it, of paths from the folder.
     *
     * @param takesOut whether it begins with {@code !}
     */
    public record Chosen(String glob, boolean takesOut, Place place) {

        private static final int LONGEST = 200;
        private static final int MOST_WILDCARDS = 6;

        /** A pattern as written in a list of those that take in. */
        public static Chosen of(String written, Place place) {
            boolean takesOut = written.startsWith("!");
            String path = (takesOut ? written.substring(1) : written).replaceFirst("^\\./", "");
            return new Chosen(path, takesOut, place);
        }

        /** Whether it is of the kind that is read here: no braces, classes or alternatives. */
        public boolean isPlain() {
            return glob.length() <= LONGEST
                    && !glob.matches(".*[\\[\\](){}|@+$].*")
                    && glob.chars().filter(c -> c == '*').count() <= MOST_WILDCARDS;
        }

        private boolean matches(String path) {
            StringBuilder expression = new StringBuilder();
            for (int i = 0; i < glob.length(); i++) {
                if (glob.startsWith("**/", i)) {
                    expression.append("(?:.*/)?");
                    i += 2;
                } else if (glob.startsWith("**", i)) {
                    expression.append(".*");
                    i++;
                } else {
                    char c = glob.charAt(i);
                    expression.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                }
            }
            return path.matches(expression.toString());
        }
    }

    public FunctionFiles {
        patterns = List.copyOf(patterns);
    }

    @Override
    public Answer of(String file) {
        if (!Paths.isUnder(file, folder)) {
            return Answer.leftOut(Kind.NOT_TAKEN, place);
        }
        String within = folder.isEmpty() ? file : file.substring(folder.length() + 1);
        Optional<Place> out = Optional.empty();
        for (Chosen each : patterns) {
            if (!each.isPlain()) {
                return Answer.unknown();
            }
            if (each.matches(within)) {
                out = each.takesOut() ? Optional.of(each.place()) : Optional.empty();
            }
        }
        return out.map(because -> Answer.leftOut(Kind.IGNORED, because))
                .orElseGet(() -> new Answer(Kind.HELD, List.of("/var/task/" + within), Optional.empty()));
    }
}
