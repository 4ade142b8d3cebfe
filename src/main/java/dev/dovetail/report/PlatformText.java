package dev.dovetail.report;

import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is known of a platform, each fact with where and when it was read. */
public final class PlatformText {

    private final Style style;
    private final LocalDate today;

    /**
     * Text that marks facts older than a year.
     *
     * @param today the day from which age counts
     */
    public PlatformText(Style style, LocalDate today) {
        this.style = style;
        this.today = today;
    }

    /** One line for a list of platforms. */
    public String line(Platform platform) {
        long old = sources(platform).stream().filter(this::isOld).count();
        return "%-28s %-5s %s%s\n"
                .formatted(
                        platform.id(),
                        platform.kind().name().toLowerCase(Locale.ROOT),
                        platform.name(),
                        old == 0 ? "" : "  " + warning(old + " facts are older than a year"));
    }

    /** All facts. */
    public String page(Platform platform) {
        StringBuilder text = new StringBuilder(style.strong(platform.name()));
        text.append(" [").append(platform.id()).append("] ").append(style.faint(platform.home()));
        text.append("\n\n  ").append(Paragraph.wrap(platform.summary(), 88).replace("\n", "\n  "));
        text.append("\n");
        section(
                text,
                "Features",
                new TreeMap<>(platform.support())
                        .entrySet().stream()
                                .flatMap(
                                        entry ->
                                                entry.getValue().stream()
                                                        .map(
                                                                verdict ->
                                                                        support(
                                                                                entry.getKey(),
                                                                                verdict))));
        section(
                text,
                "Limits",
                new TreeMap<>(platform.limits())
                        .entrySet().stream().map(entry -> limit(entry.getKey(), entry.getValue())));
        section(
                text,
                "Runtimes",
                new TreeMap<>(platform.runtimes())
                        .entrySet().stream()
                                .map(entry -> runtime(entry.getKey(), entry.getValue())));
        section(
                text,
                "Also",
                new TreeMap<>(platform.traits())
                        .entrySet().stream()
                                .map(
                                        entry ->
                                                fact(
                                                        entry.getKey()
                                                                + ": "
                                                                + entry.getValue().says(),
                                                        entry.getValue().source())));
        return text.toString();
    }

    private void section(StringBuilder text, String heading, Stream<String> facts) {
        List<String> lines = facts.toList();
        if (!lines.isEmpty()) {
            text.append('\n').append(style.strong(heading)).append('\n');
            lines.forEach(text::append);
        }
    }

    private String support(String feature, Platform.Support support) {
        String answer;
        if (support.supported() instanceof Condition.Constant constant) {
            answer = constant.value() ? style.good("yes") : "no";
        } else {
            answer = "if " + ConditionText.of(support.supported());
        }
        return fact(feature + ": " + answer + "; " + support.because(), support.source());
    }

    private String limit(String name, Platform.Limit limit) {
        return fact(name + ": " + figures(limit), limit.source());
    }

    /** {@code at least 1 s, default 3 s, at most 900 s}. */
    public static String figures(Platform.Limit limit) {
        List<String> parts = new ArrayList<>();
        limit.minimum().ifPresent(quantity -> parts.add("at least " + QuantityText.of(quantity)));
        limit.defaultValue().ifPresent(quantity -> parts.add("default " + QuantityText.of(quantity)));
        limit.maximum().ifPresent(quantity -> parts.add("at most " + QuantityText.of(quantity)));
        new TreeMap<>(limit.plans())
                .forEach((plan, quantity) -> parts.add(plan + " " + QuantityText.of(quantity)));
        return String.join(", ", parts);
    }

    private String runtime(String name, Platform.Runtime runtime) {
        return fact(name + ": " + lifeCycle(runtime), runtime.source());
    }

    /** {@code javascript 22, deprecated 2027-04-30}. */
    public static String lifeCycle(Platform.Runtime runtime) {
        return (runtime.language() + " " + runtime.version()).strip()
                + runtime.deprecated().map(date -> ", deprecated " + date).orElse("")
                + runtime.createBlocked().map(date -> ", no new ones from " + date).orElse("")
                + runtime.updateBlocked().map(date -> ", no updates from " + date).orElse("");
    }

    private String fact(String says, Platform.Source source) {
        String age = isOld(source) ? " " + warning("older than a year") : "";
        return "  "
                + Paragraph.wrap(says, 94).replace("\n", "\n    ")
                + "\n      "
                + style.faint(source.url() + ", " + source.asOf())
                + age
                + "\n";
    }

    private String warning(String text) {
        return style.of(Level.WARNING, text);
    }

    private static List<Platform.Source> sources(Platform platform) {
        return Stream.of(
                        platform.support().values().stream()
                                .flatMap(List::stream)
                                .map(Platform.Support::source),
                        platform.limits().values().stream().map(Platform.Limit::source),
                        platform.runtimes().values().stream().map(Platform.Runtime::source),
                        platform.traits().values().stream().map(Platform.Fact::source))
                .flatMap(sources -> sources)
                .toList();
    }

    /** Whether a fact was read more than a year ago; a date that cannot be read counts as old. */
    private boolean isOld(Platform.Source source) {
        return readOn(source.asOf()).map(day -> day.isBefore(today.minusYears(1))).orElse(true);
    }

    private static Optional<LocalDate> readOn(String asOf) {
        try {
            return Optional.of(
                    asOf.length() == "2026-11".length()
                            ? YearMonth.parse(asOf).atEndOfMonth()
                            : LocalDate.parse(asOf));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
