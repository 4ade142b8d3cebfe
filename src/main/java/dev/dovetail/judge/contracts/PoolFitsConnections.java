package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Shown;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All copies of a unit together open no more connections than its database takes. */
public final class PoolFitsConnections implements ContractRule {

    private static final Pattern FILES =
            Pattern.compile(".*\\.(?:ya?ml|conf|cnf|tf|toml|env)|(?:.*/)?Dockerfile.*");

    /** The most connections that some config allows, and the line that says so. */
    private record Limit(double connections, Place place) {}

    /** A pool that code opens, and its most connections. */
    private record Pool(double size, Place place) {}

    @Override
    public String id() {
        return "pool-fits-connections";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Setting> processes =
                unit.unit()
                        .setting(SettingName.MOST_PROCESSES)
                        .or(() -> unit.unit().setting(SettingName.PROCESSES))
                        .filter(set -> set.value().number().filter(number -> number > 1).isPresent());
        if (processes.isEmpty() || !unit.codeIsKnown() || unit.assumed()) {
            return List.of();
        }
        List<Pool> pools = pools(unit, contract);
        Optional<Limit> limit =
                pools.size() == 1 ? limit(contract, surroundings.manifests().workspace()) : Optional.empty();
        double copies = processes.get().value().number().orElse(1.0);
        if (limit.isEmpty() || pools.get(0).size() * copies <= limit.get().connections()) {
            return List.of();
        }
        Pool pool = pools.get(0);
        Map<String, String> values =
                Map.of(
                        "size", Shown.number(pool.size()),
                        "copies", Shown.number(copies),
                        "all", Shown.number(pool.size() * copies),
                        "limit", Shown.number(limit.get().connections()));
        return List.of(
                Findings.broken(contract, "too-many", unit, values)
                        .codeLabel("opens up to " + values.get("size"))
                        .config(processes.get().place().orElse(unit.unit().place()), "says how many run")
                        .related(List.of(new Finding.Step(limit.get().place(), "allows " + values.get("limit"))))
                        .at(pool.place()));
    }

    private static List<Pool> pools(LinkedUnit unit, Contract contract) {
        List<Pool> found = new ArrayList<>();
        Set<Place> seen = new LinkedHashSet<>();
        for (ReachedUse use : unit.uses()) {
            for (String path : use.paths()) {
                String option = contract.table("pools").get(path + "()");
                Optional<Double> size =
                        option == null || !use.certain()
                                ? Optional.empty()
                                : option(use.use(), List.of(option.split("\\.")))
                                        .map(value -> unit.folder().fold(use.file(), value))
                                        .flatMap(Folded::number);
                if (size.isPresent() && seen.add(use.place())) {
                    found.add(new Pool(size.get(), use.place()));
                }
            }
        }
        return found;
    }

    /** An option by keyword, or as a property, at any depth, of an object that is given. */
    private static Optional<Expr> option(Use use, List<String> path) {
        for (Use.Argument argument : use.arguments()) {
            if (path.get(0).equals(argument.name())) {
                return Optional.of(argument.value());
            }
            Optional<Expr> within = property(argument.value(), path);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private static Optional<Expr> property(Expr value, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        return value instanceof Expr.ObjectOf object
                ? object.properties().stream()
                        .filter(each -> each.name().equals(path.get(0)))
                        .findFirst()
                        .flatMap(each -> property(each.value(), path.subList(1, path.size())))
                : Optional.empty();
    }

    /** The one limit that config gives a database; empty for none and for several. */
    private static Optional<Limit> limit(Contract contract, Workspace workspace) {
        List<Limit> found = new ArrayList<>();
        for (String file : workspace.files()) {
            if (!FILES.matcher(file).matches()) {
                continue;
            }
            String text = workspace.read(file).orElse("");
            for (String word : contract.table("limits").keySet()) {
                Matcher set = Pattern.compile(Pattern.quote(word) + "[\"']?\\s*[=:]\\s*[\"']?(\\d{1,6})\\b").matcher(text);
                while (text.contains(word) && set.find()) {
                    int line = (int) text.substring(0, set.end()).lines().count();
                    found.add(new Limit(Double.parseDouble(set.group(1)), new Place(file, new Region(line, 1, line, 2))));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
