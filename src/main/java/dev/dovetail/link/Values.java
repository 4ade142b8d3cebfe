package dev.dovetail.link;

import dev.dovetail.knowledge.Quantity;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the value that a {@link Selector} means, for one use. */
public final class Values {

    /** Where a value is written: an expression of a file. */
    public record Written(SourceSummary file, Expr value) {}

    /** What a selector leads to. */
    public sealed interface Found {
        /** Here it is. */
        record There(Written written) implements Found {}

        /** It is surely not given. */
        record Absent() implements Found {}

        /** A property of the application's own config, for the code of a file. */
        record Property(SourceSummary file, String name) implements Found {}

        /** It may be given, where the summary does not show. */
        record Unclear() implements Found {}
    }

    /** Objects spread into objects are followed this deep. */
    private static final int SPREADS = 4;

    /** Stands for the first property that has what comes after it. */
    private static final String ANY_PROPERTY = "*";

    private Values() {}

    /** The folded value; {@link Folded.Nothing} when it is surely not given. */
    public static Folded select(Folder folder, SourceSummary file, Use use, Selector selector) {
        Found found = find(folder.resolver(), file, use, selector);
        if (found instanceof Found.There there) {
            return folder.fold(there.written().file(), there.written().value());
        }
        if (found instanceof Found.Property property) {
            return folder.properties().value(property.file(), property.name());
        }
        return found instanceof Found.Absent ? new Folded.Nothing() : Folded.UNKNOWN;
    }

    /** Where the selected value is written. */
    public static Found find(
            Resolver resolver, SourceSummary file, Use use, Selector selector) {
        if (selector.literal().isPresent()) {
            Expr literal = new Expr.Literal(selector.literal().get());
            return new Found.There(new Written(file, literal));
        }
        if (selector.application().isPresent()) {
            return new Found.Property(file, selector.application().get());
        }
        Use of = use;
        if (selector.ofCall().isPresent()) {
            Optional<Use> earlier = earlierCall(resolver, file, use, selector.ofCall().get());
            if (earlier.isEmpty()) {
                return new Found.Unclear();
            }
            of = earlier.get();
        }
        if (selector.receiver()) {
            return of.target() instanceof Expr.Member member
                    ? within(resolver, file, member.object(), selector.properties())
                    : new Found.Unclear();
        }
        int position = selector.argument() == Selector.LAST ? of.arguments().size() - 1 : selector.argument();
        Optional<Expr> argument = Arguments.named(of, selector.name(), position);
        if (argument.isEmpty()) {
            boolean spread = of.arguments().stream().anyMatch(Use.Argument::spread);
            return spread ? new Found.Unclear() : new Found.Absent();
        }
        Found found = within(resolver, file, argument.get(), selector.properties());
        if (selector.passes() >= 0) {
            return passed(resolver, found, selector.passes());
        }
        return selector.unit().map(unit -> inBaseUnit(found, unit)).orElse(found);
    }

    /** A number in another unit than ms or bytes, turned into them. */
    private static Found inBaseUnit(Found found, Quantity unit) {
        if (!(found instanceof Found.There there)
                || there.written().value() instanceof Expr.Literal literal
                        && literal.value() == null) {
            return found;
        }
        Expr factor = new Expr.Literal(unit.value());
        Expr scaled = new Expr.Operation("*", List.of(there.written().value(), factor));
        return new Found.There(new Written(there.written().file(), scaled));
    }

    /** A value that a class or a file of the workspace gives a name once: {@code class Config}. */
    private static Optional<Found> ofDeclared(
            Resolver resolver, Entity entity, List<String> properties) {
        SourceSummary file;
        int owner;
        if (entity instanceof Entity.Code code && Resolver.isClass(code)) {
            file = code.file();
            owner = code.definition();
        } else if (entity instanceof Entity.ModuleFile module) {
            file = module.file();
            owner = SourceSummary.MODULE;
        } else {
            return Optional.empty();
        }
        for (Binding binding : file.bindings()) {
            if (binding.definition() == owner
                    && binding.name().equals(properties.get(0))
                    && binding.values().size() == 1) {
                return Optional.of(
                        within(
                                resolver,
                                file,
                                binding.values().get(0),
                                properties.subList(1, properties.size())));
            }
        }
        return Optional.empty();
    }

    /** What a function passes to its last parameter: {@code (…, done) => done(null, value)}. */
    private static Found passed(Resolver resolver, Found found, int position) {
        if (!(found instanceof Found.There there)) {
            return found;
        }
        for (Entity entity :
                resolver.resolve(there.written().file(), there.written().value())) {
            if (!(entity instanceof Entity.Code code)) {
                continue;
            }
            List<Integer> parameters =
                    code.file().definitions().get(code.definition()).parameters();
            if (parameters.isEmpty()) {
                continue;
            }
            Expr done = new Expr.Ref(parameters.get(parameters.size() - 1));
            for (Use use : resolver.index(code.file()).uses(code.definition())) {
                if (use.target().equals(done) && position < use.arguments().size()) {
                    return new Found.There(
                            new Written(code.file(), use.arguments().get(position).value()));
                }
            }
        }
        return new Found.Unclear();
    }

    private static Optional<Use> earlierCall(
            Resolver resolver, SourceSummary file, Use use, String path) {
        Expr at = use.target();
        for (int i = 0; i < 16; i++) {
            if (at instanceof Expr.Member member) {
                at = member.object();
            } else if (at instanceof Expr.Ref ref
                    && file.bindings().get(ref.binding()).values().size() == 1) {
                at = file.bindings().get(ref.binding()).values().get(0);
            } else if (at instanceof Expr.Awaited awaited) {
                at = awaited.value();
            } else if (at instanceof Expr.Result result) {
                Use earlier = file.uses().get(result.use());
                if (resolver.paths(file, earlier.target()).contains(path)) {
                    return Optional.of(earlier);
                }
                at = earlier.target();
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Found within(
            Resolver resolver, SourceSummary file, Expr value, List<String> properties) {
        if (properties.isEmpty()) {
            return new Found.There(new Written(file, value));
        }
        Set<Entity> entities = resolver.resolve(file, value);
        boolean absent = !entities.isEmpty();
        for (Entity entity : entities) {
            Found found =
                    entity instanceof Entity.ObjectValue object
                            ? inObject(resolver, object, properties, 0)
                            : ofDeclared(resolver, entity, properties)
                                    .orElseGet(Found.Unclear::new);
            if (found instanceof Found.There) {
                return found;
            }
            absent &= found instanceof Found.Absent;
        }
        boolean plain =
                value instanceof Expr.Literal
                        || value instanceof Expr.Function
                        || value instanceof Expr.ListOf
                        || value instanceof Expr.Operation operation && operation.joinsFlags();
        return absent || plain ? new Found.Absent() : new Found.Unclear();
    }

    /** A property of an object literal, or of an object that is spread into it. */
    private static Found inObject(
            Resolver resolver, Entity.ObjectValue object, List<String> properties, int depth) {
        boolean any = properties.get(0).equals(ANY_PROPERTY);
        for (Expr.Property property : object.literal().properties()) {
            if (any) {
                Found found =
                        within(
                                resolver,
                                object.file(),
                                property.value(),
                                properties.subList(1, properties.size()));
                if (found instanceof Found.There) {
                    return found;
                }
            } else if (property.name().equals(properties.get(0))) {
                return within(
                        resolver,
                        object.file(),
                        property.value(),
                        properties.subList(1, properties.size()));
            }
        }
        boolean unclear = object.literal().open() || depth > SPREADS;
        for (Expr spread : object.literal().spreads()) {
            Set<Entity> bases = resolver.resolve(object.file(), spread);
            unclear |= bases.isEmpty() || depth > SPREADS;
            for (Entity base : depth > SPREADS ? Set.<Entity>of() : bases) {
                Found found =
                        base instanceof Entity.ObjectValue other
                                ? inObject(resolver, other, properties, depth + 1)
                                : new Found.Unclear();
                if (found instanceof Found.There) {
                    return found;
                }
                unclear |= found instanceof Found.Unclear;
            }
        }
        return unclear ? new Found.Unclear() : new Found.Absent();
    }
}
