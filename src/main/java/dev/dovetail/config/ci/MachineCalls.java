package dev.dovetail.config.ci;

import dev.dovetail.config.Setting;
import dev.dovetail.config.commands.ShellScripts;
import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts that run on a machine after code was brought there, and start its processes anew. */
final class MachineCalls {

    private static final String HOST = "virtual-machine";

    private static final Pattern CHANGE_FOLDER = Pattern.compile("(?:^|[\\s;&|(])cd\\s+[\"']?([^\\s;&|\"')]+)");
    private static final Set<String> STARTS = Set.of("start", "startOrRestart", "startOrReload", "startOrGracefulReload");
    private static final Set<String> RESTARTS = Set.of("restart", "reload", "gracefulReload");
    private static final Pattern SCRIPT = Pattern.compile(".*\\.(?:js|cjs|mjs|ts|json|ya?ml|py|sh)|npm|yarn|pnpm|node");

    /** Services that are the machine's own and not the application. */
    private static final Pattern OTHERS =
            Pattern.compile("(?:nginx|apache2|httpd|caddy|docker|containerd|mysqld?|mariadb|postgresql.*|redis.*|mongod|php.*|ssh|sshd|cron|ufw|supervisord?|haproxy|memcached|rabbitmq-server|elasticsearch|amazon-.*|codedeploy-agent|snapd|rsyslog|systemd-.*|fail2ban|actions\\.runner.*|certbot.*|cloudflared|tailscaled)(?:\\.service)?");

    private final Workspace workspace;

    MachineCalls(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What a script starts on the machine that it runs on. */
    List<Deployment> read(String script, Map<String, Setting> variables, Place place) {
        Optional<String> folder = folder(script);
        List<Deployment> started = new ArrayList<>();
        List<Deployment> restarted = new ArrayList<>();
        for (SimpleCommand each : ShellScripts.calls(script, "", variables, place)) {
            SimpleCommand call = DeployCommands.bare(each);
            List<String> words = call.words();
            if (words.size() < 3) {
                continue;
            }
            Deployment machine = Deployment.of(HOST, Optional.empty(), Optional.empty(), folder, call.place());
            if (words.get(0).equals("pm2") && STARTS.contains(words.get(1)) && SCRIPT.matcher(words.get(2)).matches()) {
                started.add(machine.starting(words));
            } else if (words.get(0).equals("pm2") && (STARTS.contains(words.get(1)) || RESTARTS.contains(words.get(1)))) {
                restarted.add(machine);
            } else if (words.get(0).equals("systemctl") && words.get(1).matches("(re)?start|reload.*")
                    && SimpleCommand.isKnown(words.get(2))
                    && !OTHERS.matcher(words.get(2)).matches()) {
                restarted.add(machine);
            }
        }
        return started.isEmpty() ? restarted.stream().limit(1).toList() : started;
    }

    /**
     * The folder of the workspace that the script last goes to. The repository lies somewhere on the
     * machine: the longest end of the path that is a folder here.
     */
    private Optional<String> folder(String script) {
        String path = "";
        Matcher change = CHANGE_FOLDER.matcher(script);
        while (change.find()) {
            String to = change.group(1);
            path = to.startsWith("/") || to.startsWith("~") || to.startsWith("$") ? to : path + "/" + to;
        }
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.removeIf(String::isEmpty);
        while (!parts.isEmpty()) {
            Optional<String> end = Paths.resolve("", String.join("/", parts)).filter(each -> !each.isEmpty());
            if (end.filter(workspace::hasFolder).isPresent()) {
                return end;
            }
            parts.remove(0);
        }
        return Optional.of("");
    }
}
