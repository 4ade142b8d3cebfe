package dev.dovetail.config.paas;

import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process types of an application, a line each: {@code web: node server.js}.
 *
 * @param file its path in the workspace
 * @param processes in the order of the file; of a type that stands twice, the last one
 */
public record Procfile(String file, List<Process> processes) {

    /** https://devcenter.heroku.com/articles/procfile#procfile-format */
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]{1,100}):\\s*(\\S.*)");

    /** Command that a process type starts. */
    public record Process(String type, String command, Place place) {}

    public Procfile {
        processes = List.copyOf(processes);
    }

    /** The file of this name in a folder of the workspace. */
    public static Optional<Procfile> in(String folder, Workspace workspace) {
        String file = folder.isEmpty() ? "Procfile" : folder + "/Procfile";
        return workspace.has(file) ? of(file, workspace) : Optional.empty();
    }

    /** Reads a file; lines that are no process are passed over, as the platform does. */
    public static Optional<Procfile> of(String file, Workspace workspace) {
        return workspace.read(file).map(text -> new Procfile(file, processes(file, text)));
    }

    private static List<Process> processes(String file, String text) {
        List<Process> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (line.matches()) {
                Region region = new Region(i + 1, 1, i + 1, lines.get(i).length() + 1);
                String type = line.group(1);
                found.removeIf(earlier -> earlier.type().equals(type));
                found.add(new Process(type, line.group(2).strip(), new Place(file, region)));
            }
        }
        return found;
    }

    /** The process that requests are routed to. */
    public Optional<Process> web() {
        return processes.stream().filter(process -> process.type().equals("web")).findFirst();
    }
}
