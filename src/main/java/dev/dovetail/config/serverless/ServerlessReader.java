package dev.dovetail.config.serverless;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code serverless.yml} and its variants, {@code serverless.ts} among them: a unit per
 * function on AWS Lambda.
 */
public final class ServerlessReader implements ConfigReader {

    private static final Pattern NAME = Pattern.compile("serverless[\\w.-]*\\.(ya?ml|json)|serverless\\.([mc]?[tj]s)");

    @Override
    public Result read(Workspace workspace, Documents documents) {
        List<DeploymentUnit> units = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        DeveloperMachine developers =
                new DeveloperMachine(workspace, new Manifests(workspace, documents));
        for (String file : workspace.files()) {
            if (!NAME.matcher(Paths.name(file)).matches()) {
                continue;
            }
            for (ConfigNode document : documents.read(file)) {
                Variables variables =
                        new Variables(file, document, documents, notifications::add);
                if (isService(document, variables)) {
                    Service service =
                            new Service(
                                    file, document, variables, documents, notifications::add);
                    if (!developers.isAllFor(service, file)) {
                        units.addAll(service.functions());
                    }
                }
            }
        }
        return new Result(units, notifications);
    }

    private static boolean isService(ConfigNode document, Variables variables) {
        if (document.get("service").isEmpty() && document.get("functions").isEmpty()) {
            return false;
        }
        Optional<ConfigNode> provider = variables.at(document, "provider");
        return provider.flatMap(Nodes::text)
                .or(() -> provider.flatMap(node -> variables.at(node, "name")).flatMap(Nodes::text))
                .filter("aws"::equals)
                .isPresent();
    }
}
