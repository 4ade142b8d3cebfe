package dev.dovetail.link;

import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls whose value can be computed, by the words that {@code folds} in rules/ gives them. */
final class FoldingCalls {

    private static final Map<String, Double> MILLISECONDS =
            Map.of(
                    "weeks", 604_800_000d,
                    "days", 86_400_000d,
                    "hours", 3_600_000d,
                    "minutes", 60_000d,
                    "seconds", 1000d,
                    "milliseconds", 1d,
                    "microseconds", 0.001d);

    private final Folder folder;

    FoldingCalls(Folder folder) {
        this.folder = folder;
    }

    /** A value that is read, not called. */
    Folded constant(String word, SourceSummary file) {
        return switch (word) {
            case "file-folder" -> new Folded.Known(Folder.folderOf(file));
            case "file-path" -> new Folded.Known("./" + file.file());
            case "main-module" -> new Folded.MainModule();
            case "environment", "required-environment" -> new Folded.Structure();
            case "nothing" -> new Folded.Nothing();
            case "temporary-folder" -> new Folded.Known("/tmp");
            default -> word.startsWith("=") ? literal(word.substring(1)) : Folded.UNKNOWN;
        };
    }

    Folded apply(String word, SourceSummary file, Use use) {
        return switch (word) {
            case "join-path" -> join(file, use.arguments(), false);
            case "resolve-path" -> join(file, use.arguments(), true);
            case "receiver-join-path" -> receiverJoin(file, use);
            case "temporary-folder" -> new Folded.Known("/tmp");
            case "temporary-file" -> new Folded.Partial("/tmp/", "");
            case "working-folder" -> new Folded.Known(".");
            case "environment" -> variable(file, use);
            case "system-property" -> systemProperty(file, use);
            case "first-argument", "same" -> argument(file, use, 0);
            case "second-argument" -> argument(file, use, 1);
            case "receiver" -> receiver(file, use);
            case "to-number" ->
                    argument(file, use, 0).number().map(Folded::of).orElse(Folded.UNKNOWN);
            case "to-text" ->
                    argument(file, use, 0)
                            .text()
                            .<Folded>map(Folded.Known::new)
                            .orElse(Folded.UNKNOWN);
            case "milliseconds" -> scaled(file, use, 1);
            case "seconds" -> scaled(file, use, 1000);
            case "minutes" -> scaled(file, use, 60_000);
            case "hours" -> scaled(file, use, 3_600_000);
            case "parent-folder" -> parent(argument(file, use, 0));
            case "duration" -> duration(file, use);
            case "concatenate" -> concatenate(file, use);
            case "file-folder", "file-path" -> constant(word, file);
            case "list" -> new Folded.Structure();
            case "some-text" -> new Folded.Partial("", "");
            case "property-placeholder" -> placeholder(file, use);
            case "property" -> property(file, use);
            default -> Folded.UNKNOWN;
        };
    }

    /** A property that is read of a value. */
    Folded ofMember(String word, SourceSummary file, Expr.Member member) {
        Folded object = folder.fold(file, member.object());
        return switch (word) {
            case "receiver" -> object;
            case "receiver-parent-folder" -> parent(object);
            default -> constant(word, file);
        };
    }

    /** {@code timedelta(hours=1, minutes=30)} in ms. */
    private Folded duration(SourceSummary file, Use use) {
        double sum = 0;
        for (int i = 0; i < use.arguments().size(); i++) {
            Use.Argument argument = use.arguments().get(i);
            String unit = argument.name() == null && i == 0 ? "days" : argument.name();
            Double factor = unit == null ? null : MILLISECONDS.get(unit);
            Optional<Double> number = folder.fold(file, argument.value()).number();
            if (factor == null || number.isEmpty()) {
                return Folded.UNKNOWN;
            }
            sum += number.get() * factor;
        }
        return Folded.of(sum);
    }

    private Folded join(SourceSummary file, List<Use.Argument> parts, boolean absoluteWins) {
        Folded joined = new Folded.Known("");
        boolean first = true;
        for (Use.Argument part : parts) {
            if (part.spread()) {
                return Operations.concatenate(joined, Folded.UNKNOWN);
            }
            Folded next = folder.fold(file, part.value());
            boolean absolute = next.text().filter(text -> text.startsWith("/")).isPresent();
            joined = first || absoluteWins && absolute ? next : append(joined, next);
            first = false;
        }
        return joined;
    }

    /** {@code left/right}, with {@code .} and {@code ..} worked out where the text is known. */
    static Folded append(Folded left, Folded right) {
        Folded withSlash =
                left.text().filter(text -> text.endsWith("/")).isPresent()
                                || right.text().filter(text -> text.startsWith("/")).isPresent()
                        ? left
                        : Operations.concatenate(left, new Folded.Known("/"));
        return FoldedPaths.normalize(Operations.concatenate(withSlash, right));
    }

    private Folded receiverJoin(SourceSummary file, Use use) {
        return append(receiver(file, use), argument(file, use, 0));
    }

    private Folded receiver(SourceSummary file, Use use) {
        return use.target() instanceof Expr.Member member
                ? folder.fold(file, member.object())
                : Folded.UNKNOWN;
    }

    private Folded variable(SourceSummary file, Use use) {
        return argument(file, use, 0)
                .text()
                .map(name -> orDefault(folder.environment().variable(name), file, use))
                .orElse(new Folded.Unknown(true));
    }

    private Folded orDefault(Folded value, SourceSummary file, Use use) {
        if (!(value instanceof Folded.Nothing)) {
            return value;
        }
        return Arguments.named(use, Optional.of("default"), 1)
                .map(otherwise -> folder.fold(file, otherwise))
                .orElse(value);
    }

    private Folded systemProperty(SourceSummary file, Use use) {
        return argument(file, use, 0)
                .text()
                .<Folded>map(
                        name ->
                                switch (name) {
                                    case "java.io.tmpdir" -> new Folded.Known("/tmp");
                                    case "user.dir" -> new Folded.Known(".");
                                    default -> Folded.UNKNOWN;
                                })
                .orElse(Folded.UNKNOWN);
    }

    private Folded scaled(SourceSummary file, Use use, double factor) {
        return argument(file, use, 0)
                .number()
                .map(number -> Folded.of(number * factor))
                .orElse(Folded.UNKNOWN);
    }

    private static Folded parent(Folded path) {
        return path.text()
                .filter(text -> text.lastIndexOf('/') > 0)
                .<Folded>map(text -> new Folded.Known(text.substring(0, text.lastIndexOf('/'))))
                .orElse(Folded.UNKNOWN);
    }

    private Folded concatenate(SourceSummary file, Use use) {
        Folded text = receiver(file, use);
        for (Use.Argument argument : use.arguments()) {
            text = Operations.concatenate(text, folder.fold(file, argument.value()));
        }
        return text;
    }

    private Folded argument(SourceSummary file, Use use, int position) {
        return Arguments.named(use, Optional.of("value"), position)
                .map(value -> folder.fold(file, value))
                .orElse(new Folded.Nothing());
    }

    /** {@code @Value("${key:default}")}; what an expression language computes is unknown. */
    private Folded placeholder(SourceSummary file, Use use) {
        return argument(file, use, 0)
                .text()
                .filter(text -> !text.contains("#{"))
                .map(text -> folder.properties().text(file, text))
                .orElse(Folded.UNKNOWN);
    }

    /** A property by its name, or else a default: {@code getProperty("key", "default")}. */
    private Folded property(SourceSummary file, Use use) {
        Optional<String> name =
                Arguments.named(use, Optional.of("name"), 0)
                        .flatMap(value -> folder.fold(file, value).text());
        if (name.isEmpty()) {
            return Folded.UNKNOWN;
        }
        Folded value = folder.properties().value(file, name.get());
        return value instanceof Folded.Nothing
                ? Arguments.named(use, Optional.of("defaultValue"), 1)
                        .map(given -> folder.fold(file, given))
                        .orElse(Folded.UNKNOWN)
                : value;
    }

    private static Folded literal(String text) {
        return new Folded.Known(text);
    }
}
