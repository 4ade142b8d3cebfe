package dev.dovetail.source.java;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.dovetail.workspace.Region;

/** Places of syntax: the parser counts from 1 and includes the last column, regions exclude it. */
final class Regions {

    private Regions() {}

    static Region of(Node node) {
        return node.getRange().map(Regions::of).orElse(Region.FILE_START);
    }

    static Region of(Range range) {
        return new Region(
                range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    }

    /** From the beginning of one node to the end of another. */
    static Region of(Node first, Node last) {
        Region begin = of(first);
        Region end = of(last);
        return new Region(begin.startLine(), begin.startColumn(), end.endLine(), end.endColumn());
    }
}
