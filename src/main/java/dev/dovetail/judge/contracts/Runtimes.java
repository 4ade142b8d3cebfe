package dev.dovetail.judge.contracts;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The language runtime that a unit's config names. */
final class Runtimes {

    /**
     * A runtime that config names.
     *
     * @param name the platform's word
     * @param known what the platform says of it; empty for a word that it does not have
     * @param place the line that names it, or the unit's when a tool's default does
     * @param byDefault whether config names none and the deployment tool takes this one
     */
    record Named(
            String name, Optional<Platform.Runtime> known, Place place, boolean byDefault) {

        /** Major version of the language; empty when the platform does not know it. */
        Optional<Integer> major() {
            return known.flatMap(runtime -> leadingNumber(runtime.version()));
        }

        boolean isLanguage(String language) {
            return known.filter(runtime -> runtime.language().equals(language)).isPresent();
        }
    }

    private Runtimes() {}

    /** The runtime of a unit; empty for images and where none is named or known. */
    static Optional<Named> of(LinkedUnit unit) {
        Optional<Setting> setting = unit.unit().setting(SettingName.RUNTIME);
        boolean image =
                unit.unit()
                        .setting(SettingName.PACKAGE_TYPE)
                        .flatMap(type -> type.value().text())
                        .filter("image"::equals)
                        .isPresent();
        if (image || unit.host().isEmpty()) {
            return Optional.empty();
        }
        return setting.flatMap(
                named ->
                        named.value()
                                .text()
                                .map(
                                        name ->
                                                new Named(
                                                        name,
                                                        Optional.ofNullable(
                                                                unit.host()
                                                                        .get()
                                                                        .runtimes()
                                                                        .get(name)),
                                                        named.place()
                                                                .orElse(unit.unit().place()),
                                                        named.origin()
                                                                == Setting.Origin.DEFAULT)));
    }

    /** The platform's one word for a major version of a language; empty when it has none or several. */
    static Optional<String> named(Platform host, String language, int major) {
        List<String> names =
                host.runtimes().entrySet().stream()
                        .filter(entry -> entry.getValue().language().equals(language))
                        .filter(
                                entry ->
                                        leadingNumber(entry.getValue().version())
                                                .filter(version -> version == major)
                                                .isPresent())
                        .map(Map.Entry::getKey)
                        .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    static Optional<Integer> leadingNumber(String version) {
        int end = 0;
        while (end < version.length() && end < 6 && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return end == 0 ? Optional.empty() : Optional.of(Integer.valueOf(version.substring(0, end)));
    }
}
