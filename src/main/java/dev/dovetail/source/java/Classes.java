package dev.dovetail.source.java;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition.Trait;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Frame;
import dev.dovetail.source.SummaryBuilder.OpenBinding;
import dev.dovetail.source.SummaryBuilder.OpenDefinition;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.source.Use;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Classes, interfaces, records and enums, and what is in them. */
final class Classes {

    private final Walk walk;
    private final Map<Node, OpenDefinition> declared = new IdentityHashMap<>();

    Classes(Walk walk) {
        this.walk = walk;
    }

    /** Makes the types of a file known by name before any of them is walked, nested ones too. */
    void declareNames(List<? extends BodyDeclaration<?>> members, int parent) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof TypeDeclaration<?> type && walk.enter()) {
                OpenDefinition definition = define(type, parent);
                declareNames(type.getMembers(), definition.id());
                walk.leave();
            }
        }
    }

    private OpenDefinition define(TypeDeclaration<?> type, int parent) {
        Set<Trait> traits = traits(type.getModifiers());
        if (type instanceof ClassOrInterfaceDeclaration named && named.isInterface()) {
            traits.add(Trait.INTERFACE);
        }
        OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.CLASS,
                        type.getNameAsString(),
                        parent,
                        Regions.of(type),
                        Regions.of(type.getName()),
                        traits);
        declared.put(type, definition);
        OpenBinding binding =
                walk.summary.binding(
                        Binding.Kind.DEFINITION,
                        type.getNameAsString(),
                        parent,
                        Regions.of(type.getName()),
                        false);
        binding.values.add(new Expr.Function(definition.id()));
        walk.types.bind(type.getNameAsString(), binding.id());
        return definition;
    }

    private static Set<Trait> traits(List<Modifier> modifiers) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Modifier modifier : modifiers) {
            switch (modifier.getKeyword()) {
                case STATIC -> traits.add(Trait.STATIC);
                case ABSTRACT -> traits.add(Trait.ABSTRACT);
                case PRIVATE -> traits.add(Trait.PRIVATE);
                default -> {}
            }
        }
        return traits;
    }

    /** A type declaration, wherever it stands. */
    void type(TypeDeclaration<?> type, Frame frame) {
        OpenDefinition definition = declared.get(type);
        if (definition == null) {
            // A class declared within a method.
            definition = define(type, frame.definition());
            declareNames(type.getMembers(), definition.id());
        }
        if (type instanceof ClassOrInterfaceDeclaration named) {
            supertypes(definition, named.getExtendedTypes());
            supertypes(definition, named.getImplementedTypes());
        } else if (type instanceof EnumDeclaration named) {
            supertypes(definition, named.getImplementedTypes());
        } else if (type instanceof RecordDeclaration named) {
            supertypes(definition, named.getImplementedTypes());
            walk.summary.syntax("record", Regions.of(named.getName()));
        }
        if (type.hasModifier(Modifier.Keyword.SEALED)) {
            walk.summary.syntax("sealed", Regions.of(type.getName()));
        }
        Frame inside = frame.inBody(definition.id(), definition.id());
        walk.calls.annotations(type.getAnnotations(), inside, definition.id(), -1);
        members(type.getMembers(), inside, type);
    }

    /** The body of {@code new Type() { … }}. */
    void anonymous(ClassOrInterfaceType type, List<BodyDeclaration<?>> body, Frame frame) {
        Node first = body.isEmpty() ? type : body.get(0);
        Node last = body.isEmpty() ? type : body.get(body.size() - 1);
        OpenDefinition definition =
                walk.summary.definition(
                        Definition.Kind.CLASS,
                        "",
                        frame.definition(),
                        Regions.of(first, last),
                        Regions.of(type),
                        Set.of());
        supertypes(definition, List.of(type));
        declareNames(body, definition.id());
        Frame inside = frame.inBody(definition.id(), definition.id());
        members(body, inside, null);
    }

    private void supertypes(
            OpenDefinition definition, List<ClassOrInterfaceType> supertypes) {
        for (ClassOrInterfaceType supertype : supertypes) {
            Expr named = walk.types.of(supertype);
            if (named != null) {
                definition.supertypes.add(named);
            }
        }
    }

    private void members(
            List<BodyDeclaration<?>> members,
            Frame frame,
            @Nullable TypeDeclaration<?> type) {
        int owner = frame.self();
        Set<String> methodNames = new HashSet<>();
        int outer = walk.summary.definition(owner).parent();
        for (BodyDeclaration<?> member : members) {
            if (member instanceof MethodDeclaration method) {
                methodNames.add(method.getNameAsString());
            }
        }
        walk.classMembers(owner, outerClass(outer), methodNames);
        Map<VariableDeclarator, OpenBinding> fields = new IdentityHashMap<>();
        declareFields(members, frame, type, fields);
        Bodies initializers = new Bodies(members, owner);
        if (type instanceof EnumDeclaration named) {
            for (EnumConstantDeclaration constant : named.getEntries()) {
                enumConstant(constant, frame, initializers);
            }
        }
        for (BodyDeclaration<?> member : members) {
            if (!walk.enter()) {
                return;
            }
            member(member, frame, fields, initializers);
            walk.leave();
        }
        if (type instanceof RecordDeclaration named) {
            accessors(named, methodNames, frame);
        }
    }

    private int outerClass(int definition) {
        int at = definition;
        while (at >= 0 && walk.summary.definition(at).kind() != Definition.Kind.CLASS) {
            at = walk.summary.definition(at).parent();
        }
        return at;
    }

    private void declareFields(
            List<BodyDeclaration<?>> members,
            Frame frame,
            @Nullable TypeDeclaration<?> type,
            Map<VariableDeclarator, OpenBinding> fields) {
        boolean inInterface =
                type instanceof ClassOrInterfaceDeclaration named && named.isInterface();
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                for (VariableDeclarator variable : field.getVariables()) {
                    OpenBinding binding =
                            walk.summary.binding(
                                    Binding.Kind.FIELD,
                                    variable.getNameAsString(),
                                    frame.self(),
                                    Regions.of(variable.getName()),
                                    inInterface || field.isStatic());
                    binding.type = walk.types.of(variable.getType());
                    frame.scope().bind(variable.getNameAsString(), binding.id());
                    walk.fields.add(
                            frame.self(), variable.getNameAsString(), binding.id());
                    fields.put(variable, binding);
                }
            }
        }
        if (type instanceof EnumDeclaration named) {
            for (EnumConstantDeclaration constant : named.getEntries()) {
                OpenBinding binding =
                        walk.summary.binding(
                                Binding.Kind.FIELD,
                                constant.getNameAsString(),
                                frame.self(),
                                Regions.of(constant.getName()),
                                true);
                binding.type = walk.types.named(named.getNameAsString());
                frame.scope().bind(constant.getNameAsString(), binding.id());
            }
        }
        if (type instanceof RecordDeclaration named) {
            for (Parameter component : named.getParameters()) {
                OpenBinding binding =
                        walk.summary.binding(
                                Binding.Kind.FIELD,
                                component.getNameAsString(),
                                frame.self(),
                                Regions.of(component.getName()),
                                false);
                binding.type = walk.types.of(component.getType());
                frame.scope().bind(component.getNameAsString(), binding.id());
                walk.fields.add(frame.self(), component.getNameAsString(), binding.id());
                walk.calls.annotations(
                        component.getAnnotations(), frame, frame.self(), binding.id());
            }
        }
    }

    /** Where the values of fields are computed: made when the first of them needs it. */
    private final class Bodies {
        private final int owner;
        private int constructor = -1;
        private int staticInitializer = -1;
        private final Supplier<OpenDefinition> newConstructor;

        Bodies(List<BodyDeclaration<?>> members, int owner) {
            this.owner = owner;
            for (BodyDeclaration<?> member : members) {
                boolean isConstructor =
                        member instanceof ConstructorDeclaration
                                || member instanceof CompactConstructorDeclaration;
                if (isConstructor) {
                    OpenDefinition open = open(member, owner);
                    constructor = constructor < 0 ? open.id() : constructor;
                }
            }
            this.newConstructor =
                    () ->
                            walk.summary.definition(
                                    Definition.Kind.CONSTRUCTOR,
                                    "",
                                    owner,
                                    Regions.of(members.get(0), members.get(members.size() - 1)),
                                    Regions.of(members.get(0)),
                                    Set.of());
        }

        int of(boolean isStatic, Node node) {
            if (isStatic) {
                if (staticInitializer < 0) {
                    staticInitializer =
                            walk.summary
                                    .definition(
                                            Definition.Kind.STATIC_INITIALIZER,
                                            "",
                                            owner,
                                            Regions.of(node),
                                            Regions.of(node),
                                            Set.of(Trait.STATIC))
                                    .id();
                }
                return staticInitializer;
            }
            if (constructor < 0) {
                constructor = newConstructor.get().id();
            }
            return constructor;
        }
    }

    private OpenDefinition open(BodyDeclaration<?> member, int owner) {
        Node name =
                member instanceof CallableDeclaration<?> callable
                        ? callable.getName()
                        : ((CompactConstructorDeclaration) member).getName();
        Set<Trait> traits =
                member instanceof CallableDeclaration<?> callable
                        ? traits(callable.getModifiers())
                        : EnumSet.noneOf(Trait.class);
        if (member instanceof CallableDeclaration<?> callable && callable.isVariableArityMethod()) {
            traits.add(Trait.VARIADIC);
        }
        boolean isMethod = member instanceof MethodDeclaration;
        if (member instanceof MethodDeclaration method && method.getBody().isEmpty()) {
            traits.add(Trait.ABSTRACT);
        }
        OpenDefinition definition =
                walk.summary.definition(
                        isMethod ? Definition.Kind.METHOD : Definition.Kind.CONSTRUCTOR,
                        name.toString(),
                        owner,
                        Regions.of(member),
                        Regions.of(name),
                        traits);
        declared.put(member, definition);
        return definition;
    }

    private void member(
            BodyDeclaration<?> member,
            Frame frame,
            Map<VariableDeclarator, OpenBinding> fields,
            Bodies initializers) {
        if (member instanceof FieldDeclaration field) {
            field(field, frame, fields, initializers);
        } else if (member instanceof MethodDeclaration method) {
            OpenDefinition definition = open(method, frame.self());
            definition.returnType = walk.types.of(method.getType());
            callable(method, definition, frame);
            Frame inside = parameters(method.getParameters(), definition, frame);
            method.getBody().ifPresent(body -> walk.statements.block(body, inside));
        } else if (member instanceof ConstructorDeclaration constructor) {
            OpenDefinition definition = declared.get(constructor);
            if (definition != null) {
                callable(constructor, definition, frame);
                walk.statements.block(
                        constructor.getBody(),
                        parameters(constructor.getParameters(), definition, frame));
            }
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            OpenDefinition definition = declared.get(constructor);
            if (definition != null) {
                walk.statements.block(constructor.getBody(), frame.inBody(definition.id(), frame.self()));
            }
        } else if (member instanceof InitializerDeclaration initializer) {
            int body = initializers.of(initializer.isStatic(), initializer);
            walk.statements.block(initializer.getBody(), frame.inBody(body, frame.self()));
        } else if (member instanceof TypeDeclaration<?> type) {
            type(type, frame);
        }
    }

    private void callable(
            CallableDeclaration<?> callable, OpenDefinition definition, Frame frame) {
        walk.calls.annotations(callable.getAnnotations(), frame, definition.id(), -1);
    }

    private Frame parameters(List<Parameter> parameters, OpenDefinition definition, Frame frame) {
        Frame inside = frame.inBody(definition.id(), frame.self());
        for (Parameter parameter : parameters) {
            OpenBinding binding =
                    walk.declare(
                            inside,
                            Binding.Kind.PARAMETER,
                            parameter.getName(),
                            parameter.isVarArgs() ? null : parameter.getType());
            definition.parameters.add(binding.id());
            walk.calls.annotations(
                    parameter.getAnnotations(), frame, definition.id(), binding.id());
        }
        return inside;
    }

    private void field(
            FieldDeclaration field,
            Frame frame,
            Map<VariableDeclarator, OpenBinding> fields,
            Bodies initializers) {
        for (VariableDeclarator variable : field.getVariables()) {
            OpenBinding binding = fields.get(variable);
            if (binding == null) {
                continue;
            }
            walk.calls.annotations(
                    field.getAnnotations(), frame, frame.self(), binding.id());
            variable.getInitializer()
                    .ifPresent(
                            value -> {
                                int body = initializers.of(isStatic(field), field);
                                binding.values.add(
                                        walk.expressions.value(
                                                value, frame.inBody(body, frame.self()), Use.Outcome.KEPT));
                            });
        }
    }

    private static boolean isStatic(FieldDeclaration field) {
        return field.isStatic()
                || field.getParentNode()
                        .filter(
                                parent ->
                                        parent instanceof ClassOrInterfaceDeclaration type
                                                && type.isInterface())
                        .isPresent();
    }

    private void enumConstant(
            EnumConstantDeclaration constant, Frame frame, Bodies initializers) {
        if (constant.getArguments().isEmpty() && constant.getClassBody().isEmpty()) {
            return;
        }
        Frame inside = frame.inBody(initializers.of(true, constant), frame.self());
        constant.getArguments()
                .forEach(value -> walk.expressions.value(value, inside, Use.Outcome.PASSED));
        if (!constant.getClassBody().isEmpty()) {
            declareNames(constant.getClassBody(), frame.self());
            OpenDefinition body =
                    walk.summary.definition(
                            Definition.Kind.CLASS,
                            "",
                            inside.definition(),
                            Regions.of(constant),
                            Regions.of(constant.getName()),
                            Set.of());
            members(constant.getClassBody(), inside.inBody(body.id(), body.id()), null);
        }
    }

    /** The methods by which a record's components are read. */
    private void accessors(RecordDeclaration type, Set<String> methodNames, Frame frame) {
        for (Parameter component : type.getParameters()) {
            String name = component.getNameAsString();
            if (!methodNames.contains(name)) {
                SummaryBuilder.OpenDefinition accessor =
                        walk.summary.definition(
                                Definition.Kind.METHOD,
                                name,
                                frame.self(),
                                Regions.of(component),
                                Regions.of(component.getName()),
                                Set.of());
                accessor.returns.add(new Expr.Ref(frame.scope().find(name)));
                accessor.returnType = walk.types.of(component.getType());
            }
        }
    }
}
