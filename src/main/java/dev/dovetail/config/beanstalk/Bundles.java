package dev.dovetail.config.beanstalk;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.docker.BuiltImages;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.ImageUnits;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.paas.ProcessUnits;
import dev.dovetail.config.paas.Procfile;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes units of source bundles. */
final class Bundles {

    static final String HOST = "aws-elastic-beanstalk";

    private static final String PROCESS = "elasticbeanstalk:environment:process:default";
    private static final String PYTHON = "elasticbeanstalk:container:python";
    private static final Pattern PLATFORM =
            Pattern.compile("(?i)(node\\.js|python|corretto|java)[ -](\\d+(?:\\.\\d+)?).*");

    private final Manifests manifests;
    private final Workspace workspace;
    private final Documents documents;
    private final Images images;
    private final BuiltImages builtImages;
    private final ImageUnits imageUnits;
    private final ProcessUnits processUnits;

    Bundles(Manifests manifests) {
        this.manifests = manifests;
        this.workspace = manifests.workspace();
        this.documents = manifests.documents();
        this.images = new Images(workspace);
        this.builtImages = new BuiltImages(manifests);
        this.imageUnits = new ImageUnits(manifests);
        this.processUnits = new ProcessUnits(manifests);
    }

    /** The unit of a folder; empty when nothing in it is known to be started. */
    Optional<DeploymentUnit> unit(String folder, Place place) {
        Options options = Options.of(folder, workspace, documents);
        Optional<ConfigNode> cli = in(folder, ".elasticbeanstalk/config.yml").flatMap(file -> documents.read(file).stream().findFirst());
        Optional<ConfigNode> platform =
                cli.flatMap(each -> Nodes.at(each, "global", "default_platform").or(() -> Nodes.at(each, "global", "platform_name")));
        String word = platform.flatMap(Nodes::text).orElse("").toLowerCase(Locale.ROOT);
        DeploymentUnit.Draft draft = DeploymentUnit.draft(name(folder, cli), HOST, place, "elastic-beanstalk");
        draft.trigger(Trigger.of(Trigger.Kind.HTTP, place));
        draft.environmentUnknown();
        instances(options, place, draft);
        platform.flatMap(Bundles::runtime).ifPresent(set -> draft.setting(SettingName.RUNTIME, set));
        Map<String, Setting> environment = new HashMap<>(options.environment());
        Optional.ofNullable(environment.get("PORT")).ifPresent(port -> draft.setting(SettingName.PORT, port));
        return start(folder, options, word, environment, place, draft) ? Optional.of(draft.build()) : Optional.empty();
    }

    private String name(String folder, Optional<ConfigNode> cli) {
        return cli.flatMap(each -> Nodes.text(each, "global", "application_name"))
                .or(() -> manifests.packageIn(folder).flatMap(PackageJson::name).map(Paths::name))
                .orElse(folder.isEmpty() ? "application" : Paths.name(folder));
    }

    private static void instances(Options options, Place place, DeploymentUnit.Draft draft) {
        Optional<Setting> type = options.get("elasticbeanstalk:environment", "EnvironmentType");
        boolean single = type.flatMap(set -> set.value().text()).filter("SingleInstance"::equals).isPresent();
        boolean balanced =
                type.isPresent() && !single
                        || options.has("autoscaling:asg")
                        || options.has("autoscaling:trigger")
                        || options.has("elbv2:listener:default")
                        || options.has("elbv2:listener:443")
                        || options.has("elb:listener:443")
                        || options.get("elasticbeanstalk:environment", "LoadBalancerType").isPresent();
        if (single) {
            type.ifPresent(each -> draft.setting(SettingName.REPLICAS, new Setting(new Value.Known(1L), each.origin(), each.place())));
        } else if (balanced) {
            Setting fewest = options.number("autoscaling:asg", "MinSize").orElse(Setting.byDefault(1L));
            draft.setting(SettingName.REPLICAS, fewest)
                    .setting(SettingName.MIN_REPLICAS, fewest)
                    .setting(SettingName.MAX_REPLICAS, options.number("autoscaling:asg", "MaxSize").orElse(Setting.byDefault(4L)));
        } else {
            // Whoever creates the environment chooses between one instance and a load balancer.
            draft.setting(SettingName.REPLICAS, Setting.byDefault(1L));
            draft.setting(SettingName.MAX_REPLICAS, Setting.at(new Value.Unknown("the environment's type is chosen when it is created"), place));
        }
        options.get(PROCESS, "StickinessEnabled")
                .map(set -> new Setting(set.value().text().<Value>map(text -> new Value.Known(text.equalsIgnoreCase("true"))).orElse(set.value()), set.origin(), set.place()))
                .ifPresent(set -> draft.setting(SettingName.SESSION_AFFINITY, set));
        options.get(PROCESS, "HealthCheckPath")
                .or(() -> options.get("elasticbeanstalk:application", "Application Healthcheck URL"))
                .filter(set -> set.value().text().filter(text -> text.startsWith("/")).isPresent())
                .ifPresent(set -> draft.setting(SettingName.HEALTH_CHECK_PATH, set));
    }

    /** {@code Node.js 18 running on 64bit Amazon Linux 2023} in the words of runtimes. */
    private static Optional<Setting> runtime(ConfigNode platform) {
        Matcher matcher = PLATFORM.matcher(Nodes.text(platform).orElse("").strip());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String language =
                switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                    case "node.js" -> "nodejs";
                    case "python" -> "python";
                    default -> "java";
                };
        return Optional.of(Setting.at(new Value.Known(language + matcher.group(2)), platform.place()));
    }

    private boolean start(
            String folder, Options options, String platform, Map<String, Setting> environment, Place place, DeploymentUnit.Draft draft) {
        Optional<ProcessUnits.Start> web =
                Procfile.in(folder, workspace).flatMap(Procfile::web).map(each -> new ProcessUnits.Start(each.command(), each.place()));
        boolean docker = platform.contains("docker") || platform.contains("ecs");
        if (docker && in(folder, "docker-compose.yml").isPresent()) {
            // Its services are units of their own.
            return false;
        }
        Optional<Image> image = docker || platform.isEmpty() && web.isEmpty() ? image(folder) : Optional.empty();
        if (image.isPresent()) {
            imageUnits.fill(draft, image.get(), Optional.empty(), Optional.empty(), environment, Optional.empty());
            return true;
        }
        Optional<ProcessUnits.Start> start =
                web.or(() -> command(options))
                        .or(() -> processUnits.byConvention(folder))
                        .or(() -> node(folder, place))
                        .or(() -> python(folder, options, place));
        if (start.isPresent()) {
            processUnits.fill(draft, start.get(), folder, environment);
            return true;
        }
        boolean java = in(folder, "pom.xml").isPresent() || in(folder, "build.gradle").isPresent();
        if (java) {
            draft.folder(folder).environment(environment).entryPoint(new EntryPoint.MainClass("", folder, place));
        }
        return java;
    }

    /** The image of a Dockerrun.aws.json, or of the Dockerfile in the bundle. */
    private Optional<Image> image(String folder) {
        Optional<String> named =
                in(folder, "Dockerrun.aws.json")
                        .flatMap(file -> documents.read(file).stream().findFirst())
                        .flatMap(document -> Nodes.text(document, "Image", "Name"));
        return named.isPresent()
                ? named.flatMap(name -> builtImages.of(name).or(() -> BuiltImages.isPublic(name) ? Optional.empty() : builtImages.sole()))
                : in(folder, "Dockerfile").flatMap(file -> images.at(file, folder, Optional.empty(), Map.of()));
    }

    private static Optional<ProcessUnits.Start> command(Options options) {
        return options.get("elasticbeanstalk:container:nodejs", "NodeCommand")
                .flatMap(set -> set.value().text().filter(text -> !text.isBlank()).flatMap(text -> set.place().map(at -> new ProcessUnits.Start(text, at))));
    }

    /** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_nodejs.container.html */
    private Optional<ProcessUnits.Start> node(String folder, Place place) {
        return List.of("app.js", "server.js").stream()
                .filter(name -> in(folder, name).isPresent() && in(folder, "package.json").isPresent())
                .findFirst()
                .map(name -> new ProcessUnits.Start("node " + name, place));
    }

    /** gunicorn with what WSGIPath names: {@code application:application}, {@code project/wsgi.py}. */
    private Optional<ProcessUnits.Start> python(String folder, Options options, Place place) {
        Optional<Setting> path = options.get(PYTHON, "WSGIPath");
        String written = path.map(set -> set.value().text().orElse("")).orElse("application");
        String module = written.replaceFirst(":.*$", "").replaceFirst("\\.py$", "").replace('/', '.');
        String name = written.contains(":") ? written.substring(written.indexOf(':') + 1) : "application";
        if (!written.matches("[\\w./:]+") || in(folder, module.replace('.', '/') + ".py").isEmpty()) {
            return Optional.empty();
        }
        String workers = options.number(PYTHON, "NumProcesses").flatMap(set -> set.value().text()).orElse("1");
        return Optional.of(
                new ProcessUnits.Start(
                        "gunicorn --bind :8000 --workers " + workers + " " + module + ":" + name,
                        path.flatMap(Setting::place).orElse(place)));
    }

    private Optional<String> in(String folder, String name) {
        return Paths.resolve(folder, name).filter(workspace::has);
    }
}
