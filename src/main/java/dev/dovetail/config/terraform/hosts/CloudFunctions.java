package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.paas.FunctionSource;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cloud Functions of both generations.
 *
 * <p>https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function
 * and https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function
 */
final class CloudFunctions implements HostUnits {

    private final Manifests manifests;

    CloudFunctions(Manifests manifests) {
        this.manifests = manifests;
    }

    @Override
    public Set<String> types() {
        return Set.of("google_cloudfunctions_function", "google_cloudfunctions2_function");
    }

    @Override
    public Optional<DeploymentUnit> unit(Resource function) {
        boolean first = function.is("google_cloudfunctions_function");
        Optional<Term> build = first ? Optional.empty() : Optional.of(function.attribute("build_config"));
        Term whole = new Term.Reference(function, function.place());
        Term config = first ? whole : function.attribute("service_config");
        Term code = build.orElse(whole);
        Optional<Term> archive = first ? whole.get("source_archive_object") : code.at("source", "storage_source", "object");
        Optional<FunctionSource> source = archive.flatMap(CloudFunctions::folder).map(folder -> new FunctionSource(manifests, folder));
        Optional<String> main = source.flatMap(FunctionSource::main);
        if (main.isEmpty()) {
            return Optional.empty();
        }
        DeploymentUnit.Draft unit =
                DeploymentUnit.draft(
                        ContainerUnits.name(function), first ? "google-cloud-functions" : "google-cloud-run-functions", function.place(), "terraform");
        Optional<Term> entry = code.get("entry_point");
        unit.folder(source.get().folder())
                .entryPoint(source.get().entry(main.get(), entry.flatMap(Term::text), entry.map(Term::place).orElse(function.place())));
        trigger(function, first, unit);
        code.get("runtime").ifPresent(each -> unit.setting(SettingName.RUNTIME, Settings.of(each)));
        config.get(first ? "timeout" : "timeout_seconds").ifPresent(each -> unit.setting(SettingName.TIMEOUT, Settings.milliseconds(each)));
        config.get(first ? "available_memory_mb" : "available_memory").ifPresent(each -> unit.setting(SettingName.MEMORY, first ? Settings.count(each) : Settings.mebibytes(each)));
        Map.of(
                        first ? "min_instances" : "min_instance_count", SettingName.MIN_REPLICAS,
                        first ? "max_instances" : "max_instance_count", SettingName.MAX_REPLICAS,
                        "max_instance_request_concurrency", SettingName.CONCURRENCY)
                .forEach((name, setting) -> config.get(name).ifPresent(each -> unit.setting(setting, Settings.count(each))));
        Map<String, Setting> environment = new HashMap<>();
        boolean known = config.get("environment_variables").map(each -> Settings.variables(each, environment)).orElse(true);
        for (Term secret : config.get("secret_environment_variables").map(Term::elements).orElse(List.of())) {
            secret.get("key").flatMap(Term::text).ifPresent(name -> environment.put(name, Settings.unknown("it is a secret", secret.place())));
        }
        unit.environment(environment);
        return Optional.of(known ? unit.build() : unit.environmentUnknown().build());
    }

    private static void trigger(Resource function, boolean first, DeploymentUnit.Draft unit) {
        boolean http = first ? function.attribute("trigger_http").truth().orElse(false) : function.attribute("event_trigger").isAbsent();
        unit.trigger(Trigger.of(http ? Trigger.Kind.HTTP : Trigger.Kind.EVENT, function.place()));
    }

    /** The folder of which the archive is made that an object of a bucket holds. */
    private static Optional<String> folder(Term object) {
        return object.resources().stream()
                .filter(each -> each.is("google_storage_bucket_object"))
                .map(each -> each.attribute("source"))
                .flatMap(source -> source.resources().stream())
                .filter(each -> each.type().equals("archive_file"))
                .flatMap(archive -> archive.attribute("source_dir").text().flatMap(archive.module()::resolve).stream())
                .findFirst();
    }
}
