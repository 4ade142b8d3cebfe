package dev.dovetail.judge.contracts;

import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.source.Import;
import java.util.Set;

/** Packages by which code sets variables itself, from a file or a service. */
final class VariableLoaders {

    private static final String CONTRACT = "env-declared";

    private VariableLoaders() {}

    /** Whether a unit's variables may be others than config gives, for its code loads some. */
    static boolean areUsedBy(LinkedUnit unit, Knowledge knowledge) {
        Contract words = knowledge.contracts().get(CONTRACT);
        Set<String> loaders = words == null ? Set.of() : words.table("loaders").keySet();
        return unit.files().stream()
                .flatMap(file -> file.imports().stream())
                .map(Import::specifier)
                .anyMatch(
                        specifier ->
                                loaders.contains(specifier)
                                        || loaders.contains(specifier.replaceAll("/.*", "")));
    }
}
