package dev.dovetail.config.terraform.hcl;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a file of HCL: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. What does not
 * parse is passed over to the next line, and said.
 */
public final class HclParser {

    /** Blocks within blocks; deeper ones are no config. */
    private static final int DEEPEST = 50;

    private final Cursor cursor;
    private final Expressions expressions;
    private final List<Problem> problems = new ArrayList<>();

    /** What does not parse, and where. */
    public record Problem(String text, Place place) {}

    /** A file's body, without what does not parse. */
    public record Result(Body body, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private HclParser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new Expressions(cursor);
    }

    public static Result parse(String file, String text) {
        HclParser parser = new HclParser(new Cursor(file, text));
        Body body = parser.body(0);
        return new Result(body, parser.problems);
    }

    /** A text as the template that it is in Terraform's JSON. */
    public static Expression template(String text, Place place) {
        HclParser parser = new HclParser(new Cursor(text, place));
        try {
            return parser.expressions.strings().bare();
        } catch (Cursor.Broken broken) {
            return new Expression.Opaque(place);
        }
    }

    private Body body(int depth) {
        List<Body.Attribute> attributes = new ArrayList<>();
        List<Body.Block> blocks = new ArrayList<>();
        while (true) {
            cursor.space(true);
            if (cursor.isAtEnd() || depth > 0 && cursor.peek() == '}') {
                return new Body(attributes, blocks);
            }
            int start = cursor.at();
            try {
                item(depth, attributes, blocks);
            } catch (Cursor.Broken broken) {
                problems.add(
                        new Problem(
                                String.valueOf(broken.getMessage()),
                                cursor.place(broken.offset, broken.offset + 1)));
                expressions.restart();
                cursor.to(Math.max(start, broken.offset));
                cursor.line();
            }
        }
    }

    private void item(int depth, List<Body.Attribute> attributes, List<Body.Block> blocks) {
        int start = cursor.at();
        String name = cursor.peek() == '"' ? label() : cursor.name();
        Place namePlace = cursor.placeFrom(start);
        cursor.space(false);
        if (cursor.peek() == '=' && cursor.peek(1) != '=') {
            cursor.take("=");
            cursor.space(false);
            Expression value = expressions.expression();
            attributes.add(new Body.Attribute(name, namePlace, value));
            endOfLine();
            return;
        }
        List<String> labels = new ArrayList<>();
        int end = cursor.at();
        while (cursor.peek() == '"' || cursor.isAtName()) {
            labels.add(cursor.peek() == '"' ? label() : cursor.name());
            end = cursor.at();
            cursor.space(false);
        }
        Place place = labels.isEmpty() ? namePlace : cursor.place(start, end);
        cursor.expect("{");
        if (depth >= DEEPEST) {
            throw cursor.broken("it is nested too deeply");
        }
        Body body = body(depth + 1);
        blocks.add(new Body.Block(name, labels, body, place));
        cursor.expect("}");
    }

    private String label() {
        return expressions.strings().quoted() instanceof Expression.Literal literal
                ? String.valueOf(literal.value())
                : "";
    }

    private void endOfLine() {
        cursor.space(false);
        if (!cursor.isAtEnd() && cursor.peek() != '\n' && cursor.peek() != '}' && cursor.peek() != ',') {
            throw cursor.broken("a new line is missing");
        }
        cursor.take(",");
    }
}
