package dev.dovetail.config.serverless;

import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells services that nobody deploys: they emulate functions on a developer's machine, and another
 * platform's config deploys the same code.
 */
final class DeveloperMachine {

    private static final String EMULATOR = "serverless-offline";

    private static final Pattern EMULATES = Pattern.compile("\\b(serverless|sls)\\s+offline\\b");

    private static final Pattern DEPLOYS =
            Pattern.compile("\\b(serverless|sls)\\b[^\n\"&|;]*\\bdeploy\\b|serverless/github-action");

    /** Files by which other platforms deploy a folder of functions. */
    private static final Set<String> OTHERS =
            Set.of("netlify.toml", "vercel.json", "now.json", "firebase.json", "amplify.yml");

    private final Workspace workspace;
    private final Manifests manifests;

    DeveloperMachine(Workspace workspace, Manifests manifests) {
        this.workspace = workspace;
        this.manifests = manifests;
    }

    /** Whether a service is for developers alone: it says so in every way that it could. */
    boolean isAllFor(Service service, String file) {
        String folder = Paths.parent(file);
        Optional<PackageJson> manifest = manifests.packageFor(folder);
        return service.plugins().contains(EMULATOR)
                && manifest.filter(DeveloperMachine::emulates).isPresent()
                && Manifests.upward(folder).stream().anyMatch(this::isDeployedOtherwise)
                && workspace.files().stream()
                        .filter(DeveloperMachine::mayDeploy)
                        .noneMatch(this::deploys);
    }

    private static boolean emulates(PackageJson manifest) {
        return manifest.scripts().values().stream()
                .anyMatch(script -> EMULATES.matcher(script).find());
    }

    private boolean isDeployedOtherwise(String folder) {
        return OTHERS.stream()
                .anyMatch(name -> workspace.has(folder.isEmpty() ? name : folder + "/" + name));
    }

    /** Scripts and pipelines: where a deploy would stand. */
    private static boolean mayDeploy(String path) {
        String name = Paths.name(path);
        return name.equals("package.json")
                || name.equals("Makefile")
                || name.equals(".gitlab-ci.yml")
                || name.equals("bitbucket-pipelines.yml")
                || name.equals("buildspec.yml")
                || path.endsWith(".sh")
                || path.contains(".github/workflows/")
                || path.contains(".circleci/");
    }

    private boolean deploys(String path) {
        return workspace.read(path).filter(text -> DEPLOYS.matcher(text).find()).isPresent();
    }
}
