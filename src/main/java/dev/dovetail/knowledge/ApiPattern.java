package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A library's API, as a path from what an import brings.
 *
 * <p>Written {@code express().listen()}: {@code .name} is a member, {@code ()} what a call or a
 * construction gives. In JavaScript and Python the first part is the module: {@code node:fs.writeFile()},
 * {@code socket.io.Server()}; a default export is the module itself. In Java it is the qualified type,
 * and {@code Type#member} is short for {@code Type().member}: a member of an instance, however it was
 * had; {@code java.nio.file.Files.write()} is static. Names that no import brings begin with nothing:
 * {@code fetch()}, {@code process.exit()}. A scoped npm package's decorator is marked {@code @:}: {@code
 * @:@nestjs/common.Get}.
 *
 * @param kind what in code counts
 * @param path normalized: no {@code #}
 */
public record ApiPattern(Kind kind, String path) {

    /** What in code counts as a use of the path. */
    public enum Kind {
        /** {@code path()}: a call or construction. */
        CALL,
        /** {@code path}: a read of the value. */
        READ,
        /** {@code path =}: an assignment to the property; the value is argument 0. */
        ASSIGNMENT,
        /** {@code @path}: an annotation or decorator. */
        ANNOTATION,
        /** {@code extends path}: a class that extends or implements it. */
        SUBTYPE,
        /** {@code import path}: an import of the module or anything in it. */
        IMPORT
    }

    /** Reads the form in which {@code rules/} writes patterns. */
    public static ApiPattern parse(String text) {
        String written = text.strip();
        if (written.startsWith("@:")) {
            return new ApiPattern(Kind.ANNOTATION, normalize(written.substring(2)));
        }
        if (written.startsWith("@") && written.indexOf('/') < 0) {
            return new ApiPattern(Kind.ANNOTATION, normalize(written.substring(1)));
        }
        if (written.startsWith("extends ")) {
            return new ApiPattern(Kind.SUBTYPE, normalize(written.substring(8).strip()));
        }
        if (written.startsWith("import ")) {
            return new ApiPattern(Kind.IMPORT, written.substring(7).strip());
        }
        if (written.endsWith(" =")) {
            String target = written.substring(0, written.length() - 2).strip();
            return new ApiPattern(Kind.ASSIGNMENT, normalize(target));
        }
        if (written.endsWith("()")) {
            return new ApiPattern(
                    Kind.CALL, normalize(written.substring(0, written.length() - 2)));
        }
        return new ApiPattern(Kind.READ, normalize(written));
    }

    /**
     * A path, and its forms with one name replaced by {@code *}, which is how a pattern is written
     * that takes any name there: {@code PrismaClient().*.create()}.
     */
    public static List<String> forms(String path) {
        List<String> forms = new ArrayList<>();
        forms.add(path);
        for (int start = path.indexOf('.') + 1; start > 0; start = path.indexOf('.', start) + 1) {
            int end = start;
            while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '(') {
                end++;
            }
            forms.add(path.substring(0, start) + "*" + path.substring(end));
        }
        return forms;
    }

    /** {@code Type#member} in full. */
    public static String normalize(String path) {
        return path.replace("#", "().");
    }
}
