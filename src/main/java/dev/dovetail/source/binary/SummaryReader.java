package dev.dovetail.source.binary;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Guard;
import dev.dovetail.source.Import;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one summary that {@link SummaryWriter} wrote. */
public final class SummaryReader {

    private static final Language[] LANGUAGES = Language.values();
    private static final Definition.Kind[] DEFINITIONS = Definition.Kind.values();
    private static final Definition.Trait[] TRAITS = Definition.Trait.values();
    private static final Binding.Kind[] BINDINGS = Binding.Kind.values();
    private static final Import.Kind[] IMPORTS = Import.Kind.values();
    private static final Use.Kind[] USES = Use.Kind.values();
    private static final Use.Outcome[] OUTCOMES = Use.Outcome.values();
    private static final Access.Role[] ROLES = Access.Role.values();
    private static final Notification.Level[] LEVELS = Notification.Level.values();

    private final ByteSource in;
    private final List<Expr> read = new ArrayList<>();
    private int line;

    private SummaryReader(byte[] bytes) {
        this.in = new ByteSource(bytes);
    }

    /** The summary that some bytes hold; empty when they hold none. */
    public static Optional<SourceSummary> summary(byte[] bytes) {
        try {
            return Optional.of(new SummaryReader(bytes).summary());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SourceSummary summary() {
        return new SourceSummary(
                in.text(),
                LANGUAGES[in.raw()],
                in.text(),
                each(this::definition),
                each(this::binding),
                each(this::imported),
                each(this::export),
                each(this::use),
                each(this::write),
                each(this::access),
                each(this::guard),
                each(this::syntax),
                each(this::remark),
                each(this::notification));
    }

    private <T> List<T> each(Supplier<T> reader) {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(reader.get());
        }
        return items;
    }

    private Definition definition() {
        return new Definition(
                in.number(),
                DEFINITIONS[in.raw()],
                in.text(),
                in.number(),
                region(),
                region(),
                each(in::number),
                each(this::expr),
                each(this::expr),
                optional(),
                traits(in.unsigned()));
    }

    private static Set<Definition.Trait> traits(long bits) {
        if (bits == 0) {
            return Set.of();
        }
        Set<Definition.Trait> traits = EnumSet.noneOf(Definition.Trait.class);
        for (Definition.Trait trait : TRAITS) {
            if ((bits >> trait.ordinal() & 1) != 0) {
                traits.add(trait);
            }
        }
        return traits;
    }

    private Binding binding() {
        return new Binding(
                in.number(),
                BINDINGS[in.raw()],
                in.text(),
                in.number(),
                region(),
                optional(),
                each(this::expr),
                in.bool(),
                in.bool());
    }

    private Import imported() {
        return new Import(
                in.number(), IMPORTS[in.raw()], in.text(), region(), in.number(), in.number(), in.bool());
    }

    private Export export() {
        return new Export(in.text(), expr(), region(), in.bool());
    }

    private Use use() {
        return new Use(
                in.number(),
                USES[in.raw()],
                expr(),
                each(this::argument),
                region(),
                in.number(),
                in.number(),
                in.number(),
                OUTCOMES[in.raw()],
                in.bool(),
                in.bool());
    }

    private Use.Argument argument() {
        return new Use.Argument(in.bool() ? in.text() : null, expr(), in.bool());
    }

    private Write write() {
        return new Write(expr(), expr(), in.text(), region(), in.number(), in.number());
    }

    private Access access() {
        return new Access(in.number(), in.number(), region(), ROLES[in.raw()]);
    }

    private Guard guard() {
        return new Guard(in.number(), expr(), in.bool(), in.number());
    }

    private SourceSummary.Syntax syntax() {
        return new SourceSummary.Syntax(in.text(), region());
    }

    private SourceSummary.Remark remark() {
        return new SourceSummary.Remark(in.text(), region());
    }

    private Notification notification() {
        return new Notification(LEVELS[in.raw()], in.text(), new Place(in.text(), region()));
    }

    private Region region() {
        int ahead = (int) in.unsigned();
        line += ahead >>> 1 ^ -(ahead & 1);
        int start = line;
        return new Region(start, in.number(), start + in.number(), in.number());
    }

    private @Nullable Expr optional() {
        return in.bool() ? expr() : null;
    }

    private Expr expr() {
        int tag = in.raw();
        if (tag == Tags.KNOWN) {
            return read.get((int) in.unsigned());
        }
        Expr expr =
                switch (tag) {
                    case Tags.REF -> new Expr.Ref(in.number());
                    case Tags.GLOBAL -> new Expr.Global(in.text());
                    case Tags.MODULE -> new Expr.Module(in.number());
                    case Tags.MEMBER -> new Expr.Member(expr(), in.text());
                    case Tags.INDEX -> new Expr.Index(expr(), expr());
                    case Tags.RESULT -> new Expr.Result(in.number());
                    case Tags.AWAITED -> new Expr.Awaited(expr());
                    case Tags.FUNCTION -> new Expr.Function(in.number());
                    case Tags.INSTANCE -> new Expr.Instance(expr());
                    case Tags.THIS -> new Expr.This(in.number());
                    case Tags.SUPER -> new Expr.Super(in.number());
                    case Tags.OBJECT ->
                            new Expr.ObjectOf(
                                    each(() -> new Expr.Property(in.text(), expr())),
                                    each(this::expr),
                                    in.bool());
                    case Tags.LIST -> new Expr.ListOf(each(this::expr));
                    case Tags.CONCAT -> new Expr.Concat(each(this::expr));
                    case Tags.OPERATION -> new Expr.Operation(in.text(), each(this::expr));
                    case Tags.CONDITIONAL -> new Expr.Conditional(expr(), expr(), expr());
                    case Tags.UNKNOWN -> new Expr.Unknown(in.text());
                    case Tags.NOTHING -> Expr.Literal.NOTHING;
                    case Tags.NULL -> new Expr.Literal(null);
                    case Tags.TEXT -> new Expr.Literal(in.text());
                    case Tags.WHOLE -> new Expr.Literal(in.unsigned());
                    case Tags.REAL -> new Expr.Literal(Double.longBitsToDouble(in.unsigned()));
                    case Tags.TRUTH -> new Expr.Literal(in.bool());
                    default -> throw new IllegalArgumentException("no expression: " + tag);
                };
        read.add(expr);
        return expr;
    }
}
