package dev.dovetail.policy;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with {@code dovetail.yaml}: a line for each error, {@code file:line:column: what}. */
public final class InvalidPolicy extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Notification> errors;

    /** @param errors in the order in which they are to be said */
    public InvalidPolicy(List<Notification> errors) {
        super(errors.stream().map(InvalidPolicy::line).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    private static String line(Notification error) {
        Place place = error.place();
        return "%s:%d:%d: %s"
                .formatted(
                        place.file(),
                        place.region().startLine(),
                        place.region().startColumn(),
                        error.message());
    }

    /** Each with its place. */
    public List<Notification> errors() {
        return errors;
    }
}
