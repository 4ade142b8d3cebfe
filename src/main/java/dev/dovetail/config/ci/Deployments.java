package dev.dovetail.config.ci;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.config.pipelines.PipelineVisitor;
import dev.dovetail.config.pipelines.Pipelines;
import dev.dovetail.config.pipelines.Scope;
import dev.dovetail.config.pipelines.Scripts;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that the pipelines and scripts of a workspace send to platforms, in the order of their places.
 *
 * <p>A pipeline that only tests or builds sends nothing. What a step sends that cannot be read is left
 * out.
 */
public final class Deployments {

    /** What every deployment that is known here has in its text. */
    private static final Pattern WORDS =
            Pattern.compile("gcloud|deploy-cloudrun|gcp-cloud-run|heroku|beanstalk|\\beb\\b|\\bfly(?:ctl)?\\b|railway|\\bpm2\\b|systemctl|app-?runner|\\becs\\b|update-function-code");

    private static final Pattern SSH_ACTIONS =
            Pattern.compile("(?:appleboy/ssh-action|fifsky/ssh-action|garygrossgarten/github-action-ssh|D3rHase/ssh-command-action|cross-the-world/(?:ssh-pipelines|ssh-scp-ssh-pipelines)|matheusvanzan/sshpass-action|JimCronqvist/action-ssh|easingthemes/ssh-deploy)@.*");

    private static final Set<String> SSH_VALUED =
            Set.of("-i", "-p", "-o", "-l", "-F", "-J", "-L", "-R", "-b", "-c", "-E", "-e", "-m", "-S", "-w");

    private final Workspace workspace;
    private final Documents documents;
    private final Manifests manifests;
    private final MachineCalls machines;
    private final FunctionCalls functions = new FunctionCalls();
    private final List<Deployment> found = new ArrayList<>();

    private Deployments(Manifests manifests) {
        this.workspace = manifests.workspace();
        this.documents = manifests.documents();
        this.manifests = manifests;
        this.machines = new MachineCalls(workspace);
    }

    public static List<Deployment> of(Manifests manifests) {
        Deployments deployments = new Deployments(manifests);
        deployments.read();
        return List.copyOf(deployments.found);
    }

    private void read() {
        for (String file : workspace.files()) {
            boolean manifest = Paths.name(file).equals("package.json");
            if (!manifest && !Pipelines.isPipeline(file) && !Scripts.isScript(file)) {
                continue;
            }
            Optional<String> text = workspace.read(file).filter(each -> WORDS.matcher(each).find());
            if (text.isEmpty()) {
                continue;
            }
            if (manifest) {
                manifests.packageIn(Paths.parent(file))
                        .ifPresent(
                                each ->
                                        each.scripts().values()
                                                .forEach(
                                                        script ->
                                                                ShellScripts.calls(script, each.folder(), Map.of(), each.place())
                                                                        .forEach(this::take)));
            } else if (Pipelines.isPipeline(file)) {
                documents.read(file).forEach(document -> Pipelines.read(file, document, new Visitor()));
            } else {
                Scripts.read(file, text.get(), this::take);
                if (Paths.name(file).toLowerCase(Locale.ROOT).contains("deploy")) {
                    found.addAll(machines.read(text.get(), Map.of(), Place.startOf(file)));
                }
            }
        }
    }

    private void take(SimpleCommand call) {
        DeployCommands.read(call).ifPresent(found::add);
        functions.read(call).ifPresent(found::add);
        if (call.isCallOf("ssh")) {
            List<String> words = call.after(1, SSH_VALUED).rest();
            if (words.size() > 1) {
                found.addAll(machines.read(String.join(" ", words.subList(1, words.size())), Map.of(), call.place()));
            }
        }
    }

    /** Takes what one document of a pipeline sends. */
    private final class Visitor implements PipelineVisitor {
        private final Map<String, String> orbs = new HashMap<>();
        private final Set<String> onMachine = new HashSet<>();

        @Override
        public boolean wants(String script) {
            return WORDS.matcher(script).find()
                    || script.contains("/deploy")
                    || script.contains("/push")
                    || script.contains("zip ");
        }

        @Override
        public void call(SimpleCommand call, Scope scope) {
            take(call);
            if (call.words().size() == 1) {
                orb(new ConfigNode.Entry(call.words().get(0), call.place(), new ConfigNode.Scalar(null, "", "", call.place())), scope);
            }
        }

        @Override
        public void step(ConfigNode.Mapping step, Scope scope) {
            for (ConfigNode.Entry entry : Nodes.entries(step.get("orbs"))) {
                Nodes.text(entry.value()).ifPresent(orb -> orbs.put(entry.key(), orb));
            }
            if (step.get("runs-on").filter(node -> Nodes.elements(node).stream().anyMatch(each -> Nodes.text(each).filter("self-hosted"::equals).isPresent())).isPresent()) {
                onMachine.add(scope.job());
            }
            DeployActions.ofStep(step, scope).ifPresent(found::add);
            step.entries().forEach(entry -> orb(entry, scope));
            machine(step, scope);
        }

        private void orb(ConfigNode.Entry entry, Scope scope) {
            DeployActions.ofOrb(entry, orbs, scope).ifPresent(found::add);
        }

        /** A step whose script runs on a machine: by SSH, or on a runner of one's own. */
        private void machine(ConfigNode.Mapping step, Scope scope) {
            boolean ssh = Nodes.text(step, "uses").filter(uses -> SSH_ACTIONS.matcher(uses).matches()).isPresent();
            Optional<ConfigNode> script =
                    ssh
                            ? Nodes.at(step, "with", "script").or(() -> Nodes.at(step, "with", "command"))
                            : step.get("run").filter(run -> onMachine.contains(scope.job()));
            script.ifPresent(
                    node ->
                            Nodes.text(node)
                                    .ifPresent(text -> found.addAll(machines.read(scope.filled(text), scope.variables(), node.place()))));
        }
    }
}
