package dev.dovetail.lsp.answers;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.report.PlatformText;
import dev.dovetail.report.SettingText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What platforms allow a unit, as Markdown; each fact with where and when it was read. */
final class UnitFacts {

    /** Settings that are worth a line although no limit bounds them. */
    private static final List<String> ALWAYS_SHOWN =
            List.of(SettingName.RUNTIME, SettingName.PORT, SettingName.REPLICAS);

    private final Knowledge knowledge;

    UnitFacts(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Every setting that a platform bounds, a line each, with what the platforms allow. */
    List<String> lines(DeploymentUnit unit) {
        Set<String> names = new TreeSet<>(ALWAYS_SHOWN);
        for (Platform platform : platforms(unit)) {
            platform.limits().values().forEach(limit -> limit.setting().ifPresent(names::add));
        }
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            unit.setting(name)
                    .ifPresent(setting -> lines.add("- " + line(unit, name, setting)));
        }
        return lines;
    }

    /** {@code timeout = 30 s · AWS Lambda: at most 900 s (source, as of 2026-11)}. */
    String line(DeploymentUnit unit, String name, Setting setting) {
        String byDefault = setting.origin() == Setting.Origin.DEFAULT ? " by default" : "";
        StringBuilder line =
                new StringBuilder("`%s`".formatted(name))
                        .append(" = ")
                        .append(SettingText.value(name, setting.value()))
                        .append(byDefault);
        allowed(unit, name, setting).forEach(fact -> line.append(" · ").append(fact));
        return line.toString();
    }

    /** What each platform that has a word on a setting says, the host first. */
    private List<String> allowed(DeploymentUnit unit, String name, Setting setting) {
        List<String> facts = new ArrayList<>();
        for (Platform platform : platforms(unit)) {
            for (Platform.Limit limit : platform.limits().values()) {
                if (limit.setting().filter(name::equals).isPresent()) {
                    facts.add(fact(platform, PlatformText.figures(limit), limit.source()));
                }
            }
            if (name.equals(SettingName.RUNTIME)) {
                setting.value()
                        .text()
                        .map(platform.runtimes()::get)
                        .ifPresent(
                                runtime ->
                                        facts.add(
                                                fact(
                                                        platform,
                                                        PlatformText.lifeCycle(runtime),
                                                        runtime.source())));
            }
        }
        return facts;
    }

    private static String fact(Platform platform, String says, Platform.Source source) {
        return "%s: %s ([source](%s), as of %s)"
                .formatted(platform.name(), says, source.url(), source.asOf());
    }

    private List<Platform> platforms(DeploymentUnit unit) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(unit.host());
        for (Trigger trigger : unit.triggers()) {
            trigger.hops().forEach(hop -> ids.add(hop.platform()));
        }
        Map<String, Platform> known = knowledge.platforms();
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** What a platform is, in a sentence, with its vendor's page. */
    Optional<String> about(String id) {
        return Optional.ofNullable(knowledge.platforms().get(id))
                .map(
                        platform ->
                                "**[%s](%s)**\n\n%s"
                                        .formatted(
                                                platform.name(),
                                                platform.home(),
                                                platform.summary().strip()));
    }
}
