package dev.dovetail.config.webapps;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads applications by their package.json and their framework's config: one unit each. */
public final class WebAppReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        for (PackageJson manifest : new Manifests(workspace, documents).allPackages()) {
            for (WebFramework framework : WebFramework.ALL) {
                if (framework.isOf(manifest)) {
                    unit(workspace, manifest, framework).ifPresent(units::add);
                    break;
                }
            }
        }
        return new Result(units, List.of());
    }

    private static Optional<DeploymentUnit> unit(Workspace workspace, PackageJson manifest, WebFramework framework) {
        Optional<Adapter> adapter = Adapter.of(workspace, manifest, framework);
        if (adapter.isEmpty()) {
            return Optional.empty();
        }
        Place place = adapter.get().place();
        List<EntryPoint.File> files = new ArrayList<>();
        int cut = manifest.folder().isEmpty() ? 0 : manifest.folder().length() + 1;
        for (String file : workspace.filesUnder(manifest.folder())) {
            framework.convention(file.substring(cut))
                    .filter(convention -> framework.runs(workspace, file, manifest.folder()))
                    .ifPresent(convention -> files.add(new EntryPoint.File(file, convention, place)));
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String name = manifest.name().orElse(manifest.folder().isEmpty() ? framework.id() : Paths.name(manifest.folder()));
        return Optional.of(
                DeploymentUnit.draft(name, adapter.get().host(), place, framework.id())
                        .folder(manifest.folder())
                        .entryPoint(new EntryPoint.Files(files, place))
                        .trigger(Trigger.of(Trigger.Kind.HTTP, place))
                        // The host's own config and dashboard say more.
                        .triggersUnknown()
                        .environmentUnknown()
                        .build());
    }
}
