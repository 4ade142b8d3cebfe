package dev.dovetail.config.aws;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.Optional;
import java.util.function.Consumer;

/** What the handler references of Lambda functions mean, whichever format writes them. */
public final class LambdaHandlers {

    private LambdaHandlers() {}

    /**
     * The entry point that a reference means.
     *
     * @param reference as written, variables folded
     * @param folder what is packaged
     * @param runtime when config names one that is known
     * @param namesRuntime whether config names a runtime at all
     */
    public static EntryPoint entryPoint(
            String reference,
            String folder,
            Optional<String> runtime,
            boolean namesRuntime,
            Place place,
            Consumer<Notification> notifications) {
        if (ProvidedHandlers.include(reference)) {
            return new EntryPoint.Unknown(
                    "a layer or plugin provides the handler " + reference, place);
        }
        if (reference.endsWith(".sh") || reference.equals("bootstrap")) {
            return new EntryPoint.Unknown("the program " + reference + " starts it", place);
        }
        if (Paths.resolve(folder, reference).isEmpty()) {
            notifications.accept(
                    new Notification(
                            Notification.Level.WARNING,
                            "The handler " + reference + " leaves the workspace and is not read.",
                            place));
            return new EntryPoint.Unknown("its handler leaves the workspace", place);
        }
        String language = runtime.map(LambdaTriggers::language).orElse("");
        if (namesRuntime && language.isEmpty()) {
            String why =
                    runtime.isPresent()
                            ? "its runtime is of its own making"
                            : "its runtime is computed";
            return new EntryPoint.Unknown(why, place);
        }
        return new EntryPoint.Handler(reference, folder, language, place);
    }
}
