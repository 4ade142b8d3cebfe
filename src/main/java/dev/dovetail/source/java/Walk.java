package dev.dovetail.source.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.Type;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Fields;
import dev.dovetail.source.Frame;
import dev.dovetail.source.Import;
import dev.dovetail.source.Scope;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.SummaryBuilder;
import dev.dovetail.workspace.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk over one file: what its parts share. */
final class Walk {

    /** Deeper nesting than people write; what stands deeper is left out. */
    private static final int MOST_NESTED = 200;

    final SummaryBuilder summary;
    final Fields fields;
    final Types types;
    final Classes classes;
    final Statements statements;
    final Expressions expressions;
    final Calls calls;

    /** Methods that each class declares, by the class's definition. */
    private final Map<Integer, Set<String>> methods = new HashMap<>();

    /** The class around each class, or -1. */
    private final Map<Integer, Integer> outerClasses = new HashMap<>();

    private int depth;

    Walk(SummaryBuilder summary) {
        this.summary = summary;
        this.fields = new Fields(summary);
        this.types = new Types();
        this.classes = new Classes(this);
        this.statements = new Statements(this);
        this.expressions = new Expressions(this);
        this.calls = new Calls(this);
    }

    void file(CompilationUnit unit) {
        unit.getPackageDeclaration()
                .ifPresent(declaration -> summary.module(declaration.getNameAsString()));
        Frame frame = new Frame(new Scope(null, true), SourceSummary.MODULE, -1, -1, false, false);
        for (ImportDeclaration declaration : unit.getImports()) {
            imported(declaration, frame);
        }
        classes.declareNames(unit.getTypes(), SourceSummary.MODULE);
        for (TypeDeclaration<?> type : unit.getTypes()) {
            classes.type(type, frame);
        }
    }

    private void imported(ImportDeclaration declaration, Frame frame) {
        String name = declaration.getNameAsString();
        Region region = Regions.of(declaration.getName());
        boolean ofMember = declaration.isStatic() && !declaration.isAsterisk();
        int dot = name.lastIndexOf('.');
        String specifier = ofMember && dot > 0 ? name.substring(0, dot) : name;
        int id =
                summary.imported(
                        declaration.isAsterisk() ? Import.Kind.ON_DEMAND : Import.Kind.STATIC,
                        specifier,
                        region,
                        SourceSummary.MODULE,
                        -1,
                        false);
        if (declaration.isAsterisk()) {
            return;
        }
        String simple = name.substring(dot + 1);
        SummaryBuilder.OpenBinding binding =
                summary.binding(
                        Binding.Kind.IMPORT, simple, SourceSummary.MODULE, region, false);
        Expr module = new Expr.Module(id);
        binding.values.add(ofMember ? new Expr.Member(module, simple) : module);
        if (ofMember) {
            frame.scope().bind(simple, binding.id());
        } else {
            types.bind(simple, binding.id());
        }
    }

    /** A name that is bound here, of a type that may be {@code var} or left out. */
    SummaryBuilder.OpenBinding declare(
            Frame frame, Binding.Kind kind, SimpleName name, @Nullable Type type) {
        return declare(frame, kind, name.asString(), Regions.of(name), type);
    }

    SummaryBuilder.OpenBinding declare(
            Frame frame, Binding.Kind kind, String name, Region region, @Nullable Type type) {
        SummaryBuilder.OpenBinding binding =
                summary.binding(kind, name, frame.definition(), region, false);
        if (type != null) {
            binding.type = types.of(type);
        }
        frame.scope().bind(name, binding.id());
        return binding;
    }

    void classMembers(int classDefinition, int outerClass, Set<String> methodNames) {
        methods.put(classDefinition, new HashSet<>(methodNames));
        outerClasses.put(classDefinition, outerClass);
    }

    /** The class that a bare call of {@code method} means: the innermost that declares it. */
    int ownerOf(String method, int innermost) {
        for (int at = innermost; at >= 0; at = outerClasses.getOrDefault(at, -1)) {
            if (methods.getOrDefault(at, Set.of()).contains(method)) {
                return at;
            }
        }
        return innermost;
    }

    /** Goes one level down; false when that is too deep, and then nothing may be walked. */
    boolean enter() {
        if (depth >= MOST_NESTED) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }
}
