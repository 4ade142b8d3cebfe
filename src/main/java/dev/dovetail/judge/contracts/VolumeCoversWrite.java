package dev.dovetail.judge.contracts;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Findings;
import dev.dovetail.judge.Subject;
import dev.dovetail.knowledge.Contract;
import dev.dovetail.knowledge.Feature;
import dev.dovetail.knowledge.Selector;
import dev.dovetail.knowledge.Signature;
import dev.dovetail.link.Folded;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.ReachedUse;
import dev.dovetail.link.Truth;
import dev.dovetail.link.Values;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A volume that is meant for what the code writes is mounted where the code writes it. */
public final class VolumeCoversWrite implements ContractRule {

    /** A write, with the absolute folder or file that it goes to, as far as that is known. */
    private record Written(ReachedUse use, String path) {}

    @Override
    public String id() {
        return "volume-covers-write";
    }

    @Override
    public List<Finding> judge(LinkedUnit unit, Contract contract, Surroundings surroundings) {
        List<DeploymentUnit.Mount> mounts = unit.unit().mounts();
        boolean allKnown =
                mounts.stream().noneMatch(mount -> mount.path() instanceof Value.Unknown);
        Optional<String> start =
                unit.unit()
                        .setting(SettingName.WORKING_FOLDER)
                        .flatMap(folder -> folder.value().text())
                        .map(VolumeCoversWrite::plain);
        if (mounts.isEmpty() || !allKnown || start.isEmpty() || !unit.codeIsKnown()
                || links(unit, contract, surroundings)) {
            return List.of();
        }
        Set<Written> writes = new LinkedHashSet<>();
        unit.uses().forEach(use -> written(unit, contract, surroundings, use, start.get()).ifPresent(writes::add));
        List<Finding> findings = new ArrayList<>();
        for (DeploymentUnit.Mount mount : mounts) {
            String path = plain(mount.path().text().orElse(""));
            boolean used =
                    path.isEmpty()
                            || writes.stream().anyMatch(write -> isUnder(write.path(), path))
                            || isNamed(unit, path);
            for (Written write : used ? Set.<Written>of() : writes) {
                if (isMeant(write.path(), path, start.get()) && !isCovered(write.path(), mounts)) {
                    findings.add(broken(unit, contract, mount, path, write));
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static Optional<Written> written(
            LinkedUnit unit,
            Contract contract,
            Surroundings surroundings,
            ReachedUse use,
            String start) {
        for (Map.Entry<String, String> watched : contract.table("features").entrySet()) {
            Feature feature = surroundings.knowledge().features().get(watched.getKey());
            List<Signature> signatures =
                    feature == null
                            ? List.of()
                            : feature.uses().getOrDefault(use.file().language().id(), List.of());
            for (Signature signature : signatures) {
                Selector selector = signature.captures().get(watched.getValue());
                if (selector == null || !use.certain() || !Calls.areOf(use, signature)) {
                    continue;
                }
                Values.Found found = Values.find(unit.resolver(), use.file(), use.use(), selector);
                Folded value = Subject.fold(unit, found);
                Subject subject =
                        new Subject(
                                unit,
                                use,
                                Map.of(watched.getValue(), value),
                                Map.of(watched.getValue(), found),
                                Optional.empty());
                if (surroundings.conditions().holds(signature.where(), subject) == Truth.YES) {
                    return absolute(value, start).map(path -> new Written(use, path));
                }
            }
        }
        return Optional.empty();
    }

    /** The whole path, or the folders that it surely begins with. */
    private static Optional<String> absolute(Folded value, String start) {
        Optional<String> text =
                value instanceof Folded.Partial partial
                        ? Optional.of(partial.prefix())
                                .filter(prefix -> prefix.contains("/"))
                                .map(prefix -> prefix.substring(0, prefix.lastIndexOf('/')))
                        : value instanceof Folded.Known ? value.text() : Optional.empty();
        return text.filter(path -> !path.contains("..") && !path.contains(":"))
                .map(path -> path.startsWith("/") ? path : start + "/" + path.replaceFirst("^\\./", ""))
                .map(VolumeCoversWrite::plain);
    }

    private static String plain(String path) {
        return path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private static boolean isUnder(String path, String folder) {
        return (path + "/").startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /** Whether a folder of the written path is called as the last one of the mounted path. */
    private static boolean isMeant(String written, String mount, String start) {
        String name = mount.substring(mount.lastIndexOf('/') + 1);
        return isUnder(written, start)
                && !isUnder(start, mount)
                && List.of(written.substring(start.equals("/") ? 0 : start.length()).split("/"))
                        .contains(name);
    }

    private static boolean isCovered(String written, List<DeploymentUnit.Mount> mounts) {
        return mounts.stream()
                .anyMatch(
                        mount ->
                                mount.path().text().filter(path -> isUnder(written, plain(path))).isPresent());
    }

    /** Whether code or environment names the mounted path, and so may well write there. */
    private static boolean isNamed(LinkedUnit unit, String mount) {
        return !unit.unit().environmentKnown()
                || unit.unit().environment().values().stream()
                        .anyMatch(
                                set ->
                                        set.value()
                                                .text()
                                                .map(text -> text.contains(mount))
                                                .orElse(true))
                || Exprs.anyText(unit, text -> plain(text).startsWith(mount));
    }

    /** Whether the files that make the image and start it make links, which may lead to the volume. */
    private static boolean links(
            LinkedUnit unit, Contract contract, Surroundings surroundings) {
        Set<String> files = new LinkedHashSet<>();
        unit.unit().way().forEach(place -> files.add(place.file()));
        unit.unit()
                .setting(SettingName.WORKING_FOLDER)
                .flatMap(set -> set.place())
                .map(Place::file)
                .ifPresent(files::add);
        return files.stream()
                .flatMap(file -> surroundings.manifests().workspace().read(file).stream())
                .anyMatch(text -> contract.table("links").keySet().stream().anyMatch(text::contains));
    }

    private static Finding broken(
            LinkedUnit unit,
            Contract contract,
            DeploymentUnit.Mount mount,
            String path,
            Written write) {
        return Findings.broken(
                        contract, "beside", unit, Map.of("path", write.path(), "mount", path))
                .codeLabel("writes to " + write.path())
                .config(mount.place(), "mounts a volume at " + path)
                .wayTo(write.use().step())
                .at(write.use().place());
    }
}
