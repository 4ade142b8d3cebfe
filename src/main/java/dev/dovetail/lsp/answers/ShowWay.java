package dev.dovetail.lsp.answers;

import java.util.List;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;

/**
 * The command that leads from one place to others. Its first three arguments are those of the
 * reference view of editors (URI, position, locations); the fourth has a label for each location.
 */
public final class ShowWay {

    /** What clients call it. */
    public static final String COMMAND = "dovetail.showWay";

    private ShowWay() {}

    static Command command(
            String title, Location from, List<Location> to, List<String> labels) {
        return new Command(
                title,
                COMMAND,
                List.of(from.getUri(), from.getRange().getStart(), to, labels));
    }
}
