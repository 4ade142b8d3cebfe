package dev.dovetail.source.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.dovetail.source.Access;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Set;

/** Names and dotted names: variables, fields, types and packages. */
final class Names {

    /** How qualified names begin where they are written out: {@code List.of()}. */
    private static final Set<String> PACKAGES =
            Set.of("java", "javax", "jakarta", "com", "org", "io", "net", "software", "dev", "edu");

    private final Walk walk;

    Names(Walk walk) {
        this.walk = walk;
    }

    Expr name(NameExpr name, Frame frame, Access.Role role) {
        String text = name.getNameAsString();
        int binding = frame.scope().find(text);
        if (binding >= 0) {
            accessed(binding, name, frame, role);
            return new Expr.Ref(binding);
        }
        if (walk.types.knows(text) || Character.isUpperCase(text.charAt(0))) {
            return walk.types.named(text);
        }
        if (PACKAGES.contains(text) || frame.self() < 0) {
            return new Expr.Global(text);
        }
        return new Expr.Member(new Expr.This(frame.self()), text);
    }

    Expr field(FieldAccessExpr access, Frame frame, Use.Outcome outcome, Access.Role role) {
        String name = access.getNameAsString();
        if (access.getScope() instanceof ThisExpr self && self.getTypeName().isEmpty()) {
            int binding = walk.fields.find(frame.self(), name);
            if (binding >= 0) {
                accessed(binding, access, frame, role);
                return new Expr.Ref(binding);
            }
        }
        Expression scope = access.getScope();
        Expr object = walk.expressions.value(scope, frame, Use.Outcome.CHAINED, elementRole(role));
        Expr member = new Expr.Member(object, name);
        boolean isRead = outcome != Use.Outcome.CHAINED && !isPackage(object);
        if (isRead) {
            walk.summary.use(
                    Use.Kind.READ,
                    member,
                    List.of(),
                    Regions.of(access),
                    frame,
                    outcome);
        }
        return member;
    }

    private static Access.Role elementRole(Access.Role role) {
        return role == Access.Role.ELEMENT_WRITTEN || role == Access.Role.ASSIGNED
                ? Access.Role.ELEMENT_WRITTEN
                : Access.Role.ELEMENT_READ;
    }

    private static boolean isPackage(Expr object) {
        return object instanceof Expr.Global global
                && Character.isLowerCase(global.name().charAt(0));
    }

    Expr self(ThisExpr self, Frame frame) {
        return self.getTypeName()
                .<Expr>map(type -> new Expr.Instance(walk.types.of(type)))
                .orElseGet(() -> new Expr.This(frame.self()));
    }

    private void accessed(
            int binding, Expression mention, Frame frame, Access.Role role) {
        if (walk.summary.binding(binding).kind() == Binding.Kind.FIELD) {
            walk.summary.access(
                    new Access(binding, frame.definition(), Regions.of(mention), role));
        }
    }
}
