package dev.dovetail.source.binary;

import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Guard;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Region;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one summary; {@link SummaryReader} reads the same things in the same order. */
public final class SummaryWriter {

    private final ByteSink out = new ByteSink();
    private final Map<Expr, Integer> written = new IdentityHashMap<>();
    private int line;

    private SummaryWriter() {}

    /** The bytes of a summary. */
    public static byte[] bytes(SourceSummary summary) {
        SummaryWriter writer = new SummaryWriter();
        writer.summary(summary);
        return writer.out.bytes();
    }

    private void summary(SourceSummary summary) {
        out.text(summary.file());
        out.raw(summary.language().ordinal());
        out.text(summary.module());
        each(summary.definitions(), this::definition);
        each(summary.bindings(), this::binding);
        each(summary.imports(), this::imported);
        each(summary.exports(), this::export);
        each(summary.uses(), this::use);
        each(summary.writes(), this::write);
        each(summary.accesses(), this::access);
        each(summary.guards(), this::guard);
        each(summary.syntax(), this::syntax);
        each(summary.remarks(), this::remark);
        each(summary.notifications(), this::notification);
    }

    private <T> void each(List<T> items, Consumer<T> writer) {
        out.unsigned(items.size());
        items.forEach(writer);
    }

    private void definition(Definition definition) {
        out.number(definition.id());
        out.raw(definition.kind().ordinal());
        out.text(definition.name());
        out.number(definition.parent());
        region(definition.region());
        region(definition.nameRegion());
        each(definition.parameters(), out::number);
        each(definition.returns(), this::expr);
        each(definition.supertypes(), this::expr);
        optional(definition.returnType());
        int traits = 0;
        for (Definition.Trait trait : definition.traits()) {
            traits |= 1 << trait.ordinal();
        }
        out.unsigned(traits);
    }

    private void binding(Binding binding) {
        out.number(binding.id());
        out.raw(binding.kind().ordinal());
        out.text(binding.name());
        out.number(binding.definition());
        region(binding.region());
        optional(binding.type());
        each(binding.values(), this::expr);
        out.bool(binding.isStatic());
        out.bool(binding.reassigned());
    }

    private void imported(Import imported) {
        out.number(imported.id());
        out.raw(imported.kind().ordinal());
        out.text(imported.specifier());
        region(imported.region());
        out.number(imported.definition());
        out.number(imported.guard());
        out.bool(imported.caught());
    }

    private void export(Export export) {
        out.text(export.name());
        expr(export.value());
        region(export.region());
        out.bool(export.declared());
    }

    private void use(Use use) {
        out.number(use.id());
        out.raw(use.kind().ordinal());
        expr(use.target());
        each(use.arguments(), this::argument);
        region(use.region());
        out.number(use.definition());
        out.number(use.binding());
        out.number(use.guard());
        out.raw(use.outcome().ordinal());
        out.bool(use.caught());
        out.bool(use.loop());
    }

    private void argument(Use.Argument argument) {
        String name = argument.name();
        out.bool(name != null);
        if (name != null) {
            out.text(name);
        }
        expr(argument.value());
        out.bool(argument.spread());
    }

    private void write(Write write) {
        expr(write.target());
        expr(write.value());
        out.text(write.operator());
        region(write.region());
        out.number(write.definition());
        out.number(write.guard());
    }

    private void access(Access access) {
        out.number(access.binding());
        out.number(access.definition());
        region(access.region());
        out.raw(access.role().ordinal());
    }

    private void guard(Guard guard) {
        out.number(guard.id());
        expr(guard.condition());
        out.bool(guard.holds());
        out.number(guard.parent());
    }

    private void syntax(SourceSummary.Syntax syntax) {
        out.text(syntax.name());
        region(syntax.region());
    }

    private void remark(SourceSummary.Remark remark) {
        out.text(remark.text());
        region(remark.region());
    }

    private void notification(Notification notification) {
        out.raw(notification.level().ordinal());
        out.text(notification.message());
        out.text(notification.place().file());
        region(notification.place().region());
    }

    /** The first line as what it is after the one before: regions follow one another. */
    private void region(Region region) {
        int ahead = region.startLine() - line;
        line = region.startLine();
        out.unsigned((ahead << 1 ^ ahead >> 31) & 0xFFFFFFFFL);
        out.number(region.startColumn());
        out.number(region.endLine() - region.startLine());
        out.number(region.endColumn());
    }

    private void optional(@Nullable Expr expr) {
        out.bool(expr != null);
        if (expr != null) {
            expr(expr);
        }
    }

    /** An expression, or the number of an earlier one that is the same object: see {@link Tags}. */
    private void expr(Expr expr) {
        Integer known = written.get(expr);
        if (known != null) {
            out.raw(Tags.KNOWN);
            out.unsigned(known);
            return;
        }
        if (expr instanceof Expr.Literal literal) {
            literal(literal);
        } else if (expr instanceof Expr.Ref ref) {
            numbered(Tags.REF, ref.binding());
        } else if (expr instanceof Expr.Global global) {
            out.raw(Tags.GLOBAL);
            out.text(global.name());
        } else if (expr instanceof Expr.Module module) {
            numbered(Tags.MODULE, module.importId());
        } else if (expr instanceof Expr.Member member) {
            out.raw(Tags.MEMBER);
            expr(member.object());
            out.text(member.name());
        } else if (expr instanceof Expr.Index index) {
            out.raw(Tags.INDEX);
            expr(index.object());
            expr(index.key());
        } else if (expr instanceof Expr.Result result) {
            numbered(Tags.RESULT, result.use());
        } else if (expr instanceof Expr.Awaited awaited) {
            out.raw(Tags.AWAITED);
            expr(awaited.value());
        } else if (expr instanceof Expr.Function function) {
            numbered(Tags.FUNCTION, function.definition());
        } else if (expr instanceof Expr.Instance instance) {
            out.raw(Tags.INSTANCE);
            expr(instance.type());
        } else if (expr instanceof Expr.This self) {
            numbered(Tags.THIS, self.definition());
        } else if (expr instanceof Expr.Super base) {
            numbered(Tags.SUPER, base.definition());
        } else if (expr instanceof Expr.ObjectOf object) {
            out.raw(Tags.OBJECT);
            each(object.properties(), this::property);
            each(object.spreads(), this::expr);
            out.bool(object.open());
        } else if (expr instanceof Expr.ListOf list) {
            out.raw(Tags.LIST);
            each(list.elements(), this::expr);
        } else if (expr instanceof Expr.Concat concat) {
            out.raw(Tags.CONCAT);
            each(concat.parts(), this::expr);
        } else if (expr instanceof Expr.Operation operation) {
            out.raw(Tags.OPERATION);
            out.text(operation.operator());
            each(operation.operands(), this::expr);
        } else if (expr instanceof Expr.Conditional conditional) {
            out.raw(Tags.CONDITIONAL);
            expr(conditional.test());
            expr(conditional.then());
            expr(conditional.otherwise());
        } else if (expr instanceof Expr.Unknown unknown) {
            out.raw(Tags.UNKNOWN);
            out.text(unknown.why());
        } else {
            throw new IllegalArgumentException("no word for " + expr.getClass());
        }
        written.put(expr, written.size());
    }

    private void numbered(int tag, int number) {
        out.raw(tag);
        out.number(number);
    }

    private void property(Expr.Property property) {
        out.text(property.name());
        expr(property.value());
    }

    private void literal(Expr.Literal literal) {
        Object value = literal.value();
        if (literal == Expr.Literal.NOTHING) {
            out.raw(Tags.NOTHING);
        } else if (value == null) {
            out.raw(Tags.NULL);
        } else if (value instanceof String text) {
            out.raw(Tags.TEXT);
            out.text(text);
        } else if (value instanceof Long whole) {
            out.raw(Tags.WHOLE);
            out.unsigned(whole);
        } else if (value instanceof Double real) {
            out.raw(Tags.REAL);
            out.unsigned(Double.doubleToRawLongBits(real));
        } else if (value instanceof Boolean truth) {
            out.raw(Tags.TRUTH);
            out.bool(truth);
        } else {
            throw new IllegalArgumentException("no literal: " + value.getClass());
        }
    }
}
