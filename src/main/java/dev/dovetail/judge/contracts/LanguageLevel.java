package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.source.Binding;
import dev.dovetail.source.Expr;
import dev.dovetail.source.Import;
import dev.dovetail.source.SourceSummary;
import dev.dovetail.source.Use;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code asks nothing of its language that the runtime it is given does not have yet, or any more. */
public final class LanguageLevel implements ContractRule {

    /** {@code nodejs18.x}, {@code python3.9}, {@code java17}, {@code java8.al2}. */
    private static final Pattern RUNTIME =
            Pattern.compile("(nodejs|python|java)(\\d{1,2})(?:\\.(\\d{1,2}))?(?:\\.x|\\.al2)?");

    private static final int OTHERS = 5;

    /** A language's version: 3.10 is 3 and 10, 18 is 18 and 0. */
    private record Version(int major, int minor) {
        boolean isBefore(Version other) {
            return major < other.major || major == other.major && minor < other.minor;
        }

        static Version of(String text) {
            String[] parts = text.split("\\.");
            return new Version(
                    Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }

        @Override
        public String toString() {
            return minor == 0 ? String.valueOf(major) : major + "." + minor;
        }
    }

    /** The runtime that config names, by its language's id. */
    private record Runtime(String language, Version version, Setting setting) {}

    /** Something in code that needs a version, or that one takes away. */
    private record Need(String name, String version, boolean removed, Place place) {}

    @Override
    public String id() {
        return "language-level";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Optional<Runtime> runtime = runtime(unit);
        if (runtime.isEmpty()
                || !unit.codeIsKnown()
                || unit.assumed()
                || choosesItsOwn(unit, contract, surroundings)) {
            return List.of();
        }
        List<Need> needs = new ArrayList<>();
        for (SourceSummary file : unit.files()) {
            if (file.language().id().equals(runtime.get().language()) && !isCompiled(file)) {
                syntax(contract, file, needs);
                imports(unit, contract, surroundings, file, needs);
            }
        }
        unit.uses().forEach(use -> calls(unit, contract, use, runtime.get(), needs));
        List<Need> broken =
                needs.stream().filter(need -> isBroken(need, runtime.get().version())).distinct().toList();
        return broken.isEmpty()
                ? List.of()
                : List.of(finding(unit, contract, runtime.get(), broken));
    }

    private static Optional<Runtime> runtime(LinkedUnit unit) {
        Optional<Setting> setting = unit.unit().setting(SettingName.RUNTIME);
        Matcher word = RUNTIME.matcher(setting.flatMap(set -> set.value().text()).orElse(""));
        if (setting.isEmpty() || !word.matches()) {
            return Optional.empty();
        }
        String language = word.group(1).equals("nodejs") ? "javascript" : word.group(1);
        // nodejs18.19 has what 18 has, as far as is known here.
        String minor = language.equals("python") && word.group(3) != null ? word.group(3) : "0";
        boolean whole = !language.equals("python") || word.group(3) != null;
        return whole
                ? Optional.of(
                        new Runtime(
                                language,
                                new Version(Integer.parseInt(word.group(2)), Integer.parseInt(minor)),
                                setting.get()))
                : Optional.empty();
    }

    /** Whether a tool in image or command may bring another version than the one that is named. */
    private static boolean choosesItsOwn(
            LinkedUnit unit, Contract contract, Surroundings surroundings) {
        return unit.unit().way().stream()
                .map(Place::file)
                .distinct()
                .flatMap(file -> surroundings.manifests().workspace().read(file).stream())
                .anyMatch(text -> contract.table("version-managers").keySet().stream().anyMatch(text::contains));
    }

    /** Whether a compiler writes older forms of the language than the file has. */
    private static boolean isCompiled(SourceSummary file) {
        return Paths.extension(file.file()).matches("[cm]?tsx?|jsx");
    }

    private static void syntax(Contract contract, SourceSummary file, List<Need> needs) {
        Map<String, String> known = contract.table(file.language().id() + "-syntax");
        for (SourceSummary.Syntax each : file.syntax()) {
            String says = known.get(each.name());
            if (says != null) {
                String[] words = says.split(" ", 2);
                needs.add(new Need(words[1], words[0], false, file.place(each.region())));
            }
        }
    }

    /** Modules that are imported, and names that are imported from them. */
    private static void imports(
            LinkedUnit unit,
            Contract contract,
            Surroundings surroundings,
            SourceSummary file,
            List<Need> needs) {
        Map<String, String> added = contract.table(file.language().id());
        Map<String, String> removed = contract.table(file.language().id() + "-removed");
        for (Import imported : file.imports()) {
            if (!mustSucceed(imported) || !unit.resolver().filesOf(file, imported).isEmpty()) {
                continue;
            }
            String module = imported.specifier();
            Place place = file.place(imported.region());
            if (added.containsKey(module)) {
                needs.add(new Need(module, added.get(module), false, place));
            }
            String first = module.replaceFirst("\\..*", "");
            if (removed.containsKey(first) && !hasSuccessor(unit, contract, surroundings, file, first)) {
                needs.add(new Need(first, removed.get(first), true, place));
            }
        }
        for (Binding binding : file.bindings()) {
            for (Expr value : binding.values()) {
                if (value instanceof Expr.Member member
                        && member.object() instanceof Expr.Module module
                        && mustSucceed(file.imports().get(module.importId()))) {
                    Import from = file.imports().get(module.importId());
                    String name = from.specifier() + "." + member.name();
                    if (added.containsKey(name)) {
                        needs.add(new Need(name, added.get(name), false, file.place(from.region())));
                    }
                }
            }
        }
    }

    /** Whether a manifest names a distribution that brings back a module which was taken out. */
    private static boolean hasSuccessor(
            LinkedUnit unit,
            Contract contract,
            Surroundings surroundings,
            SourceSummary file,
            String module) {
        PythonPackages packages = new PythonPackages(unit, contract, surroundings);
        return List.of(module, "legacy-" + module, "standard-" + module, "py" + module, module + "-lts")
                .stream()
                .anyMatch(name -> packages.mayHave(file.file(), name));
    }

    private static boolean mustSucceed(Import imported) {
        return (imported.kind() == Import.Kind.STATIC || imported.kind() == Import.Kind.REQUIRE)
                && imported.definition() == SourceSummary.MODULE
                && imported.guard() < 0
                && !imported.caught();
    }

    private static void calls(
            LinkedUnit unit, Contract contract, ReachedUse use, Runtime runtime, List<Need> needs) {
        boolean plain =
                (use.use().kind() == Use.Kind.CALL || use.use().kind() == Use.Kind.CONSTRUCT)
                        && use.certain()
                        && use.use().guard() < 0
                        && !use.use().caught()
                        && use.file().language().id().equals(runtime.language());
        if (!plain) {
            return;
        }
        Map<String, String> added = contract.table(runtime.language());
        for (String path : use.paths()) {
            String version = added.get(path + "()");
            if (version != null && !isMended(unit, contract, path)) {
                needs.add(new Need(path, version, false, use.place()));
            }
        }
    }

    /** Whether the code, or a library that it imports, gives the runtime what it lacks. */
    private static boolean isMended(LinkedUnit unit, Contract contract, String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return unit.files().stream()
                        .flatMap(file -> file.imports().stream())
                        .anyMatch(imported -> contract.table("polyfills").keySet().stream().anyMatch(imported.specifier()::startsWith))
                || unit.files().stream()
                        .flatMap(file -> file.writes().stream())
                        .anyMatch(
                                write ->
                                        write.target() instanceof Expr.Member member
                                                && member.name().equals(name));
    }

    private static boolean isBroken(Need need, Version runtime) {
        Version named = Version.of(need.version());
        return need.removed() != runtime.isBefore(named);
    }

    private static Finding finding(
            LinkedUnit unit, Contract contract, Runtime runtime, List<Need> broken) {
        Need first = broken.get(0);
        return Findings.broken(
                        contract,
                        first.removed() ? "removed" : "too-new",
                        unit,
                        Map.of(
                                "name", first.name(),
                                "version", first.version(),
                                "runtime", runtime.setting().value().text().orElse("")))
                .codeLabel("needs " + (first.removed() ? "a version before " : "") + first.version())
                .config(runtime.setting().place().orElse(unit.unit().place()), "runs " + runtime.version())
                .related(
                        broken.stream()
                                .skip(1)
                                .limit(OTHERS)
                                .map(need -> new Finding.Step(need.place(), need.name() + ", " + need.version()))
                                .toList())
                .at(first.place());
    }
}
