package dev.dovetail.config.ci;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.config.pipelines.Scope;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps that use an action of GitHub's marketplace, or an orb of CircleCI, to send code to a platform. */
final class DeployActions {

    /**
     * An action or an orb's command.
     *
     * @param name before the {@code @}; of an orb, before the slash
     * @param names inputs that name the application
     * @param images inputs that name an image
     * @param folders inputs that name a folder; without it, the root of the repository is sent
     */
    private record Action(
            String host, String name, List<String> names, List<String> images, List<String> folders) {}

    private static final List<Action> ACTIONS =
            List.of(
                    new Action("heroku", "akhileshns/heroku-deploy", List.of("heroku_app_name"), List.of(), List.of("appdir")),
                    new Action("heroku", "AkhileshNS/heroku-deploy", List.of("heroku_app_name"), List.of(), List.of("appdir")),
                    new Action("heroku", "gonuit/heroku-docker-deploy", List.of("heroku_app_name"), List.of(), List.of("dockerfile_directory")),
                    new Action("aws-elastic-beanstalk", "einaregilsson/beanstalk-deploy", List.of("application_name"), List.of(), List.of()),
                    new Action("aws-app-runner", "awslabs/amazon-app-runner-deploy", List.of("service"), List.of("image"), List.of("source-directory")));

    private static final List<Action> ORBS =
            List.of(
                    new Action("heroku", "circleci/heroku", List.of("app-name"), List.of(), List.of()),
                    new Action("google-cloud-run", "circleci/gcp-cloud-run", List.of("service-name"), List.of("image"), List.of()),
                    new Action("aws-elastic-beanstalk", "circleci/aws-elastic-beanstalk", List.of(), List.of(), List.of()),
                    new Action("aws-ecs", "circleci/aws-ecs", List.of("service-name", "family"), List.of(), List.of()));

    private static final Pattern COMMAND = Pattern.compile("([\\w-]+)/(deploy[\\w-]*|push[\\w-]*|release[\\w-]*|run-task)");

    private DeployActions() {}

    /** What a step of GitHub Actions deploys. */
    static Optional<Deployment> ofStep(ConfigNode.Mapping step, Scope scope) {
        String uses = Nodes.text(step, "uses").orElse("");
        String name = uses.replaceFirst("@.*$", "");
        if (name.equals("google-github-actions/deploy-cloudrun")) {
            return cloudRun(step, scope);
        }
        return ACTIONS.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .map(action -> deployment(action, step.get("with").orElse(step), scope, step));
    }

    private static Deployment deployment(
            Action action, ConfigNode inputs, Scope scope, ConfigNode step) {
        Optional<String> folder =
                input(action.folders(), inputs, scope)
                        .or(() -> Optional.of("."))
                        .filter(SimpleCommand::isKnown)
                        .flatMap(path -> Paths.resolve("", path));
        return Deployment.of(
                action.host(),
                input(action.names(), inputs, scope),
                input(action.images(), inputs, scope),
                folder,
                place(step));
    }

    private static Optional<String> input(List<String> names, ConfigNode inputs, Scope scope) {
        return names.stream().flatMap(name -> Nodes.text(inputs, name).stream()).findFirst().map(scope::filled);
    }

    private static Place place(ConfigNode step) {
        return step.get("uses").map(ConfigNode::place).orElse(step.place());
    }

    /** https://github.com/google-github-actions/deploy-cloudrun#inputs */
    private static Optional<Deployment> cloudRun(ConfigNode.Mapping step, Scope scope) {
        ConfigNode inputs = step.get("with").orElse(step);
        if (inputs.get("metadata").isPresent()) {
            // The file that it names is read by itself.
            return Optional.empty();
        }
        boolean job = inputs.get("job").isPresent();
        List<String> words = new ArrayList<>(job ? List.of("gcloud", "run", "jobs", "deploy") : List.of("gcloud", "run", "deploy"));
        for (String option : List.of("image", "source", "timeout")) {
            input(List.of(option), inputs, scope).ifPresent(value -> words.add("--" + option + "=" + value));
        }
        input(List.of("flags"), inputs, scope)
                .ifPresent(
                        flags ->
                                ShellScripts.calls("flags " + flags.replace('\n', ' '), "", scope.variables(), place(step)).stream()
                                        .findFirst()
                                        .ifPresent(call -> words.addAll(call.words().subList(1, call.words().size()))));
        input(List.of("service", "job"), inputs, scope).ifPresent(words::add);
        List<String> variables = new ArrayList<>(scope.lines(step, "env_vars", true));
        for (String line : scope.lines(step, "secrets", true)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("/")) {
                variables.add(line.substring(0, equals) + "=${secret}");
            }
        }
        return CloudRunCall.read(new SimpleCommand(words, Optional.of(""), place(step)))
                .map(deployment -> deployment.with(variables));
    }

    /**
     * What a step or a job of CircleCI deploys by an orb.
     *
     * @param orbs by their names in the file, what they are: {@code circleci/heroku@2.0}
     */
    static Optional<Deployment> ofOrb(ConfigNode.Entry step, Map<String, String> orbs, Scope scope) {
        Matcher command = COMMAND.matcher(step.key());
        if (!command.matches()) {
            return Optional.empty();
        }
        String orb = orbs.getOrDefault(command.group(1), "").replaceFirst("@.*$", "");
        return ORBS.stream()
                .filter(action -> action.name().equals(orb))
                .findFirst()
                .map(action -> deployment(action, step.value(), scope, new ConfigNode.Scalar(null, "", "", step.keyPlace())));
    }
}
