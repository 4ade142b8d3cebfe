package dev.dovetail.link;

import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;

/** What an expression may stand for, once names are followed across files. */
public sealed interface Entity {

    /**
     * A value that a library or the language gives.
     *
     * @param path in the form of {@link dev.dovetail.knowledge.ApiPattern}: {@code express},
     *     {@code express()}, {@code express().listen}
     */
    record Api(String path) implements Entity {
        // Written out, as in the others: what the compiler would write is linked at run time, which
        // costs a short process several ms for each type.
        @Override
        public boolean equals(Object other) {
            return other instanceof Api api && api.path.equals(path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** A function or class of the workspace. */
    record Code(SourceSummary file, int definition) implements Entity {
        @Override
        public boolean equals(Object other) {
            return other instanceof Code code
                    && code.file == file
                    && code.definition == definition;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(file) * 31 + definition;
        }
    }

    /** An instance of a class of the workspace. */
    record Instance(SourceSummary file, int classDefinition) implements Entity {
        @Override
        public boolean equals(Object other) {
            return other instanceof Instance instance
                    && instance.file == file
                    && instance.classDefinition == classDefinition;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(file) * 37 + classDefinition;
        }
    }

    /** A file of the workspace, as what an import of it brings. */
    record ModuleFile(SourceSummary file) implements Entity {
        @Override
        public boolean equals(Object other) {
            return other instanceof ModuleFile module && module.file == file;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(file);
        }
    }

    /**
     * A folder of the workspace that is a package without a file of its own.
     *
     * @param name dotted, as the code writes it
     */
    record Folder(Language language, String path, String name) implements Entity {}

    /** An object literal of the workspace. */
    record ObjectValue(SourceSummary file, Expr.ObjectOf literal) implements Entity {
        @Override
        public boolean equals(Object other) {
            return other instanceof ObjectValue object && object.literal == literal;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(literal);
        }
    }
}
