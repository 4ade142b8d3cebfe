package dev.dovetail.link;

import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How one language finds what a name stands for beyond its own file. */
public interface Names {

    /** What an import as a whole brings; empty when it cannot be known. */
    List<Entity> imported(SourceSummary file, Import imported);

    /** What a name stands for that its file does not bind. */
    List<Entity> global(SourceSummary file, String name);

    /** Files of the workspace whose bodies an import makes run, or whose types it brings. */
    Collection<String> filesOf(SourceSummary file, Import imported);

    /** Files of the workspace that a module's name, given as text, means in a file. */
    default Collection<String> filesNamed(SourceSummary file, String module) {
        return List.of();
    }

    /** Whether the body of an imported file runs when the importing one does. */
    boolean importsRun();

    /**
     * Files of the workspace that may hold a name that its file does not bind, such as types of the
     * same package.
     */
    Collection<String> filesBeside(SourceSummary file);

    /** Files whose bodies run before a file's own does: those of the packages that it lies in. */
    default Collection<String> filesBefore(SourceSummary file) {
        return List.of();
    }

    /** What a file offers under a name that it does not export: a module of its package. */
    default Optional<Entity> within(SourceSummary file, String name) {
        return Optional.empty();
    }

    /** Whether what a file passes on as a whole is bound in the file itself too. */
    default boolean passedOnIsBound() {
        return false;
    }

    /** Whether a class's body, decorators of its methods with it, runs where the class stands. */
    default boolean classesRunInPlace() {
        return false;
    }

    /** What a folder that is a package offers under a name. */
    default Optional<Entity> within(Entity.Folder folder, String name) {
        return Optional.empty();
    }
}
