package dev.dovetail.judge;

import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Truth;
import dev.dovetail.source.Language;
import dev.dovetail.workspace.Paths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Dependencies as the manifests in and above a unit's folder declare them. */
final class ManifestDependencies implements Dependencies {

    private final Manifests manifests;

    ManifestDependencies(Manifests manifests) {
        this.manifests = manifests;
    }

    @Override
    public Truth declares(LinkedUnit unit, List<String> names) {
        Set<String> declared = new TreeSet<>();
        boolean any = false;
        for (String folder : Manifests.upward(unit.unit().folder())) {
            var manifest = manifests.packageIn(folder);
            any |= manifest.isPresent();
            manifest.map(PackageJson::allDependencies).ifPresent(declared::addAll);
        }
        for (String name : names) {
            if (declared.contains(name)) {
                return Truth.YES;
            }
        }
        boolean aboutJava = names.stream().allMatch(name -> name.contains(":"));
        if (aboutJava && runsJava(unit)) {
            return manifests
                    .javaBuildFor(Paths.parent(unit.files().get(0).file()))
                    .map(build -> Truth.of(build.declares(names)))
                    .orElse(Truth.UNKNOWN);
        }
        return any || aboutJava && !runsJava(unit) ? Truth.NO : Truth.UNKNOWN;
    }

    @Override
    public Folded property(LinkedUnit unit, String name) {
        return runsJava(unit) ? Folded.UNKNOWN : new Folded.Nothing();
    }

    private static boolean runsJava(LinkedUnit unit) {
        return unit.files().stream().anyMatch(file -> file.language() == Language.JAVA);
    }
}
