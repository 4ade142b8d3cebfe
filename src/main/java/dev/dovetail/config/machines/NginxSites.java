package dev.dovetail.config.machines;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Durations;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways through nginx to ports of the machine, in the site files of the workspace. */
final class NginxSites {

    private static final String PLATFORM = "nginx";
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(?:sites-(?:available|enabled)/[^/]+|conf\\.d/[^/]+|[^/]*nginx[^/]*|[^/]+\\.conf|nginx/[^/]+)");
    private static final Pattern LOCAL = Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1])(?::(\\d{1,5}))?/?.*");
    private static final Pattern SERVER = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):(\\d{1,5})");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kKmMgG]?)");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s|m|h)?");

    /** One location that passes requests on. */
    private record Site(long port, Map<String, Setting> settings, Place place) {}

    private final List<Site> sites;

    private NginxSites(List<Site> sites) {
        this.sites = List.copyOf(sites);
    }

    static NginxSites of(Workspace workspace) {
        List<Site> sites = new ArrayList<>();
        for (String file : workspace.files()) {
            if (NAME.matcher(file).matches()) {
                workspace.read(file)
                        .filter(text -> text.contains("proxy_pass") && text.contains("{"))
                        .ifPresent(text -> read(NginxFile.parse(file, text), Map.of(), new HashMap<>(), sites));
            }
        }
        return new NginxSites(sites);
    }

    private static void read(
            NginxFile.Block block, Map<String, List<Long>> outer, Map<String, NginxFile.Line> inherited, List<Site> sites) {
        Map<String, List<Long>> upstreams = new HashMap<>(outer);
        Map<String, NginxFile.Line> lines = new HashMap<>(inherited);
        for (NginxFile.Line line : block.lines()) {
            boolean upgrade = line.name().equals("proxy_set_header") && line.words().size() > 1 && line.words().get(0).equalsIgnoreCase("Upgrade");
            lines.put(upgrade ? "upgrade" : line.name(), line);
        }
        for (NginxFile.Block inner : block.blocks()) {
            if (inner.name().equals("upstream") && !inner.words().isEmpty()) {
                upstreams.put(inner.words().get(0), ports(inner));
            }
        }
        for (NginxFile.Line line : block.lines()) {
            if (line.name().equals("proxy_pass") && !line.words().isEmpty()) {
                for (long port : targets(line.words().get(0), upstreams)) {
                    sites.add(new Site(port, settings(lines), line.place()));
                }
            }
        }
        for (NginxFile.Block inner : block.blocks()) {
            read(inner, upstreams, lines, sites);
        }
    }

    private static List<Long> ports(NginxFile.Block upstream) {
        List<Long> ports = new ArrayList<>();
        for (NginxFile.Line line : upstream.lines()) {
            Matcher server = SERVER.matcher(line.words().isEmpty() ? "" : line.words().get(0));
            if (line.name().equals("server") && server.matches()) {
                ports.add(Long.valueOf(server.group(1)));
            }
        }
        return ports;
    }

    private static List<Long> targets(String address, Map<String, List<Long>> upstreams) {
        Matcher local = LOCAL.matcher(address);
        if (local.matches()) {
            return List.of(local.group(1) == null ? 80L : Long.parseLong(local.group(1)));
        }
        return upstreams.getOrDefault(address.replaceFirst("^https?://", "").replaceFirst("/.*$", ""), List.of());
    }

    private static Map<String, Setting> settings(Map<String, NginxFile.Line> lines) {
        Map<String, Setting> found = new HashMap<>();
        NginxFile.Line upgrade = lines.get("upgrade");
        if (upgrade != null) {
            found.put(SettingName.UPGRADES, Setting.at(new Value.Known(true), upgrade.place()));
        }
        NginxFile.Line size = lines.get("client_max_body_size");
        if (size != null && !size.words().isEmpty()) {
            found.put("request-size", Setting.at(bytes(size.words().get(0)), size.place()));
        }
        NginxFile.Line timeout = lines.get("proxy_read_timeout");
        if (timeout != null && !timeout.words().isEmpty()) {
            found.put(SettingName.TIMEOUT, Setting.at(milliseconds(timeout.words().get(0)), timeout.place()));
        }
        NginxFile.Line include = lines.get("include");
        if (include != null) {
            Setting perhaps = Setting.at(new Value.Unknown("a file that is included may say it"), include.place());
            found.putIfAbsent(SettingName.UPGRADES, perhaps);
            found.putIfAbsent("request-size", perhaps);
            found.putIfAbsent(SettingName.TIMEOUT, perhaps);
        }
        return found;
    }

    /** A size in bytes; 0 takes the limit away. */
    private static Value bytes(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches() || text.equals("0")) {
            return new Value.Unknown("there is no limit");
        }
        long number = Long.parseLong(size.group(1));
        return new Value.Known(
                switch (size.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> number * 1024;
                    case "m" -> number * 1024 * 1024;
                    case "g" -> number * 1024 * 1024 * 1024;
                    default -> number;
                });
    }

    private static Value milliseconds(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            return new Value.Unknown("it is no duration");
        }
        return new Value.Known(Durations.milliseconds(duration.group(1), duration.group(2)));
    }

    /**
     * Gives a unit its ways through nginx: those to the port that its config sets, or all of them when
     * only one port is passed on to.
     */
    void attach(DeploymentUnit.Draft draft, Map<String, Setting> environment) {
        Optional<Long> own =
                draft.setting(SettingName.LISTEN_PORT)
                        .or(() -> Optional.ofNullable(environment.get("PORT")))
                        .flatMap(set -> set.value().number())
                        .map(Double::longValue);
        TreeSet<Long> ports = new TreeSet<>();
        sites.forEach(site -> ports.add(site.port()));
        Optional<Long> meant = own.isPresent() ? own : ports.size() == 1 ? Optional.of(ports.first()) : Optional.empty();
        List<Site> ways = sites.stream().filter(site -> meant.filter(port -> port == site.port()).isPresent()).toList();
        if (ways.isEmpty()) {
            draft.triggersUnknown();
            return;
        }
        for (Site site : ways) {
            draft.trigger(
                    new Trigger(
                            Trigger.Kind.HTTP,
                            List.of(new Trigger.Hop(PLATFORM, site.settings(), site.place())),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            site.place()));
        }
        if (own.isPresent()) {
            draft.settingIfAbsent(SettingName.PORT, Setting.at(new Value.Known(ways.get(0).port()), ways.get(0).place()));
        }
    }
}
