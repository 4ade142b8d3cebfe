package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Services of App Runner: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apprunner_service. */
final class AppRunner implements HostUnits {

    private static final String HOST = "aws-app-runner";

    private final ContainerUnits containers;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;

    AppRunner(Manifests manifests) {
        this.containers = new ContainerUnits(manifests);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
    }

    @Override
    public Set<String> types() {
        return Set.of("aws_apprunner_service");
    }

    @Override
    public Optional<DeploymentUnit> unit(Resource service) {
        Term source = service.attribute("source_configuration");
        Optional<Term> image = source.get("image_repository");
        if (image.isPresent()) {
            return image.get().get("image_identifier").flatMap(containers::image).map(built -> ofImage(service, image.get(), built));
        }
        // Otherwise apprunner.yaml says how the code is built and started.
        return source.get("code_repository").flatMap(each -> ofCode(service, each));
    }

    private DeploymentUnit ofImage(Resource service, Term repository, Image image) {
        Optional<Term> values = repository.get("image_configuration");
        DeploymentUnit.Draft draft = draft(service);
        Map<String, Setting> environment = environment(values, draft);
        Optional<Term> start = values.flatMap(each -> each.get("start_command"));
        imageUnits.fill(
                draft,
                image,
                Optional.empty(),
                start.flatMap(Term::text).map(CommandLine.ShellText::new),
                environment,
                start.flatMap(each -> each.text().map(text -> each.place())));
        return draft.build();
    }

    private Optional<DeploymentUnit> ofCode(Resource service, Term repository) {
        Optional<Term> values = repository.at("code_configuration", "code_configuration_values");
        Optional<Term> start = values.flatMap(each -> each.get("start_command")).filter(each -> each.text().isPresent());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        DeploymentUnit.Draft draft = draft(service);
        Map<String, Setting> environment = environment(values, draft);
        values.flatMap(each -> each.get("runtime")).flatMap(AppRunner::runtime).ifPresent(set -> draft.setting(SettingName.RUNTIME, set));
        String folder = repository.get("source_directory").flatMap(Term::text).orElse("").replaceAll("^[./]+|/$", "");
        processUnits.fill(draft, new ProcessUnits.Start(start.get().text().orElse(""), start.get().place()), folder, environment);
        return Optional.of(draft.build());
    }

    /** {@code NODEJS_18}, {@code PYTHON_311}, {@code CORRETTO_11}. */
    private static Optional<Setting> runtime(Term runtime) {
        String word = runtime.text().orElse("");
        String version = word.replaceFirst("^\\w+?_", "");
        String known =
                word.startsWith("NODEJS_")
                        ? "nodejs" + version
                        : word.matches("PYTHON_3\\d+") ? "python3." + version.substring(1) : word.startsWith("CORRETTO_") ? "java" + version : "";
        return known.isEmpty() ? Optional.empty() : Optional.of(Setting.at(new Value.Known(known), runtime.place()));
    }

    private static DeploymentUnit.Draft draft(Resource service) {
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(
                        service.attribute("service_name").text().orElse(service.name()), HOST, service.place(), "terraform");
        draft.trigger(Trigger.of(Trigger.Kind.HTTP, service.place()));
        Term instance = service.attribute("instance_configuration");
        instance.get("memory").flatMap(AppRunner::memory).ifPresent(set -> draft.setting(SettingName.MEMORY, set));
        service.attribute("health_check_configuration").get("path").ifPresent(path -> draft.setting(SettingName.HEALTH_CHECK_PATH, Settings.of(path)));
        scaling(service, draft);
        return draft;
    }

    /** In MB, or in GB with the unit: {@code 2048}, {@code 2 GB}. */
    private static Optional<Setting> memory(Term memory) {
        return memory.text()
                .map(text -> text.replaceFirst("(?i)\\s*GB$", ""))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Setting.at(new Value.Known(Long.parseLong(text) * (Long.parseLong(text) < 128 ? 1024 : 1)), memory.place()));
    }

    /** https://docs.aws.amazon.com/apprunner/latest/dg/manage-autoscaling.html */
    private static void scaling(Resource service, DeploymentUnit.Draft draft) {
        Term given = service.attribute("auto_scaling_configuration_arn");
        Optional<Resource> own =
                given.resources().stream().filter(each -> each.is("aws_apprunner_auto_scaling_configuration_version")).findFirst();
        if (own.isEmpty() && !given.isAbsent()) {
            draft.setting(SettingName.MAX_REPLICAS, Settings.unknown("its scaling is configured elsewhere", given.place()));
        } else {
            draft.setting(SettingName.MIN_REPLICAS, number(own, "min_size", 1));
            draft.setting(SettingName.MAX_REPLICAS, number(own, "max_size", 25));
        }
        draft.setting(SettingName.REPLICAS, number(own, "min_size", 1));
    }

    private static Setting number(Optional<Resource> scaling, String name, long otherwise) {
        return scaling.map(each -> each.attribute(name))
                .filter(each -> !each.isAbsent())
                .map(Settings::count)
                .orElse(Setting.byDefault(otherwise));
    }

    private static Map<String, Setting> environment(Optional<Term> values, DeploymentUnit.Draft draft) {
        Map<String, Setting> environment = new HashMap<>();
        Setting port = values.flatMap(each -> each.get("port")).map(Settings::count).orElse(Setting.byDefault(8080L));
        draft.setting(SettingName.PORT, port);
        environment.put("PORT", port);
        values.flatMap(each -> each.get("runtime_environment_secrets"))
                .ifPresent(secrets -> secrets.entries().forEach((name, entry) -> environment.put(name, Settings.unknown("it is a secret", entry.keyPlace()))));
        values.flatMap(each -> each.get("runtime_environment_variables"))
                .filter(variables -> !Settings.variables(variables, environment))
                .ifPresent(variables -> draft.environmentUnknown());
        return environment;
    }
}
