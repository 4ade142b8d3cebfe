package dev.dovetail.config.terraform.hcl;

import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression as written: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions.
 */
public sealed interface Expression {

    Place place();

    /**
     * A number, a truth value, a text without templates, or null.
     *
     * @param value a Long, Double, Boolean or String
     */
    record Literal(@Nullable Object value, Place place) implements Expression {}

    /** A text with templates in it; its parts in order. */
    record Template(List<Expression> parts, Place place) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    record Tuple(List<Expression> elements, Place place) implements Expression {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    record Mapping(List<Item> items, Place place) implements Expression {
        public Mapping {
            items = List.copyOf(items);
        }
    }

    /** A key and its value; a bare name as key is a text. */
    record Item(Expression key, Expression value) {}

    /** The first name of a traversal: {@code var}, {@code each}, a type of resources. */
    record Name(String name, Place place) implements Expression {}

    record Member(Expression of, String name, Place place) implements Expression {}

    record Index(Expression of, Expression key, Place place) implements Expression {}

    /** {@code of[*].x}: {@code each} for every element, which is {@link Each} in it. */
    record Splat(Expression of, Expression each, Place place) implements Expression {}

    /** The element of the splat that it stands in. */
    record Each(Place place) implements Expression {}

    /** A call; {@code spread} when the last argument ends with {@code ...}. */
    record Call(String function, List<Expression> arguments, boolean spread, Place place)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Choice(Expression condition, Expression yes, Expression no, Place place)
            implements Expression {}

    record Binary(String operator, Expression left, Expression right, Place place)
            implements Expression {}

    record Unary(String operator, Expression operand, Place place) implements Expression {}

    /**
     * {@code [for k, v in of : value if condition]}, or with a key between braces.
     *
     * @param key of an object's members; empty for a list
     * @param grouped whether values of one key are gathered: {@code value...}
     */
    record For(
            Optional<String> keyName,
            String valueName,
            Expression of,
            Optional<Expression> key,
            Expression value,
            Optional<Expression> condition,
            boolean grouped,
            Place place)
            implements Expression {}

    /** What does not parse, or is a directive that a template computes text with. */
    record Opaque(Place place) implements Expression {}
}
