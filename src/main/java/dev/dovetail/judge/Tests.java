package dev.dovetail.judge;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.knowledge.Condition;
import dev.dovetail.knowledge.Quantity;
import dev.dovetail.link.Folded;
import dev.dovetail.link.FoldedPaths;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tests of one folded value. A choice passes when all its options do, and fails when none does. */
final class Tests {

    /** A platform's fact that lists the kinds of mounts which cannot be written to. */
    private static final String READ_ONLY_MOUNTS = "read-only-mounts";

    private static final double BYTES_PER_MIB = 1048576;

    private Tests() {}

    static Truth apply(Condition.Test test, Folded value, LinkedUnit unit) {
        if (value instanceof Folded.Choice choice && !test.operator().equals("under")) {
            Truth all = Truth.YES;
            Truth any = Truth.NO;
            for (Folded option : choice.options()) {
                Truth truth = apply(test, option, unit);
                all = all.and(truth);
                any = any.or(truth);
            }
            return all == Truth.YES ? Truth.YES : any == Truth.NO ? Truth.NO : Truth.UNKNOWN;
        }
        return switch (test.operator()) {
            case "present" -> presence(value);
            case "absent" -> presence(value).not();
            case "known" -> Truth.of(isKnown(value));
            case "is", "in" -> oneOf(value, test.operands());
            case "starts-with" -> text(value, test, Tests::startsWith);
            case "ends-with" -> text(value, test, Tests::endsWith);
            case "contains" -> text(value, test, Tests::contains);
            case "among" -> among(value, test.operands(), unit);
            case "under" -> under(value, test.operands(), unit);
            case "at-least" -> order(value, test, difference -> difference >= 0);
            case "at-most" -> order(value, test, difference -> difference <= 0);
            case "above" -> order(value, test, difference -> difference > 0);
            case "below" -> order(value, test, difference -> difference < 0);
            default -> Truth.UNKNOWN;
        };
    }

    private static Truth presence(Folded value) {
        if (value instanceof Folded.Nothing) {
            return Truth.NO;
        }
        return value instanceof Folded.Unknown ? Truth.UNKNOWN : Truth.YES;
    }

    static boolean isKnown(Folded value) {
        if (value instanceof Folded.Partial partial) {
            return !partial.prefix().isEmpty();
        }
        return value instanceof Folded.Known;
    }

    private static Truth oneOf(Folded value, List<String> operands) {
        if (value instanceof Folded.Nothing) {
            return Truth.of(operands.contains("null"));
        }
        if (value instanceof Folded.Structure) {
            return Truth.NO;
        }
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(operands.stream().anyMatch(operand -> operand.equalsIgnoreCase(text.get())));
    }

    private interface TextTest {
        Truth test(Folded value, String operand);
    }

    private static Truth text(Folded value, Condition.Test test, TextTest textTest) {
        Truth any = Truth.NO;
        for (String operand : test.operands()) {
            any = any.or(textTest.test(value, operand));
        }
        return any;
    }

    private static Truth startsWith(Folded value, String operand) {
        if (value instanceof Folded.Known known && known.literal() instanceof Double) {
            return Truth.NO;
        }
        if (value instanceof Folded.Partial partial) {
            String prefix = partial.prefix();
            return prefix.startsWith(operand)
                    ? Truth.YES
                    : operand.startsWith(prefix) ? Truth.UNKNOWN : Truth.NO;
        }
        return whole(value, text -> text.startsWith(operand));
    }

    private static Truth endsWith(Folded value, String operand) {
        if (value instanceof Folded.Partial partial) {
            String suffix = partial.suffix();
            return suffix.endsWith(operand)
                    ? Truth.YES
                    : operand.endsWith(suffix) ? Truth.UNKNOWN : Truth.NO;
        }
        return whole(value, text -> text.endsWith(operand));
    }

    private static Truth contains(Folded value, String operand) {
        if (value instanceof Folded.Partial partial) {
            boolean there =
                    partial.prefix().contains(operand) || partial.suffix().contains(operand);
            return there ? Truth.YES : Truth.UNKNOWN;
        }
        return whole(value, text -> text.contains(operand));
    }

    private static Truth whole(Folded value, Function<String, Boolean> test) {
        if (value instanceof Folded.Nothing || value instanceof Folded.Structure) {
            return Truth.NO;
        }
        return value.text().map(text -> Truth.of(test.apply(text))).orElse(Truth.UNKNOWN);
    }

    /** Whether the first word of a value is one of the words of a setting. */
    private static Truth among(Folded value, List<String> settings, LinkedUnit unit) {
        Optional<String> written = value.text().map(String::strip).filter(text -> !text.isEmpty());
        if (written.isEmpty()) {
            return Truth.UNKNOWN;
        }
        String word = written.get().split("\\s+")[0];
        Truth any = Truth.NO;
        for (String name : settings) {
            Optional<String> words =
                    unit.unit().setting(name).flatMap(setting -> setting.value().text());
            any =
                    any.or(
                            words.map(all -> Truth.of(List.of(all.split("\\s+")).contains(word)))
                                    .orElse(Truth.UNKNOWN));
        }
        return any;
    }

    private static Truth under(Folded value, List<String> folders, LinkedUnit unit) {
        Truth any = Truth.NO;
        if (value instanceof Folded.Nothing) {
            return any;
        }
        for (String named : folders) {
            List<String> absolute = absolute(named, unit);
            for (String folder : absolute) {
                any = any.or(FoldedPaths.isUnder(value, folder));
            }
            boolean unclearMount =
                    named.equals("mount")
                            && writable(unit).stream()
                                    .anyMatch(mount -> mount.path() instanceof Value.Unknown);
            if (unclearMount) {
                any = any.or(Truth.UNKNOWN);
            }
            if (absolute.isEmpty() && !Tests.isKnown(value)) {
                any = any.or(named.equals("mount") ? Truth.NO : Truth.UNKNOWN);
            }
        }
        return any;
    }

    /** Mounts but for those of kinds that the host says cannot be written to. */
    private static List<DeploymentUnit.Mount> writable(LinkedUnit unit) {
        Set<String> readOnly =
                unit.host()
                        .map(host -> host.traits().get(READ_ONLY_MOUNTS))
                        .map(fact -> Set.of(fact.says().strip().split("\\s+")))
                        .orElse(Set.of());
        return unit.unit().mounts().stream().filter(mount -> !readOnly.contains(mount.kind())).toList();
    }

    private static List<String> absolute(String named, LinkedUnit unit) {
        List<String> folders = new ArrayList<>();
        switch (named) {
            case "temporary-folder", "writable" -> {
                folders.add("/tmp");
                unit.host().ifPresent(host -> folders.addAll(host.writableFolders()));
            }
            case "mount" -> {
                for (DeploymentUnit.Mount mount : writable(unit)) {
                    mount.path()
                            .text()
                            .ifPresent(
                                    path -> {
                                        folders.add(path);
                                        relative(path, unit).ifPresent(folders::add);
                                    });
                }
            }
            default -> folders.add(named);
        }
        return folders;
    }

    /** A folder of the unit's file system as its process may write it, from where it starts. */
    private static Optional<String> relative(String path, LinkedUnit unit) {
        Optional<String> start =
                unit.unit()
                        .setting(SettingName.WORKING_FOLDER)
                        .flatMap(folder -> folder.value().text());
        if (start.isEmpty() || !(path + "/").startsWith(start.get().replaceAll("/$", "") + "/")) {
            return Optional.empty();
        }
        String rest = path.substring(start.get().replaceAll("/$", "").length());
        return Optional.of("." + rest);
    }

    private static Truth order(
            Folded value, Condition.Test test, Function<Double, Boolean> accepts) {
        Optional<Quantity> limit = test.first().flatMap(Quantity::parse);
        Optional<Double> measured = measure(value);
        if (limit.isEmpty() || measured.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(accepts.apply(measured.get() - limit.get().value()));
    }

    /** A number, or text with a unit of measure such as {@code 50mb}, in base units. */
    static Optional<Double> measure(Folded value) {
        Optional<Double> number = value.number();
        if (number.isPresent()) {
            return number;
        }
        return value.text().flatMap(Tests::quantity);
    }

    /** Libraries' {@code 50mb} means MiB, as their documentation of {@code bytes} says. */
    private static Optional<Double> quantity(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.endsWith("mb") && !lower.endsWith("mib")) {
            return Quantity.parse(lower.substring(0, lower.length() - 2).strip())
                    .map(count -> count.value() * BYTES_PER_MIB);
        }
        return Quantity.parse(lower).map(Quantity::value);
    }
}
