package dev.dovetail.judge;

import dev.dovetail.config.project.JavaBuild;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import dev.dovetail.source.Language;
import dev.dovetail.workspace.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Dependencies as the manifests in and above a unit's folder declare them. */
public final class ManifestDependencies implements Dependencies {

    private final Manifests manifests;

    public ManifestDependencies(Manifests manifests) {
        this.manifests = manifests;
    }

    @Override
    public Truth declares(LinkedUnit unit, List<String> names) {
        List<String> ofMaven = names.stream().filter(name -> name.contains(":")).toList();
        List<String> ofNpm = names.stream().filter(name -> !name.contains(":")).toList();
        boolean declared =
                !ofNpm.isEmpty() && npm(unit).stream().anyMatch(ofNpm::contains)
                        || !ofMaven.isEmpty()
                                && javaBuild(unit)
                                        .filter(build -> build.declares(ofMaven))
                                        .isPresent();
        // Where there is no manifest, nothing is declared.
        return Truth.of(declared);
    }

    private Set<String> npm(LinkedUnit unit) {
        Set<String> declared = new TreeSet<>();
        for (String folder : Manifests.upward(unit.unit().folder())) {
            manifests
                    .packageIn(folder)
                    .map(PackageJson::allDependencies)
                    .ifPresent(declared::addAll);
        }
        return declared;
    }

    private Optional<JavaBuild> javaBuild(LinkedUnit unit) {
        return runsJava(unit)
                ? manifests.javaBuildFor(Paths.parent(unit.files().get(0).file()))
                : Optional.empty();
    }

    @Override
    public Folded property(LinkedUnit unit, String name) {
        return runsJava(unit)
                ? unit.folder().properties().value(unit.files().get(0), name)
                : new Folded.Nothing();
    }

    private static boolean runsJava(LinkedUnit unit) {
        return unit.files().stream().anyMatch(file -> file.language() == Language.JAVA);
    }
}
