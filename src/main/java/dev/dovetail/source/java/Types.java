package dev.dovetail.source.java;

import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.dovetail.source.Expr;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of types as the file writes them: what it imports or declares, and what link must find. */
final class Types {

    private final Map<String, Integer> names = new HashMap<>();

    /** Says that a simple name means an imported or declared type. */
    void bind(String simpleName, int binding) {
        names.put(simpleName, binding);
    }

    /** What a type's name stands for; null for primitive types, {@code var} and the like. */
    @Nullable Expr of(Type type) {
        if (type instanceof ClassOrInterfaceType named) {
            return of(named);
        }
        return type instanceof ArrayType ? new Expr.Unknown("an array") : null;
    }

    private @Nullable Expr of(ClassOrInterfaceType type) {
        String name = type.getNameAsString();
        if (type.getScope().isPresent()) {
            Expr scope = of(type.getScope().get());
            return scope == null ? null : new Expr.Member(scope, name);
        }
        return name.equals("var") ? null : named(name);
    }

    /** What a simple name means where a type may stand. */
    Expr named(String simpleName) {
        Integer binding = names.get(simpleName);
        return binding == null ? new Expr.Global(simpleName) : new Expr.Ref(binding);
    }

    boolean knows(String simpleName) {
        return names.containsKey(simpleName);
    }

    /** A dotted name where a type must stand, such as an annotation's. */
    Expr of(Name name) {
        return name.getQualifier()
                .<Expr>map(qualifier -> new Expr.Member(of(qualifier), name.getIdentifier()))
                .orElseGet(() -> named(name.getIdentifier()));
    }
}
