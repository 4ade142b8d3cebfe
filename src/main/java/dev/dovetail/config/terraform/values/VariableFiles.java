package dev.dovetail.config.terraform.values;

import dev.dovetail.config.terraform.hcl.Body;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the {@code *.tfvars} of a root module set:
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files.
 */
final class VariableFiles {

    private final Folders folders;
    private final ModuleFolder root;

    VariableFiles(Folders folders, ModuleFolder root) {
        this.folders = folders;
        this.root = root;
    }

    /**
     * Values of variables. Files that are read without being named come first; of the others one is
     * chosen by {@code -var-file}, so that what they do not agree on is not known.
     */
    Map<String, Term> values() {
        Map<String, Term> values = new HashMap<>();
        List<String> chosen = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (String file : folders.workspace().filesUnder(root.folder())) {
            if (!file.endsWith(".tfvars") && !file.endsWith(".tfvars.json")) {
                continue;
            }
            boolean automatic =
                    Paths.parent(file).equals(root.folder())
                            && (file.contains(".auto.tfvars") || Paths.name(file).startsWith("terraform.tfvars"));
            (automatic ? own : chosen).add(file);
        }
        own.sort((one, other) -> Boolean.compare(one.contains(".auto.tfvars"), other.contains(".auto.tfvars")));
        own.forEach(file -> values.putAll(read(file)));
        choose(chosen.stream().map(this::read).toList(), values);
        return values;
    }

    private void choose(List<Map<String, Term>> files, Map<String, Term> values) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.addAll(file.keySet()));
        for (String name : names) {
            List<Term> candidates = files.stream().map(file -> file.get(name)).filter(Objects::nonNull).toList();
            Term first = candidates.get(0);
            boolean everywhere = candidates.size() == files.size();
            boolean same = candidates.stream().allMatch(each -> isSame(each, first));
            values.put(name, everywhere && same ? first : Term.unknown(first.place()));
        }
    }

    private static boolean isSame(Term one, Term other) {
        if (one instanceof Term.Elements list && other instanceof Term.Elements others) {
            boolean same = list.elements().size() == others.elements().size();
            for (int i = 0; same && i < list.elements().size(); i++) {
                same = isSame(list.elements().get(i), others.elements().get(i));
            }
            return same;
        }
        if (one instanceof Term.Members map && other instanceof Term.Members others) {
            return map.entries().keySet().equals(others.entries().keySet())
                    && map.entries().entrySet().stream()
                            .allMatch(each -> isSame(each.getValue().value(), Objects.requireNonNull(others.entries().get(each.getKey())).value()));
        }
        return one.text().isPresent() && one.text().equals(other.text());
    }

    private Map<String, Term> read(String file) {
        Map<String, Term> values = new HashMap<>();
        Module nowhere = Module.root(ModuleFolder.of(root.folder(), List.of()), folders, Map.of());
        for (Body.Attribute each : folders.variables(file).attributes()) {
            Term value = nowhere.evaluate(each.value());
            values.put(each.name(), value.isUnknown() ? Term.unknown(Place.startOf(file)) : value);
        }
        return values;
    }
}
