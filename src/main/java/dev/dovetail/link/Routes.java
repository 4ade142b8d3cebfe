package dev.dovetail.link;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Routes as calls and annotations write them. */
final class Routes {

    private Routes() {}

    static Route of(
            Folder folder,
            SourceSummary file,
            Use use,
            Framework.Route route,
            List<Entity.Code> handlers) {
        Folded path =
                route.path()
                        .map(selector -> Values.select(folder, file, use, selector))
                        .orElse(new Folded.Nothing());
        Optional<String> method =
                route.method()
                        .or(
                                () ->
                                        route.methodFrom()
                                                .flatMap(
                                                        selector ->
                                                                method(folder, file, use, selector)));
        return new Route(method, path, handlers, use, file.place(use.region()));
    }

    private static Optional<String> method(
            Folder folder, SourceSummary file, Use use, Selector selector) {
        return Values.select(folder, file, use, selector)
                .text()
                .map(text -> text.substring(text.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }
}
