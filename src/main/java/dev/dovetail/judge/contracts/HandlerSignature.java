package dev.dovetail.judge.contracts;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.Context;
import dev.dovetail.link.Entity;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Definition;
import dev.dovetail.source.Export;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The handler that config names is something that the platform can call, and wait for. */
public final class HandlerSignature implements ContractRule {

    /** The platform's fact that handlers answering through a callback are gone. */
    private static final String NO_CALLBACKS = "callbacks-dropped-from-nodejs24";

    private static final int FIRST_WITHOUT_CALLBACKS = 24;
    private static final int CALLBACK = 2;

    @Override
    public String id() {
        return "handler-signature";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        if (unit.unit().entryPoint() instanceof EntryPoint.File entry) {
            return FunctionExports.judge(unit, contract, entry, surroundings.units()).stream()
                    .toList();
        }
        if (!(unit.unit().entryPoint() instanceof EntryPoint.Handler handler)) {
            return List.of();
        }
        if (unit.entry() instanceof EntryBinding.Missing missing
                && missing.kind().equals("method-missing")) {
            return List.of(withoutMethod(unit, contract, handler, missing));
        }
        if (!(unit.entry() instanceof EntryBinding.Found found)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        noFunction(unit, contract, handler, found).ifPresent(findings::add);
        for (EntryBinding.Root root : found.roots()) {
            Entity.Code code = root.function();
            Definition definition = code.file().definitions().get(code.definition());
            if (definition.kind() == Definition.Kind.CLASS) {
                javaClass(unit, contract, handler, code.file(), definition)
                        .ifPresent(findings::add);
            } else if (root.context() == Context.REQUEST
                    && code.file().language() == Language.JAVASCRIPT) {
                callback(unit, contract, handler, code.file(), definition)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** A class of Java that has no method by the name that config, or Lambda, calls. */
    private static Finding withoutMethod(
            LinkedUnit unit,
            Contract contract,
            EntryPoint.Handler handler,
            EntryBinding.Missing missing) {
        Map<String, String> values = values(handler);
        values.put("file", missing.file());
        values.put("name", missing.wanted());
        values.put("found", missing.instead());
        String message =
                missing.instead().isEmpty() ? "method-missing" : "method-differs";
        return Findings.broken(contract, message, unit, values)
                .codeLabel("names " + handler.reference())
                .config(unit.unit().place(), "deploys " + unit.unit().name())
                .at(handler.place());
    }

    /** An export that is data, by whatever name it goes. */
    private static Optional<Finding> noFunction(
            LinkedUnit unit,
            Contract contract,
            EntryPoint.Handler handler,
            EntryBinding.Found found) {
        SourceSummary file = found.roots().get(0).function().file();
        String inFolder =
                handler.reference().substring(handler.reference().lastIndexOf('/') + 1);
        String name = inFolder.substring(inFolder.indexOf('.') + 1);
        List<Export> exports =
                file.exports().stream().filter(each -> each.name().equals(name)).toList();
        if (file.language() != Language.JAVASCRIPT
                || exports.isEmpty()
                || !exports.stream().allMatch(each -> isData(file, each.value()))) {
            return Optional.empty();
        }
        Map<String, String> values = values(handler);
        values.put("file", file.file());
        return Optional.of(
                Findings.broken(contract, "not-a-function", unit, values)
                        .codeLabel("is no function")
                        .config(handler.place(), "names it as the handler")
                        .at(file.place(exports.get(0).region())));
    }

    private static boolean isData(SourceSummary file, Expr value) {
        if (value instanceof Expr.Ref ref) {
            Binding binding = file.bindings().get(ref.binding());
            return binding.kind() == Binding.Kind.VARIABLE
                    && !binding.reassigned()
                    && binding.values().size() == 1
                    && !(binding.values().get(0) instanceof Expr.Ref)
                    && isData(file, binding.values().get(0));
        }
        return value instanceof Expr.Literal literal && literal.value() != null
                || value instanceof Expr.ObjectOf
                || value instanceof Expr.ListOf
                || value instanceof Expr.Concat;
    }

    private static Optional<Finding> callback(
            LinkedUnit unit,
            Contract contract,
            EntryPoint.Handler handler,
            SourceSummary file,
            Definition definition) {
        Optional<Runtimes.Named> runtime = Runtimes.of(unit);
        boolean dropped =
                unit.host().orElseThrow().traits().containsKey(NO_CALLBACKS)
                        && runtime.flatMap(Runtimes.Named::major)
                                .filter(major -> major >= FIRST_WITHOUT_CALLBACKS)
                                .isPresent();
        if (!dropped || definition.parameters().size() <= CALLBACK) {
            return Optional.empty();
        }
        int callback = definition.parameters().get(CALLBACK);
        return file.uses().stream()
                .filter(use -> use.kind() == Use.Kind.CALL)
                .filter(use -> use.target().equals(new Expr.Ref(callback)))
                .findFirst()
                .map(
                        use -> {
                            Map<String, String> values = values(handler);
                            values.put("parameter", file.bindings().get(callback).name());
                            values.put("runtime", runtime.orElseThrow().name());
                            return Findings.broken(contract, "callback-dropped", unit, values)
                                    .codeLabel("answers through the callback")
                                    .config(
                                            runtime.get().place(),
                                            "runs on " + runtime.get().name())
                                    .fact(
                                            unit.host().get().name(),
                                            Objects.requireNonNull(unit.host().get().traits().get(NO_CALLBACKS)).source())
                                    .at(file.place(use.region()));
                        });
    }

    private static Optional<Finding> javaClass(
            LinkedUnit unit,
            Contract contract,
            EntryPoint.Handler handler,
            SourceSummary file,
            Definition type) {
        Map<String, String> values = values(handler);
        values.put("name", type.name());
        String message;
        if (type.has(Definition.Trait.ABSTRACT) || type.has(Definition.Trait.INTERFACE)) {
            message = "abstract-handler";
        } else if (constructsOnlyWithArguments(file, type)) {
            message = "no-public-constructor";
        } else {
            return Optional.empty();
        }
        return Optional.of(
                Findings.broken(contract, message, unit, values)
                        .codeLabel("is the handler " + handler.reference())
                        .config(handler.place(), "names the handler")
                        .at(file.place(type.nameRegion())));
    }

    private static boolean constructsOnlyWithArguments(SourceSummary file, Definition type) {
        List<Definition> constructors =
                file.definitions().stream()
                        .filter(each -> each.parent() == type.id())
                        .filter(each -> each.kind() == Definition.Kind.CONSTRUCTOR)
                        .toList();
        return !constructors.isEmpty()
                && constructors.stream().noneMatch(each -> each.parameters().isEmpty());
    }

    private static Map<String, String> values(EntryPoint.Handler handler) {
        Map<String, String> values = new HashMap<>();
        values.put("handler", handler.reference());
        return values;
    }
}
