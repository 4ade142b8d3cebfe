package dev.dovetail.config.terraform.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What resources and attributes of the provider are called in CloudFormation.
 *
 * <p>https://registry.terraform.io/providers/hashicorp/aws/latest/docs and
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
final class Words {

    /**
     * A type of resources.
     *
     * @param name in CloudFormation
     * @param properties those that readers of templates ask for
     */
    record Type(String name, List<Property> properties) {
        Type {
            properties = List.copyOf(properties);
        }
    }

    /**
     * A property.
     *
     * @param path of names in CloudFormation; {@code []} marks a list of objects
     * @param attribute path of names in the provider's words
     * @param reference whether it names another resource, which is what counts of it
     */
    record Property(List<String> path, List<String> attribute, boolean reference) {
        Property {
            path = List.copyOf(path);
            attribute = List.copyOf(attribute);
        }
    }

    /** A type a paragraph: its two names, then its properties; {@code @} marks a reference. */
    private static final String TYPES =
            """
            aws_lambda_function AWS::Lambda::Function
            Handler handler
            Runtime runtime
            Timeout timeout
            MemorySize memory_size
            Architectures architectures
            EphemeralStorage.Size ephemeral_storage.size
            ReservedConcurrentExecutions reserved_concurrent_executions
            SnapStart.ApplyOn snap_start.apply_on
            Layers layers
            Environment.Variables environment.variables
            FileSystemConfigs[].LocalMountPath file_system_config[].local_mount_path
            PackageType package_type
            ImageConfig.Command image_config.command
            CapacityProviderConfig capacity_provider_config
            DurableConfig durable_config

            aws_lambda_alias AWS::Lambda::Alias
            FunctionName @function_name

            terraform-aws-modules/lambda/aws AWS::Lambda::Function
            Handler handler
            Runtime runtime
            Timeout timeout
            MemorySize memory_size
            Architectures architectures
            EphemeralStorage.Size ephemeral_storage_size
            Layers layers
            Environment.Variables environment_variables
            PackageType package_type
            ImageConfig.Command image_config_command

            terraform-aws-modules/lambda/aws//modules/alias AWS::Lambda::Alias
            FunctionName @function_name

            terraform-aws-modules/ecs/aws//modules/service AWS::ECS::TaskDefinition
            Family family
            Cpu cpu
            Memory memory
            EphemeralStorage.SizeInGiB ephemeral_storage.size_in_gib
            RuntimePlatform.CpuArchitecture runtime_platform.cpu_architecture

            aws_lambda_function_url AWS::Lambda::Url
            TargetFunctionArn @function_name
            InvokeMode invoke_mode

            aws_lambda_permission AWS::Lambda::Permission
            FunctionName @function_name
            Principal principal
            Action action
            FunctionUrlAuthType function_url_auth_type

            aws_lambda_event_source_mapping AWS::Lambda::EventSourceMapping
            FunctionName @function_name
            EventSourceArn @event_source_arn

            aws_sqs_queue AWS::SQS::Queue
            VisibilityTimeout visibility_timeout_seconds

            aws_kinesis_stream AWS::Kinesis::Stream

            aws_dynamodb_table AWS::DynamoDB::Table

            aws_msk_cluster AWS::MSK::Cluster

            aws_mq_broker AWS::AmazonMQ::Broker

            aws_docdb_cluster AWS::DocDB::Cluster

            aws_scheduler_schedule AWS::Scheduler::Schedule
            ScheduleExpression schedule_expression
            Target @target.arn

            aws_api_gateway_rest_api AWS::ApiGateway::RestApi
            Body body

            aws_api_gateway_resource AWS::ApiGateway::Resource
            ParentId @parent_id
            PathPart path_part

            aws_api_gateway_integration AWS::ApiGateway::Method
            HttpMethod http_method
            ResourceId @resource_id
            Integration.Type type
            Integration.Uri @uri
            Integration.TimeoutInMillis timeout_milliseconds
            Integration.ResponseTransferMode response_transfer_mode

            aws_api_gateway_authorizer AWS::ApiGateway::Authorizer
            AuthorizerUri @authorizer_uri

            aws_apigatewayv2_api AWS::ApiGatewayV2::Api
            ProtocolType protocol_type
            Target @target
            Body body

            aws_apigatewayv2_route AWS::ApiGatewayV2::Route
            ApiId @api_id
            RouteKey route_key
            Target @target

            aws_apigatewayv2_integration AWS::ApiGatewayV2::Integration
            ApiId @api_id
            IntegrationUri @integration_uri
            TimeoutInMillis timeout_milliseconds
            PayloadFormatVersion payload_format_version

            aws_apigatewayv2_authorizer AWS::ApiGatewayV2::Authorizer
            AuthorizerUri @authorizer_uri

            aws_lb AWS::ElasticLoadBalancingV2::LoadBalancer

            aws_lb_target_group AWS::ElasticLoadBalancingV2::TargetGroup
            Protocol protocol
            HealthCheckPath health_check.path

            aws_lb_target_group_attachment AWS::ElasticLoadBalancingV2::TargetGroup
            Targets @target_id

            aws_ecs_task_definition AWS::ECS::TaskDefinition
            Family family
            Cpu cpu
            Memory memory
            EphemeralStorage.SizeInGiB ephemeral_storage.size_in_gib
            RuntimePlatform.CpuArchitecture runtime_platform.cpu_architecture
            Volumes[].Name volume[].name
            Volumes[].Host.SourcePath volume[].host_path
            Volumes[].EFSVolumeConfiguration.FilesystemId volume[].efs_volume_configuration.file_system_id
            Volumes[].DockerVolumeConfiguration.Scope volume[].docker_volume_configuration.scope

            aws_ecs_service AWS::ECS::Service
            DesiredCount desired_count
            TaskDefinition @task_definition
            LoadBalancers[].ContainerName load_balancer[].container_name
            LoadBalancers[].TargetGroupArn @load_balancer[].target_group_arn

            aws_appautoscaling_target AWS::ApplicationAutoScaling::ScalableTarget
            ResourceId @resource_id
            MinCapacity min_capacity
            MaxCapacity max_capacity
            """;

    /** Other types by how they begin: what they do with functions that they name is known. */
    private static final String BEGINNINGS =
            """
            aws_iam_ AWS::IAM::
            aws_cloudwatch_metric_ AWS::CloudWatch::
            aws_cloudwatch_composite_ AWS::CloudWatch::
            aws_cloudwatch_dashboard AWS::CloudWatch::
            aws_cloudwatch_query_definition AWS::CloudWatch::
            aws_cloudwatch_log_group AWS::Logs::LogGroup
            aws_cloudwatch_log_metric_filter AWS::Logs::MetricFilter
            aws_cloudwatch_log_subscription_filter AWS::Logs::SubscriptionFilter
            aws_cloudwatch_event_rule AWS::CloudWatch::
            aws_appautoscaling_ AWS::ApplicationAutoScaling::
            aws_codedeploy_ AWS::CodeDeploy::
            aws_lambda_function_event_invoke_config AWS::Lambda::EventInvokeConfig
            aws_lambda_provisioned_concurrency_config AWS::Lambda::Version
            aws_lambda_layer_version AWS::Lambda::LayerVersion
            aws_lambda_invocation AWS::CloudFormation::CustomResource
            aws_api_gateway_ AWS::ApiGateway::Deployment
            aws_apigatewayv2_ AWS::ApiGatewayV2::Deployment
            aws_kms_ AWS::KMS::
            aws_security_group AWS::EC2::
            aws_vpc_ AWS::EC2::
            aws_route53_ AWS::EC2::
            aws_s3_object AWS::EC2::
            aws_s3_bucket_notification AWS::S3::Bucket
            aws_sns_ AWS::SNS::
            aws_cognito_ AWS::Cognito::
            aws_iot_ AWS::IoT::
            aws_sfn_ AWS::StepFunctions::
            aws_appsync_ AWS::AppSync::
            aws_pipes_ AWS::Pipes::
            aws_ses_ AWS::SES::
            aws_config_ AWS::Config::
            aws_secretsmanager_ AWS::SecretsManager::
            aws_kinesis_firehose_ AWS::KinesisFirehose::
            aws_lex AWS::Lex::
            aws_bedrock AWS::Bedrock::
            aws_connect_ AWS::Connect::
            aws_codepipeline AWS::CodePipeline::
            aws_cloudfront_distribution AWS::CloudFront::Distribution
            aws_wafv2_ AWS::EC2::
            aws_resourcegroups AWS::ResourceGroups::
            aws_synthetics_ AWS::Synthetics::
            null_resource AWS::EC2::
            terraform_data AWS::EC2::
            time_ AWS::EC2::
            local_ AWS::EC2::
            random_ AWS::EC2::
            archive_file AWS::EC2::
            """;

    private static final Map<String, Type> KNOWN = types();
    private static final List<String[]> OTHERS = BEGINNINGS.lines().map(line -> line.split(" ")).toList();

    private Words() {}

    private static Map<String, Type> types() {
        Map<String, Type> types = new HashMap<>();
        for (String paragraph : TYPES.split("\n\n")) {
            List<String> lines = paragraph.lines().toList();
            String[] names = lines.get(0).split(" ");
            List<Property> properties = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] words = line.split(" ");
                boolean reference = words[1].startsWith("@");
                properties.add(
                        new Property(
                                List.of(words[0].split("\\.")),
                                List.of((reference ? words[1].substring(1) : words[1]).split("\\.")),
                                reference));
            }
            types.put(names[0], new Type(names[1], properties));
        }
        return types;
    }

    /** What a type is called, with its properties; empty for one of which nothing more is read. */
    static Optional<Type> of(String type) {
        // The provider has these two names for load balancers.
        return Optional.ofNullable(KNOWN.get(type.startsWith("aws_alb") ? "aws_lb" + type.substring("aws_alb".length()) : type));
    }

    /** What another type is called, by which it is known what it does with functions. */
    static String other(String type) {
        return OTHERS.stream().filter(other -> type.startsWith(other[0])).findFirst().map(other -> other[1]).orElse("Terraform::" + type);
    }
}
