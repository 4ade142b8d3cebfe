package dev.dovetail.config.serverless;

import dev.dovetail.config.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a service's plugins, and the framework itself, do between the source and what is deployed. */
record Plugins(List<String> names, Optional<String> frameworkVersion) {

    /** Stands in the framework's own schema as the default of {@code provider.runtime}. */
    private static final String DEFAULT_RUNTIME = "nodejs20.x";

    /** Plugins that add variables from files that the workspace seldom has. */
    private static final Set<String> READ_ENVIRONMENT =
            Set.of("serverless-dotenv-plugin", "serverless-dotenv", "serverless-plugin-dotenv");

    /** Plugins after which a handler may be where, or named as, config does not say. */
    private static final Set<String> MOVE_HANDLERS =
            Set.of(
                    "serverless-webpack",
                    "serverless-bundle",
                    "serverless-wsgi",
                    "serverless-rack",
                    "serverless-python-requirements",
                    "serverless-next.js",
                    "serverless-nextjs-plugin",
                    "serverless-nuxt-plugin",
                    "serverless-middleware",
                    "serverless-plugin-datadog",
                    "serverless-newrelic-lambda-layers",
                    "serverless-plugin-custom-binary",
                    "serverless-haskell",
                    "serverless-rust");

    /** Plugins that leave the packaged source as it is. */
    private static final Set<String> LEAVE_SOURCE =
            Set.of(
                    "serverless-offline",
                    "serverless-offline-sqs",
                    "serverless-offline-ssm",
                    "serverless-dynamodb-local",
                    "serverless-dynamodb-fixtures-plugin",
                    "serverless-domain-manager",
                    "serverless-iam-roles-per-function",
                    "serverless-pseudo-parameters",
                    "serverless-prune-plugin",
                    "serverless-plugin-tracing",
                    "serverless-plugin-warmup",
                    "serverless-plugin-canary-deployments",
                    "serverless-plugin-split-stacks",
                    "serverless-plugin-log-retention",
                    "serverless-plugin-aws-alerts",
                    "serverless-apigw-binary",
                    "serverless-apigateway-service-proxy",
                    "serverless-api-gateway-caching",
                    "serverless-api-gateway-throttling",
                    "serverless-add-api-key",
                    "serverless-associate-waf",
                    "serverless-s3-sync",
                    "serverless-s3-local",
                    "serverless-s3-remover",
                    "serverless-stage-manager",
                    "serverless-step-functions",
                    "serverless-export-env",
                    "serverless-dotenv-plugin",
                    "serverless-openapi-documentation",
                    "serverless-reqvalidator-plugin",
                    "serverless-stack-termination-protection",
                    "serverless-ssm-fetch",
                    "serverless-finch",
                    "serverless-localstack");

    /** Whether variables may come from files that are not read. */
    boolean readEnvironment() {
        return names.stream().anyMatch(READ_ENVIRONMENT::contains);
    }

    /** Whether a handler that is not found may still be there once the service is packaged. */
    boolean mayMoveHandlers() {
        return names.stream().anyMatch(MOVE_HANDLERS::contains);
    }

    /** Whether something may compile or bundle the source; from version 4 on the framework does. */
    boolean mayBuild() {
        return !isBeforeVersion4() || !LEAVE_SOURCE.containsAll(names);
    }

    /** What version 4 takes when no runtime is named; each older version has another default. */
    Optional<Setting> defaultRuntime() {
        return isBeforeVersion4()
                ? Optional.empty()
                : Optional.of(Setting.byDefault(DEFAULT_RUNTIME));
    }

    private boolean isBeforeVersion4() {
        return frameworkVersion
                .filter(version -> version.matches("[\\^~>=v ]{0,4}[123](\\D.*)?"))
                .isPresent();
    }
}
