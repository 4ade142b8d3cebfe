package dev.dovetail.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as the source writes it: not resolved across files, not folded. */
public sealed interface Expr {

    /**
     * A literal.
     *
     * @param value a String, Long, Double or Boolean; null for {@code null}, {@code None} and {@code
     *     undefined}
     */
    record Literal(@Nullable Object value) implements Expr {
        /** {@code null}, {@code None} or {@code undefined}. */
        public static final Literal NOTHING = new Literal(null);
    }

    /** A name that this file binds, by its index in {@link SourceSummary#bindings()}. */
    record Ref(int binding) implements Expr {
        // Written out, as in others that are looked up: what the compiler would write is linked at
        // run time, which costs a short process several ms for each type.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Ref ref && ref.binding == binding;
        }

        @Override
        public int hashCode() {
            return binding;
        }
    }

    /**
     * A name that this file does not bind: {@code process}, {@code require}, {@code print}; in Java
     * a type of the same package, of an on-demand import or of {@code java.lang}.
     */
    record Global(String name) implements Expr {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Global global && global.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** What an import brings as a whole, by its index in {@link SourceSummary#imports()}. */
    record Module(int importId) implements Expr {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Module module && module.importId == importId;
        }

        @Override
        public int hashCode() {
            return importId;
        }
    }

    /** {@code object.name}, also {@code object?.name} and {@code object["name"]}. */
    record Member(Expr object, String name) implements Expr {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Member member
                    && member.name.equals(name)
                    && member.object.equals(object);
        }

        @Override
        public int hashCode() {
            return object.hashCode() * 31 + name.hashCode();
        }
    }

    /** {@code object[key]} with a key that is no literal text. */
    record Index(Expr object, Expr key) implements Expr {}

    /** What a call or construction gives, by its index in {@link SourceSummary#uses()}. */
    record Result(int use) implements Expr {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Result result && result.use == use;
        }

        @Override
        public int hashCode() {
            return use;
        }
    }

    /** What a promise, future or coroutine comes to when it is waited for. */
    record Awaited(Expr value) implements Expr {}

    /** A function or class of this file, by its index in {@link SourceSummary#definitions()}. */
    record Function(int definition) implements Expr {}

    /** An instance of a type that {@code type} names, as declarations and casts say. */
    record Instance(Expr type) implements Expr {}

    /** The object that a method runs on, by the class's index in the definitions. */
    record This(int definition) implements Expr {}

    /** The superclass's side of the object that a method runs on. */
    record Super(int definition) implements Expr {}

    /**
     * An object, dictionary or map literal.
     *
     * @param properties in order; methods are {@link Function}s
     * @param spreads what it takes over further properties from: {@code ...rest}
     * @param open whether some of its keys are computed
     */
    record ObjectOf(List<Property> properties, List<Expr> spreads, boolean open) implements Expr {
        public ObjectOf {
            properties = List.copyOf(properties);
            spreads = List.copyOf(spreads);
        }
    }

    /** One key of an {@link ObjectOf}. */
    record Property(String name, Expr value) {}

    /** A list, tuple or array literal; a spread element is an {@link Unknown}. */
    record ListOf(List<Expr> elements) implements Expr {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** Text put together: a template, an f-string, {@code +} with text. */
    record Concat(List<Expr> parts) implements Expr {
        public Concat {
            parts = List.copyOf(parts);
        }
    }

    /**
     * An operator at work.
     *
     * @param operator one of {@code + - * / % ** | == != === !== < <= > >= && || ?? ! typeof in
     *     instanceof neg ++ --}; other languages' words are written so ({@code and} is {@code &&},
     *     {@code not} is {@code !}, {@code is} is {@code ===}); {@code neg} is the unary minus
     */
    record Operation(String operator, List<Expr> operands) implements Expr {
        public Operation {
            operands = List.copyOf(operands);
        }

        /** Whether it puts flags together: {@code OPEN_CREATE | OPEN_READWRITE}. */
        public boolean joinsFlags() {
            return operator.equals("|");
        }
    }

    /** {@code test ? then : otherwise}. */
    record Conditional(Expr test, Expr then, Expr otherwise) implements Expr {}

    /** What the summary does not describe; {@code why} is for people. */
    record Unknown(String why) implements Expr {}
}
