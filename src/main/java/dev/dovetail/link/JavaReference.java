package dev.dovetail.link;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.source.Definition;
import dev.dovetail.source.SourceSummary;
import java.util.List;
import java.util.Optional;

/**
 * A handler as {@code com.example.Type::method} or {@code com.example.Type}.
 *
 * @param methods what the platform would call, the first choice first
 */
record JavaReference(String type, List<String> methods) {

    static JavaReference of(EntryPoint.Handler handler) {
        String reference = handler.reference().strip();
        int colons = reference.indexOf("::");
        return colons < 0
                ? new JavaReference(reference, List.of("handleRequest"))
                : new JavaReference(
                        reference.substring(0, colons), List.of(reference.substring(colons + 2)));
    }

    /** The class of a qualified name in its file; nested ones by {@code $} or {@code .}. */
    static Optional<Definition> classIn(SourceSummary file, String qualifiedName) {
        String local =
                file.module().isEmpty()
                        ? qualifiedName
                        : qualifiedName.substring(
                                Math.min(file.module().length() + 1, qualifiedName.length()));
        String simple = local.substring(Math.max(local.lastIndexOf('.'), local.lastIndexOf('$')) + 1);
        return file.definitions().stream()
                .filter(definition -> definition.kind() == Definition.Kind.CLASS)
                .filter(definition -> definition.name().equals(simple))
                .findFirst();
    }
}
