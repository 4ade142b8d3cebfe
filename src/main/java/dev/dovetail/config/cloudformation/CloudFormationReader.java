package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.aws.FunctionImages;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads templates of CloudFormation and AWS SAM, under whatever name they have: a unit per function on
 * AWS Lambda.
 */
public final class CloudFormationReader implements ConfigReader {

    private static final Set<String> EXTENSIONS = Set.of("yml", "yaml", "json", "template");

    /** JSON that is never a template and often long. */
    private static final Set<String> OTHER_NAMES =
            Set.of("package.json", "package-lock.json", "npm-shrinkwrap.json", "composer.lock");

    /** Code that was uploaded under the hash of its content. */
    private static final Pattern UPLOADED = Pattern.compile("s3://.*/[0-9a-f]{32}");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        Manifests manifests = new Manifests(workspace, documents);
        FunctionImages images = new FunctionImages(manifests);
        for (String file : workspace.files()) {
            if (!mayBeTemplate(file) || !looksLikeTemplate(workspace, file)) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                if (Template.isTemplate(document) && !isPackaged(document)) {
                    Template template = Template.of(file, document, documents);
                    units.addAll(
                            new Functions(template, manifests, images, notifications::add).units());
                }
            }
        }
        return new Result(units, notifications);
    }

    /** Whether {@code sam package} made the document of another one, which is a template as well. */
    private static boolean isPackaged(ConfigNode document) {
        List<String> packages =
                Nodes.entries(document.get("Resources")).stream()
                        .flatMap(entry -> Nodes.at(entry.value(), "Properties", "CodeUri").stream())
                        .map(node -> Nodes.text(node).orElse(""))
                        .toList();
        return !packages.isEmpty()
                && packages.stream().allMatch(uri -> UPLOADED.matcher(uri).matches());
    }

    private static boolean mayBeTemplate(String file) {
        String name = Paths.name(file);
        if (!EXTENSIONS.contains(Paths.extension(file)) || OTHER_NAMES.contains(name)) {
            return false;
        }
        return !Template.isForTests(file);
    }

    /** A look at the text, so that a large workspace is not parsed as a whole. */
    private static boolean looksLikeTemplate(Workspace workspace, String file) {
        return workspace
                .read(file)
                .filter(text -> text.contains("Resources"))
                .filter(
                        text ->
                                text.contains("AWS::Lambda::Function")
                                        || text.contains("AWS::Serverless::Function"))
                .isPresent();
    }
}
