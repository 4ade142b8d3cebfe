package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads SAM and CloudFormation templates by what they hold: any name will do. */
public final class CloudFormationReader implements ConfigReader {

    private static final Set<String> EXTENSIONS = Set.of("yaml", "yml", "json", "template");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        for (String file : workspace.files()) {
            if (!mayBeTemplate(workspace, file)) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                if (isTemplate(document)) {
                    Template template = new Template(file, document);
                    units.addAll(new Functions(template, notifications::add).units());
                }
            }
        }
        return new Result(units, notifications);
    }

    /** A look at the text, so that not every document of a workspace is parsed. */
    private static boolean mayBeTemplate(Workspace workspace, String file) {
        if (!EXTENSIONS.contains(Paths.extension(file)) || isMade(file)) {
            return false;
        }
        return workspace
                .read(file)
                .filter(
                        text ->
                                text.contains("AWS::Serverless::Function")
                                        || text.contains("AWS::Lambda::Function"))
                .isPresent();
    }

    /** What {@code sam build} and {@code sam package} leave behind. */
    private static boolean isMade(String file) {
        String name = Paths.name(file);
        return file.contains(".aws-sam/")
                || file.contains(".serverless/")
                || name.startsWith("packaged.")
                || name.startsWith("packaged-");
    }

    private static boolean isTemplate(ConfigNode document) {
        boolean ofServerlessFramework =
                document.get("provider").isPresent() && document.get("service").isPresent();
        return !ofServerlessFramework
                && document.get("Resources").filter(ConfigNode.Mapping.class::isInstance).isPresent();
    }
}
