package dev.dovetail.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.knowledge.Framework;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final Framework.Positions SECOND_OR_TARGET =
            new Framework.Positions(1, 1, false, List.of(), List.of("target"), false);

    @Test
    void a_keyword_argument_is_found_wherever_it_stands() {
        Use start = call(argument("daemon", "yes"), argument("target", "work"));
        assertThat(Arguments.at(start, SECOND_OR_TARGET)).containsExactly(literal("work"));
    }

    @Test
    void keyword_arguments_take_no_position() {
        Use start = call(argument(null, "group"), argument("name", "mail"), argument(null, "work"));
        assertThat(Arguments.at(start, SECOND_OR_TARGET)).containsExactly(literal("work"));
    }

    @Test
    void a_keyword_wins_over_a_position_and_a_position_stands_in_for_it() {
        Use byName = call(argument(null, "orders.txt"), argument("mode", "w"));
        Use byPosition = call(argument(null, "orders.txt"), argument(null, "w"));
        Use without = call(argument("file", "orders.txt"), argument("encoding", "utf-8"));
        assertThat(Arguments.named(byName, Optional.of("mode"), 1)).contains(literal("w"));
        assertThat(Arguments.named(byPosition, Optional.of("mode"), 1)).contains(literal("w"));
        assertThat(Arguments.named(without, Optional.of("mode"), 1)).isEmpty();
    }

    private static Use call(Use.Argument... arguments) {
        return new Use(
                0,
                Use.Kind.CALL,
                new Expr.Global("call"),
                List.of(arguments),
                new Region(1, 1, 1, 2),
                0,
                -1,
                -1,
                Use.Outcome.KEPT,
                false,
                false);
    }

    private static Use.Argument argument(@Nullable String name, String value) {
        return new Use.Argument(name, literal(value), false);
    }

    private static Expr literal(String text) {
        return new Expr.Literal(text);
    }
}
