package dev.dovetail.config.terraform.hosts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Services and jobs of Cloud Run.
 *
 * <p>https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service
 * and https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service
 */
final class CloudRun implements HostUnits {

    private static final String HOST = "google-cloud-run";

    private final ContainerUnits containers;

    CloudRun(Manifests manifests) {
        this.containers = new ContainerUnits(manifests);
    }

    @Override
    public Set<String> types() {
        return Set.of("google_cloud_run_service", "google_cloud_run_v2_service", "google_cloud_run_v2_job");
    }

    @Override
    public Optional<DeploymentUnit> unit(Resource resource) {
        Term template = resource.attribute("template");
        boolean job = resource.type().endsWith("_job");
        boolean first = resource.type().equals("google_cloud_run_service");
        Optional<Term> revision = job || first ? template.get(job ? "template" : "spec") : Optional.of(template);
        List<Term> all = revision.flatMap(each -> each.get("containers")).map(Term::elements).orElse(List.of());
        // Of several containers the one with a port gets the requests; the others are sidecars.
        Optional<Term> container =
                all.size() == 1 ? Optional.of(all.get(0)) : all.stream().filter(each -> each.get("ports").isPresent()).findFirst();
        if (container.isEmpty() || revision.isEmpty()) {
            return Optional.empty();
        }
        return container.get().get("image").flatMap(containers::image).flatMap(image -> {
            DeploymentUnit.Draft draft = DeploymentUnit.draft(ContainerUnits.name(resource), HOST, resource.place(), "terraform");
            Map<String, Setting> environment = new HashMap<>();
            resources(container.get(), draft);
            if (job) {
                job(resource.place(), draft);
            } else {
                service(resource.place(), container.get(), draft, environment);
                if (first) {
                    first(template, revision.get(), draft);
                } else {
                    second(template, container.get(), draft);
                }
                copies(draft);
            }
            boolean known = Settings.named(container.get().get("env"), environment);
            mounts(revision.get(), container.get(), draft);
            return containers.unit(draft, image, container.get(), environment, known);
        });
    }

    private static void job(Place place, DeploymentUnit.Draft draft) {
        draft.trigger(Trigger.of(Trigger.Kind.NONE, place));
        draft.setting(SettingName.CPU_ALWAYS, Setting.byDefault(true));
    }

    private static void service(Place place, Term container, DeploymentUnit.Draft draft, Map<String, Setting> environment) {
        draft.trigger(Trigger.of(Trigger.Kind.HTTP, place));
        Setting port = container.at("ports", "container_port").map(Settings::count).orElse(Setting.byDefault(8080L));
        draft.setting(SettingName.PORT, port);
        environment.put("PORT", port);
        path(container, "liveness_probe", SettingName.LIVENESS_PATH, draft);
        path(container, "startup_probe", SettingName.STARTUP_PATH, draft);
    }

    private static void path(Term container, String probe, String setting, DeploymentUnit.Draft draft) {
        container.at(probe, "http_get", "path").ifPresent(path -> draft.setting(setting, Settings.of(path)));
    }

    private static void resources(Term container, DeploymentUnit.Draft draft) {
        Optional<Term> limits = container.at("resources", "limits");
        limits.flatMap(each -> each.get("memory")).ifPresent(memory -> draft.setting(SettingName.MEMORY, Settings.mebibytes(memory)));
        limits.flatMap(each -> each.get("cpu")).ifPresent(cpu -> draft.setting(SettingName.CPU, Settings.processors(cpu)));
    }

    /** The first resource has Knative's words. */
    private static void first(Term template, Term spec, DeploymentUnit.Draft draft) {
        spec.get("container_concurrency").ifPresent(each -> draft.setting(SettingName.CONCURRENCY, Settings.count(each)));
        spec.get("timeout_seconds").ifPresent(each -> draft.setting(SettingName.TIMEOUT, Settings.milliseconds(each)));
        Optional<Term> annotations = template.at("metadata", "annotations");
        annotations.flatMap(all -> all.get("autoscaling.knative.dev/minScale")).ifPresent(each -> draft.setting(SettingName.MIN_REPLICAS, Settings.count(each)));
        annotations.flatMap(all -> all.get("autoscaling.knative.dev/maxScale")).ifPresent(each -> draft.setting(SettingName.MAX_REPLICAS, Settings.count(each)));
        annotations.flatMap(all -> all.get("run.googleapis.com/sessionAffinity")).ifPresent(each -> draft.setting(SettingName.SESSION_AFFINITY, Settings.truth(each)));
        annotations.flatMap(all -> all.get("run.googleapis.com/cpu-throttling")).ifPresent(each -> draft.setting(SettingName.CPU_ALWAYS, Settings.opposite(each)));
    }

    private static void second(Term template, Term container, DeploymentUnit.Draft draft) {
        template.get("max_instance_request_concurrency").ifPresent(each -> draft.setting(SettingName.CONCURRENCY, Settings.count(each)));
        template.get("timeout").ifPresent(each -> draft.setting(SettingName.TIMEOUT, Settings.milliseconds(each)));
        template.get("session_affinity").ifPresent(each -> draft.setting(SettingName.SESSION_AFFINITY, Settings.truth(each)));
        template.at("scaling", "min_instance_count").ifPresent(each -> draft.setting(SettingName.MIN_REPLICAS, Settings.count(each)));
        template.at("scaling", "max_instance_count").ifPresent(each -> draft.setting(SettingName.MAX_REPLICAS, Settings.count(each)));
        // With a block of resources that does not say so, processors are not taken away between requests.
        // https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#resourcerequirements
        container.get("resources")
                .ifPresent(
                        resources ->
                                draft.setting(
                                        SettingName.CPU_ALWAYS,
                                        resources.get("cpu_idle")
                                                .map(Settings::opposite)
                                                .orElse(Setting.at(new Value.Known(true), resources.place()))));
    }

    private static void copies(DeploymentUnit.Draft draft) {
        draft.settingIfAbsent(SettingName.MIN_REPLICAS, Setting.byDefault(0L));
        draft.settingIfAbsent(SettingName.MAX_REPLICAS, Setting.byDefault(100L));
        Setting least = draft.setting(SettingName.MIN_REPLICAS).orElseThrow();
        boolean keepsOne = least.value() instanceof Value.Unknown || least.value().number().filter(number -> number >= 1).isPresent();
        // Copies that serve at the least while there is traffic.
        draft.setting(SettingName.REPLICAS, keepsOne ? least : Setting.byDefault(1L));
    }

    /** Volumes that outlive the instance: buckets and file shares, and no memory or secrets. */
    private static void mounts(Term revision, Term container, DeploymentUnit.Draft draft) {
        Map<String, String> kinds = new HashMap<>();
        for (Term volume : revision.get("volumes").map(Term::elements).orElse(List.of())) {
            Optional<String> kind =
                    volume.get("gcs").isPresent() ? Optional.of("gcs") : volume.get("nfs").isPresent() ? Optional.of("nfs") : Optional.empty();
            volume.get("name").flatMap(Term::text).ifPresent(name -> kind.ifPresent(each -> kinds.put(name, each)));
        }
        for (Term mount : container.get("volume_mounts").map(Term::elements).orElse(List.of())) {
            Optional<String> kind = mount.get("name").flatMap(Term::text).map(kinds::get);
            Optional<Term> path = mount.get("mount_path");
            if (kind.isPresent() && path.isPresent()) {
                draft.mount(new DeploymentUnit.Mount(Settings.of(path.get()).value(), kind.get(), mount.place()));
            }
        }
    }
}
