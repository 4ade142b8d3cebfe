package dev.dovetail.config.constructs;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.SourceCall;
import dev.dovetail.config.aws.FunctionImages;
import dev.dovetail.config.aws.tasks.Containers;
import dev.dovetail.config.aws.tasks.TemplateTasks;
import dev.dovetail.config.cloudformation.Functions;
import dev.dovetail.config.cloudformation.Template;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads programs of the AWS CDK, each in the folder of its cdk.json. Where cdk.out lies beside it with
 * templates that were made before, those are read instead, as any.
 */
public final class CdkReader implements ConfigReader {

    private static final Set<String> SOURCE = Set.of("ts", "mts", "cts", "js", "mjs", "cjs", "py", "java");

    /** What a file imports that constructs something. */
    private static final List<String> LIBRARIES = List.of("aws-cdk-lib", "@aws-cdk/", "aws_cdk", "software.amazon.awscdk");

    /** Files of one program; more is no program. */
    private static final int MOST_FILES = 1_000;

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        for (String file : workspace.files()) {
            String folder = Paths.parent(file);
            if (!Paths.name(file).equals("cdk.json") || Template.isForTests(file) || isSynthesized(folder, workspace)) {
                continue;
            }
            Optional<Template> template = new CdkApp(calls(folder, workspace, documents), folder).template();
            if (template.isPresent()) {
                Manifests manifests = new Manifests(workspace, documents);
                units.addAll(new Functions(template.get(), manifests, new FunctionImages(manifests), notifications::add).units());
                units.addAll(new TemplateTasks(template.get()).units(new Containers(manifests, "aws-cdk")));
            }
        }
        return new Result(units, notifications);
    }

    private static boolean isSynthesized(String folder, Workspace workspace) {
        String out = folder.isEmpty() ? "cdk.out" : folder + "/cdk.out";
        return workspace.filesUnder(out).stream().anyMatch(file -> file.endsWith(".template.json"));
    }

    private static List<SourceCall> calls(String folder, Workspace workspace, Documents documents) {
        List<SourceCall> calls = new ArrayList<>();
        workspace.filesUnder(folder).stream()
                .filter(file -> isProgram(file, folder, workspace))
                .limit(MOST_FILES)
                .forEach(file -> calls.addAll(documents.calls(file)));
        return calls;
    }

    private static boolean isProgram(String file, String folder, Workspace workspace) {
        String name = Paths.name(file);
        boolean source = SOURCE.contains(Paths.extension(file)) && !name.endsWith(".d.ts");
        boolean tests = Template.isForTests(file) || name.matches(".*[._](test|spec)\\.\\w+|test_.*\\.py") || file.contains("/src/test/");
        return source
                && !tests
                && !hasProgramBetween(Paths.parent(file), folder, workspace)
                && !isCompiled(file, workspace)
                && workspace.read(file).filter(text -> LIBRARIES.stream().anyMatch(text::contains)).isPresent();
    }

    /** Whether a file belongs to a program in a folder beneath. */
    private static boolean hasProgramBetween(String parent, String folder, Workspace workspace) {
        String at = parent;
        while (at.length() > folder.length()) {
            if (workspace.has(at + "/cdk.json")) {
                return true;
            }
            at = Paths.parent(at);
        }
        return false;
    }

    /** Whether a file was made of the TypeScript beside it. */
    private static boolean isCompiled(String file, Workspace workspace) {
        return file.endsWith(".js") && workspace.has(Paths.withoutExtension(file) + ".ts");
    }
}
