package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;

/** Where a unit's code starts, as config says it; link finds it in the source. */
public sealed interface EntryPoint {

    /** The config, or the file by whose name a convention finds it. */
    Place place();

    /**
     * A handler reference of the platform's own form, such as {@code src/app.handler} or {@code
     * com.example.Handler::handleRequest}.
     *
     * @param reference as written, after variables are folded
     * @param folder what it is relative to, a folder of the workspace
     * @param language id of the language that the runtime runs, such as {@code javascript}; empty
     *     when the runtime is not known
     */
    record Handler(String reference, String folder, String language, Place place)
            implements EntryPoint {}

    /**
     * Files that the platform loads and whose exports it calls, by convention or by name.
     *
     * @param file path in the workspace; need not exist when config names it
     * @param convention how the platform calls it, a key of {@code conventions} in {@code
     *     rules/frameworks}: {@code vercel-function}, {@code nextjs-route}, {@code nextjs-api} ...
     */
    record File(String file, String convention, Place place) implements EntryPoint {}

    /** A unit of several files that the platform serves together, such as all routes of an app. */
    record Files(List<File> files, Place place) implements EntryPoint {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** Cannot be known from the workspace; rules stay silent on what the unit runs. */
    record Unknown(String why, Place place) implements EntryPoint {}
}
