package dev.dovetail.config.commands;

import java.util.List;
import java.util.Optional;

/** What a shell's text says, as a tree. */
sealed interface Shell {

    /** Commands one after the other. */
    record Sequence(List<Item> items) implements Shell {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A command of a sequence; {@code background} when the shell does not wait for it. */
    record Item(Shell command, boolean background) {}

    /** {@code a && b || c}. */
    record Chain(Shell first, List<Link> rest) implements Shell {
        public Chain {
            rest = List.copyOf(rest);
        }
    }

    /** A further command of a chain; {@code or} when it runs after a failure. */
    record Link(boolean or, Shell command) {}

    /** {@code a | b}. */
    record Pipeline(List<Shell> commands) implements Shell {
        public Pipeline {
            commands = List.copyOf(commands);
        }
    }

    /** {@code A=b program arguments}. */
    record Simple(List<Assignment> assignments, List<Word> words, int line) implements Shell {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
        }
    }

    record Assignment(String name, Word value) {}

    record If(Sequence condition, Sequence then, Optional<Sequence> otherwise) implements Shell {}

    /** {@code while}, {@code until} and {@code for}. */
    record Loop(Sequence body) implements Shell {}

    record Case(Word subject, List<Arm> arms) implements Shell {
        public Case {
            arms = List.copyOf(arms);
        }
    }

    record Arm(List<Word> patterns, Sequence body) {
        public Arm {
            patterns = List.copyOf(patterns);
        }
    }

    /** {@code { a; }} and {@code ( a )}. */
    record Group(Sequence body) implements Shell {}

    record Function(String name, Shell body) implements Shell {}

    /** {@code ! a}. */
    record Not(Shell command) implements Shell {}
}
