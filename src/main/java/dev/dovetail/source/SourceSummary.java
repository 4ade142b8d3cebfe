package dev.dovetail.source;

import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source file defines, imports, exports, does and keeps, without its syntax.
 *
 * <p>Definitions, bindings, imports, uses and guards refer to one another by their index in these
 * lists, which is also their {@code id}.
 *
 * @param file path relative to the workspace
 * @param language whose rules of naming and scope apply
 * @param module the package that a Java file declares; empty for other languages
 * @param definitions the file's own body first, then every function and class, outer before inner
 * @param bindings every name that holds a value: variables, parameters, fields, imports, functions
 * @param imports what the file asks other files or libraries for
 * @param exports what other files may ask this one for
 * @param uses every call, construction, annotation and property read of interest, in source order
 * @param writes every assignment other than a binding's first value, in source order
 * @param accesses every mention of module-level, static or instance state
 * @param guards the conditions under which parts of the file run
 * @param syntax forms of the language that its older versions cannot read, the first of each
 * @param remarks comments that address Dovetail, such as {@code dovetail-ignore}
 * @param notifications what could not be read
 */
public record SourceSummary(
        String file,
        Language language,
        String module,
        List<Definition> definitions,
        List<Binding> bindings,
        List<Import> imports,
        List<Export> exports,
        List<Use> uses,
        List<Write> writes,
        List<Access> accesses,
        List<Guard> guards,
        List<Syntax> syntax,
        List<Remark> remarks,
        List<Notification> notifications) {

    public SourceSummary {
        definitions = List.copyOf(definitions);
        bindings = List.copyOf(bindings);
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
        uses = List.copyOf(uses);
        writes = List.copyOf(writes);
        accesses = List.copyOf(accesses);
        guards = List.copyOf(guards);
        syntax = List.copyOf(syntax);
        remarks = List.copyOf(remarks);
        notifications = List.copyOf(notifications);
    }

    // A summary stands for its file, and there is one of each: to compare what two hold would take
    // as long as to read them.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    /** Index of the definition that stands for the file's own body. */
    public static final int MODULE = 0;

    /** Place of a region of this file. */
    public Place place(Region region) {
        return new Place(file, region);
    }

    /** A form of the language, by the name that {@code language-level} has for it. */
    public record Syntax(String name, Region region) {}

    /** A comment that addresses Dovetail; {@code text} begins with {@code dovetail-}. */
    public record Remark(String text, Region region) {}
}
