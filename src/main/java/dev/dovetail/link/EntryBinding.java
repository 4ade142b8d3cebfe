package dev.dovetail.link;

import dev.dovetail.workspace.Place;
import java.util.List;

/** What became of a unit's entry point when it was looked for in the source. */
public sealed interface EntryBinding {

    /** The code was found. */
    record Found(List<Root> roots) implements EntryBinding {
        public Found {
            roots = List.copyOf(roots);
        }
    }

    /**
     * The code is not there, for certain.
     *
     * @param kind which message of the rule tells it: {@code file-missing}, {@code export-missing},
     *     {@code case-differs} ...
     * @param wanted what config asks for
     * @param instead what there is that comes nearest, or the empty string
     * @param file the file that was looked into, or the empty string
     */
    record Missing(String kind, String wanted, String instead, String file)
            implements EntryBinding {}

    /** It cannot be known whether the code is there. */
    record Unknown(String why) implements EntryBinding {}

    /**
     * Code that the platform calls.
     *
     * @param function what is called
     * @param context whether it runs per request or once
     * @param parameters paths of what its parameters hold, in order
     * @param place the config, or the convention's file
     */
    record Root(Entity.Code function, Context context, List<String> parameters, Place place) {}
}
