package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Level;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.Context;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.source.Write;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Variables that code needs are given by config, and config gives none that the platform keeps. */
public final class EnvDeclared implements ContractRule {

    /** A platform's fact that lists the variables which config must not set. */
    private static final String RESERVED = "reserved-variables";

    private static final String ELSEWHERE = "environment-elsewhere";

    /** A platform's fact that config is the only place, though on the one it is like there are others. */
    private static final String COMPLETE = "environment-complete";
    private static final String PREFIX = "process.env.";

    @Override
    public String id() {
        return "env-declared";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>(reserved(unit, contract));
        tooLarge(unit, contract).ifPresent(findings::add);
        missingKey(unit, contract).ifPresent(findings::add);
        findings.addAll(links(unit, contract));
        Platform host = unit.host().orElseThrow();
        boolean complete =
                unit.unit().environmentKnown()
                        && !unit.unit().environment().isEmpty()
                        && (!host.traits().containsKey(ELSEWHERE)
                                || host.traits().containsKey(COMPLETE));
        if (complete && !VariableLoaders.areUsedBy(unit, surroundings.knowledge())) {
            Set<String> optional = contract.table("optional").keySet();
            Map<String, ReachedUse> needed = needed(unit);
            Set<String> spare = new HashSet<>(unit.unit().environment().keySet());
            spare.removeAll(asked(unit));
            needed.forEach(
                            (name, use) -> {
                                if (!host.environment().containsKey(name)
                                        && !unit.unit().environment().containsKey(name)
                                        && !isServiceLink(name, unit)
                                        && !isOptional(name, optional)) {
                                    findings.add(undeclared(unit, contract, name, spare, use));
                                }
                            });
        }
        return findings;
    }

    private static Optional<Finding> missingKey(LinkedUnit unit, Contract contract) {
        Optional<Setting> missing = unit.unit().setting(SettingName.MISSING_KEY);
        Optional<String> key = missing.flatMap(setting -> setting.value().text());
        return missing.flatMap(Setting::place)
                .map(
                        place ->
                                Findings.broken(contract, "missing-key", unit, Map.of("key", key.orElse("")))
                                        .level(Level.ERROR)
                                        .codeLabel("asks for it")
                                        .config(unit.unit().place(), "deploys " + unit.unit().name())
                                        .at(place));
    }

    /** Whether the platform sets a variable for a service beside the unit. */
    private static boolean isServiceLink(String name, LinkedUnit unit) {
        return isLinkOf(name.replaceFirst("_(SERVICE_HOST|SERVICE_PORT|PORT)(_.*)?$", ""), name, unit);
    }

    private static boolean isLinkOf(String service, String name, LinkedUnit unit) {
        return !service.equals(name)
                && unit.unit()
                        .setting(SettingName.SERVICE_LINKS)
                        .flatMap(setting -> setting.value().text())
                        .filter(all -> List.of(all.split(" ")).contains(service))
                        .isPresent();
    }

    /** Ports that code asks for and the platform sets to the address of a service of that name. */
    private static List<Finding> links(LinkedUnit unit, Contract contract) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        if (unit.unit().setting(SettingName.SERVICE_LINKS).isEmpty()) {
            return List.of();
        }
        for (ReachedUse use : unit.uses()) {
            Optional<String> read =
                    use.paths().stream()
                            .filter(path -> path.startsWith(PREFIX) && use.use().kind() == Use.Kind.READ)
                            .map(path -> path.substring(PREFIX.length()))
                            .findFirst();
            String name = askedFor(unit, use).or(() -> read).orElse("");
            boolean meant =
                    name.endsWith("_PORT")
                            && isLinkOf(name.replaceFirst("_PORT$", ""), name, unit)
                            && !unit.unit().environment().containsKey(name);
            if (meant && unit.unit().environmentKnown() && use.certain()) {
                findings.computeIfAbsent(
                        name,
                        key ->
                                Findings.broken(contract, "service-link", unit, Map.of("variable", name))
                                        .level(Level.ERROR)
                                        .codeLabel("reads " + name)
                                        .config(unit.unit().place(), "does not set it for " + unit.unit().name())
                                        .wayTo(use.step())
                                        .at(use.place()));
            }
        }
        return List.copyOf(findings.values());
    }

    private static List<Finding> reserved(LinkedUnit unit, Contract contract) {
        Platform.Fact fact = unit.host().orElseThrow().traits().get(RESERVED);
        if (fact == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (String name : fact.says().strip().split("\\s+")) {
            Setting setting = unit.unit().environment().get(name);
            if (setting != null && setting.place().isPresent()) {
                findings.add(
                        Findings.broken(contract, "reserved", unit, Map.of("variable", name))
                                .level(Level.ERROR)
                                .codeLabel("sets " + name)
                                .config(unit.unit().place(), "deploys " + unit.unit().name())
                                .fact(unit.host().get().name(), fact.source())
                                .at(setting.place().get()));
            }
        }
        return findings;
    }

    /** Variables that are more than the platform takes, counting only values that are known. */
    private static Optional<Finding> tooLarge(LinkedUnit unit, Contract contract) {
        Platform host = unit.host().orElseThrow();
        Platform.Limit limit = host.limits().get("environment-size");
        double size = 0;
        for (Map.Entry<String, Setting> variable : unit.unit().environment().entrySet()) {
            String value = variable.getValue().value().text().orElse("");
            size += (variable.getKey() + value).getBytes(StandardCharsets.UTF_8).length;
        }
        if (limit == null
                || limit.maximum().isEmpty()
                || size <= limit.maximum().get().value()) {
            return Optional.empty();
        }
        Map<String, String> values =
                Map.of(
                        "size", Shown.size(size),
                        "limit", Shown.size(limit.maximum().get().value()));
        return Optional.of(
                Findings.broken(contract, "too-large", unit, values)
                        .level(Level.ERROR)
                        .codeLabel("declares " + Shown.size(size) + " of variables")
                        .fact(host.name(), limit.source())
                        .at(unit.unit().place()));
    }

    private static Finding undeclared(
            LinkedUnit unit,
            Contract contract,
            String name,
            Set<String> spare,
            ReachedUse use) {
        Map<String, String> values = new HashMap<>();
        values.put("variable", name);
        values.put("count", String.valueOf(unit.unit().environment().size()));
        String nearest = nearest(name, spare);
        values.put("found", nearest);
        boolean atStart = use.step().context() == Context.START;
        String message =
                !nearest.isEmpty()
                        ? "misspelled"
                        : atStart ? "undeclared-at-start" : "undeclared";
        return Findings.broken(contract, message, unit, values)
                .codeLabel("reads " + name)
                .config(unit.unit().place(), "does not give it to " + unit.unit().name())
                .wayTo(use.step())
                .at(use.place());
    }

    /** Names that are written so that code may ask for them in vain: {@code LOG_LEVEL}, {@code X_DEBUG}. */
    private static boolean isOptional(String name, Set<String> optional) {
        for (String word : optional) {
            if (("_" + name + "_").contains("_" + word + "_")) {
                return true;
            }
        }
        return false;
    }

    /** Variables without which the code does not do its work, each with where it is first read. */
    private static Map<String, ReachedUse> needed(LinkedUnit unit) {
        Map<String, ReachedUse> reads = new LinkedHashMap<>();
        Set<String> excused = new HashSet<>();
        Map<SourceSummary, Set<Expr>> tested = new HashMap<>();
        for (ReachedUse use : unit.uses()) {
            Optional<String> asked = askedFor(unit, use);
            if (asked.isPresent()) {
                Set<Expr> looked = tested.computeIfAbsent(use.file(), Exprs::tested);
                if (use.use().guard() >= 0 || isExcused(use, new Expr.Result(use.use().id()), looked)
                        || isPassedToCall(use)) {
                    excused.add(asked.get());
                } else if (use.certain() && use.use().outcome() != Use.Outcome.DROPPED) {
                    reads.putIfAbsent(asked.get(), use);
                }
                continue;
            }
            for (String path : use.paths()) {
                if (!path.startsWith(PREFIX) || path.indexOf('.', PREFIX.length()) >= 0) {
                    continue;
                }
                String name = path.substring(PREFIX.length());
                Set<Expr> looked = tested.computeIfAbsent(use.file(), Exprs::tested);
                if (use.use().kind() != Use.Kind.READ
                        || use.use().guard() >= 0
                        || isExcused(use, use.use().target(), looked)) {
                    excused.add(name);
                } else if (use.certain() && use.use().outcome() != Use.Outcome.DROPPED) {
                    reads.putIfAbsent(name, use);
                }
            }
        }
        reads.keySet().removeAll(excused);
        reads.keySet().removeAll(setByCode(unit));
        return reads;
    }

    /** Names of all variables that the code asks for, in whatever way. */
    private static Set<String> asked(LinkedUnit unit) {
        Set<String> names = new HashSet<>();
        for (ReachedUse use : unit.uses()) {
            askedFor(unit, use).ifPresent(names::add);
            for (String path : use.paths()) {
                if (path.startsWith(PREFIX)) {
                    names.add(path.substring(PREFIX.length()));
                }
            }
        }
        return names;
    }

    /** The variable that a call such as {@code System.getenv("X")} asks for. */
    private static Optional<String> askedFor(LinkedUnit unit, ReachedUse use) {
        boolean asks =
                use.use().kind() == Use.Kind.CALL
                        && use.use().arguments().size() == 1
                        && unit.resolver().facts().isCallThatFolds(use.paths(), "environment");
        return asks
                ? unit.folder().fold(use.file(), use.use().arguments().get(0).value()).text()
                : Optional.empty();
    }

    /** What takes the value may do without it: {@code Optional.ofNullable}, {@code isBlank}. */
    private static boolean isPassedToCall(ReachedUse read) {
        Expr result = new Expr.Result(read.use().id());
        return read.file().uses().stream()
                .filter(use -> use.kind() == Use.Kind.CALL)
                .flatMap(use -> use.arguments().stream())
                .anyMatch(argument -> argument.value().equals(result));
    }

    /** Variables that the code gives itself: {@code process.env.X = '1'}. */
    private static Set<String> setByCode(LinkedUnit unit) {
        Set<String> names = new HashSet<>();
        for (SourceSummary file : unit.files()) {
            for (Write write : file.writes()) {
                for (String path : unit.resolver().paths(file, write.target())) {
                    if (path.startsWith(PREFIX)) {
                        names.add(path.substring(PREFIX.length()));
                    }
                }
            }
        }
        return names;
    }

    /** Whether the file looks if the variable is there, or has something to take in its place. */
    private static boolean isExcused(ReachedUse use, Expr read, Set<Expr> tested) {
        if (tested.contains(read)) {
            return true;
        }
        for (Binding binding : use.file().bindings()) {
            if (binding.values().contains(read)
                    && (binding.values().size() > 1
                            || binding.kind() == Binding.Kind.PARAMETER
                            || tested.contains(new Expr.Ref(binding.id())))) {
                return true;
            }
        }
        return false;
    }

    /** A declared name that differs by case, by one character, or by a separator alone. */
    private static String nearest(String name, Set<String> declared) {
        String plain = plain(name);
        return declared.stream()
                .sorted()
                .filter(other -> plain(other).equals(plain) || Spelling.isOneApart(plain, plain(other)))
                .findFirst()
                .orElse("");
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
