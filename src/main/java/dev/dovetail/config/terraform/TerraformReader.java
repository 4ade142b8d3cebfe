package dev.dovetail.config.terraform;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.aws.FunctionImages;
import dev.dovetail.config.aws.tasks.Containers;
import dev.dovetail.config.aws.tasks.TemplateTasks;
import dev.dovetail.config.cloudformation.Functions;
import dev.dovetail.config.cloudformation.Template;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.aws.AwsTemplate;
import dev.dovetail.config.terraform.hosts.HostUnits;
import dev.dovetail.config.terraform.values.Folders;
import dev.dovetail.config.terraform.values.Module;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads configuration of Terraform and OpenTofu: what an apply of each root module would make, as far
 * as it runs code.
 */
public final class TerraformReader implements ConfigReader {

    /** What some file must hold for the configuration to run code. */
    private static final List<String> HOSTS =
            List.of(
                    "aws_lambda_function",
                    "aws_ecs_task_definition",
                    "aws_apprunner_service",
                    "terraform-aws-modules/lambda",
                    "terraform-aws-lambda",
                    "terraform-aws-modules/ecs",
                    "terraform-aws-ecs",
                    "google_cloud_run_",
                    "google_cloudfunctions",
                    "azurerm_container_app");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Roots roots = new Roots();
        List<Notification> notifications = new ArrayList<>();
        if (runsCode(workspace)) {
            Manifests manifests = new Manifests(workspace, documents);
            Containers containers = new Containers(manifests, "terraform");
            FunctionImages images = new FunctionImages(manifests);
            List<HostUnits> hosts = HostUnits.all(manifests);
            Folders folders = new Folders(workspace, documents, notifications::add);
            for (Module root : folders.roots(folder -> !Template.isForTests(folder + "/"))) {
                List<Resource> resources = root.resources();
                Template template = AwsTemplate.of(resources);
                List<DeploymentUnit> units = new ArrayList<>(new Functions(template, manifests, images, notifications::add).units());
                units.addAll(new TemplateTasks(template).units(containers));
                units.addAll(HostUnits.units(resources, hosts));
                roots.add(root.folder(), units);
            }
        }
        return new Result(roots.units(), notifications);
    }

    /** A look at the texts, so that configuration of networks and databases alone is not parsed. */
    private static boolean runsCode(Workspace workspace) {
        return workspace.files().stream()
                .filter(Folders::isModuleFile)
                .anyMatch(file -> workspace.read(file).filter(text -> HOSTS.stream().anyMatch(text::contains)).isPresent());
    }
}
