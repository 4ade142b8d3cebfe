package dev.dovetail.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.treesitter.TreeSitterTypescript;

class SyntaxTreeTest {

    private final Grammar grammar = new Grammar(new TreeSitterTypescript());

    /** Hours for the parser, were it let. */
    private static final String ENDLESS = "\"".repeat(200_000);

    @Test
    void a_text_that_takes_too_long_is_given_up() {
        SyntaxTree tree = SyntaxTree.parse(ENDLESS, grammar, 50_000_000L);

        assertThat(tree.gaveUp()).isTrue();
        assertThat(tree.kind(tree.root())).isEqualTo("program");
        assertThat(tree.firstChild(tree.root())).isEqualTo(SyntaxTree.NONE);
    }

    @Test
    void a_text_that_is_read_in_time_is_not() {
        SyntaxTree tree = SyntaxTree.parse("export const a = 1;", grammar);

        assertThat(tree.gaveUp()).isFalse();
        assertThat(tree.firstError()).isEqualTo(SyntaxTree.NONE);
    }
}
