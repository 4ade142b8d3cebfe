package dev.dovetail.judge.contracts;

import dev.dovetail.config.SettingName;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What installs a unit's libraries besides its manifests. */
final class Installers {

    private final LinkedUnit unit;
    private final Contract contract;
    private final ContractRule.Surroundings surroundings;

    Installers(LinkedUnit unit, Contract contract, ContractRule.Surroundings surroundings) {
        this.unit = unit;
        this.contract = contract;
        this.surroundings = surroundings;
    }

    /** Whether layers or the base image may hold libraries that nothing in the workspace names. */
    boolean mayBringOthers() {
        Optional<String> base =
                unit.unit().setting(SettingName.BASE_IMAGE).flatMap(set -> set.value().text());
        boolean inImage = unit.unit().setting(SettingName.BASE_IMAGE).isPresent();
        boolean plain =
                base.map(name -> name.replaceFirst("[:@].*", "").replaceFirst("^(docker\\.io/)?(library/)?", ""))
                        .filter(contract.table("plain-bases")::containsKey)
                        .isPresent();
        return unit.unit().setting(SettingName.LAYERS).isPresent()
                || unit.unit().setting(SettingName.HANDLER_MAY_DIFFER).isPresent()
                || inImage && !plain;
    }

    /** Whether a file between config and entry point, such as the Dockerfile, names a library. */
    boolean name(String library) {
        Set<String> files = new LinkedHashSet<>();
        unit.unit().way().forEach(place -> files.add(place.file()));
        unit.unit().setting(SettingName.BASE_IMAGE).flatMap(set -> set.place()).map(Place::file).ifPresent(files::add);
        files.add(unit.unit().place().file());
        return files.stream()
                // A package.json on the way has its own say.
                .filter(file -> !file.endsWith(".json"))
                .flatMap(file -> surroundings.manifests().workspace().read(file).stream())
                .anyMatch(text -> mentions(text, library));
    }

    /** Whether a text has a name as a whole word, with {@code -}, {@code _} and {@code .} the same. */
    static boolean mentions(String text, String name) {
        String plain = normal(text);
        String asked = normal(name);
        for (int at = plain.indexOf(asked); at >= 0; at = plain.indexOf(asked, at + 1)) {
            char before = at == 0 ? ' ' : plain.charAt(at - 1);
            int end = at + asked.length();
            char after = end == plain.length() ? ' ' : plain.charAt(end);
            if (isBoundary(before) && isBoundary(after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(char c) {
        return !Character.isLetterOrDigit(c) && c != '-';
    }

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private static String normal(String text) {
        return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
