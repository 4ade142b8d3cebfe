package dev.dovetail.config.ecs;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.aws.tasks.Containers;
import dev.dovetail.config.aws.tasks.ServiceFacts;
import dev.dovetail.config.aws.tasks.TaskDefinition;
import dev.dovetail.config.aws.tasks.TemplateTasks;
import dev.dovetail.config.cloudformation.Template;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads task definitions of Amazon ECS: JSON files as {@code aws ecs register-task-definition} takes
 * them, and templates of CloudFormation. A unit per container whose image is built here.
 */
public final class EcsReader implements ConfigReader {

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        Containers containers = new Containers(new Manifests(workspace, documents), "ecs");
        for (String file : workspace.files()) {
            String extension = Paths.extension(file);
            boolean json = extension.equals("json");
            if (!json && !List.of("yml", "yaml", "template").contains(extension) || Paths.name(file).startsWith("package") || Template.isForTests(file)) {
                continue;
            }
            String text = workspace.read(file).orElse("");
            if (json && text.contains("\"containerDefinitions\"")) {
                documents.read(file).stream()
                        .limit(1)
                        .filter(document -> document.get("containerDefinitions").orElse(document) instanceof ConfigNode.Sequence)
                        .forEach(document -> units.addAll(containers.units(TaskDefinition.ofJson(document), ServiceFacts.unknown())));
            } else if (text.contains("AWS::ECS::TaskDefinition")) {
                documents.read(file).stream()
                        .filter(document -> !Nodes.entries(document.get("Resources")).isEmpty())
                        .forEach(document -> units.addAll(new TemplateTasks(Template.of(file, document, documents)).units(containers)));
            }
        }
        return new Result(units, List.of());
    }
}
