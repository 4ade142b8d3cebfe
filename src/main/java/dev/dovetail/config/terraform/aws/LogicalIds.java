package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What resources are called in a template: as people know them, and no two alike. */
final class LogicalIds {

    /** Names that say nothing: what calls the module says more. */
    private static final Set<String> EMPTY =
            Set.of("this", "main", "default", "lambda", "function", "lambda_function", "service", "task", "app", "ecs", "container");

    private final Map<Resource, String> ids = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    LogicalIds(List<Resource> resources) {
        // What becomes a unit has the first choice of names.
        resources.stream().filter(LogicalIds::runsCode).forEach(each -> ids.put(each, free(name(each))));
        resources.stream().filter(each -> !runsCode(each)).forEach(each -> ids.put(each, free(name(each))));
    }

    private static boolean runsCode(Resource resource) {
        return resource.is("aws_lambda_function") || resource.is("aws_ecs_service") || resource.kind() == Resource.Kind.MODULE;
    }

    Optional<String> of(Resource resource) {
        return Optional.ofNullable(ids.get(resource));
    }

    private String free(String name) {
        String id = name;
        for (int i = 2; !taken.add(id); i++) {
            id = name + "-" + i;
        }
        return id;
    }

    private static String name(Resource resource) {
        Optional<String> given =
                switch (RegistryModules.source(resource.type())) {
                    case "aws_lambda_function" -> resource.attribute("function_name").text();
                    case "aws_ecs_service", "aws_sqs_queue", "terraform-aws-modules/ecs/aws//modules/service" -> resource.attribute("name").text();
                    case "terraform-aws-modules/lambda/aws" -> resource.attribute("function_name").text();
                    default -> Optional.empty();
                };
        String label = resource.key().isEmpty() ? resource.name() : resource.name() + "-" + resource.key();
        boolean says = !EMPTY.contains(resource.name()) || resource.module().isRoot();
        String own = says ? label : resource.module().name();
        return TemplateDraft.id(given.filter(text -> !text.isBlank() && !text.contains(Term.COMPUTED)).orElse(own));
    }
}
