package dev.dovetail.config.project;

import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads pom.xml files, with the parents of theirs that are in the workspace. */
final class MavenBuilds {

    private static final int LONGEST_CHAIN = 8;

    private final Workspace workspace;

    MavenBuilds(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The build of the pom.xml in a folder. */
    Optional<JavaBuild> in(String folder) {
        String file = folder.isEmpty() ? "pom.xml" : folder + "/pom.xml";
        List<XmlElement> poms = withParents(file);
        if (poms.isEmpty()) {
            return Optional.empty();
        }
        Set<String> dependencies = new TreeSet<>();
        for (XmlElement pom : poms) {
            pom.at("dependencies").ifPresent(list -> addNames(list, poms, dependencies));
            pom.at("parent").ifPresent(parent -> addName(parent, poms, dependencies));
        }
        return Optional.of(new JavaBuild(file, folder, release(poms), dependencies));
    }

    /** The pom first, then its parents, nearest first. */
    private List<XmlElement> withParents(String file) {
        List<XmlElement> poms = new ArrayList<>();
        Optional<String> next = Optional.of(file);
        while (next.isPresent() && poms.size() < Limits.EXTENDS_CHAIN) {
            String path = next.get();
            Optional<XmlElement> pom =
                    workspace.has(path)
                            ? workspace.read(path).flatMap(text -> XmlElement.parse(path, text))
                            : Optional.empty();
            if (pom.isEmpty()) {
                break;
            }
            poms.add(pom.get());
            next =
                    pom.get()
                            .at("parent")
                            .map(
                                    parent ->
                                            parent.at("relativePath")
                                                    .map(XmlElement::text)
                                                    .orElse("../pom.xml"))
                            .filter(relative -> !relative.isEmpty())
                            .map(
                                    relative ->
                                            relative.endsWith(".xml")
                                                    ? relative
                                                    : relative + "/pom.xml")
                            .flatMap(relative -> Paths.resolve(Paths.parent(path), relative));
        }
        return poms;
    }

    private static void addNames(XmlElement list, List<XmlElement> poms, Set<String> names) {
        list.children().forEach(dependency -> addName(dependency, poms, names));
    }

    private static void addName(XmlElement dependency, List<XmlElement> poms, Set<String> names) {
        Optional<String> group = dependency.at("groupId").map(XmlElement::text);
        Optional<String> artifact = dependency.at("artifactId").map(XmlElement::text);
        if (group.isPresent() && artifact.isPresent()) {
            names.add(
                    resolved(group.get(), poms, 0).orElse(group.get())
                            + ":"
                            + resolved(artifact.get(), poms, 0).orElse(artifact.get()));
        }
    }

    private static Optional<JavaBuild.Release> release(List<XmlElement> poms) {
        for (String setting : List.of("release", "target")) {
            for (XmlElement pom : poms) {
                Optional<XmlElement> configured = compilerSetting(pom, setting);
                if (configured.isPresent()) {
                    return of(configured.get(), poms);
                }
            }
            Optional<XmlElement> property = property("maven.compiler." + setting, poms);
            if (property.isPresent()) {
                return of(property.get(), poms);
            }
        }
        boolean springBoot =
                poms.stream()
                        .anyMatch(
                                pom ->
                                        pom.at("parent", "artifactId")
                                                .filter(
                                                        name ->
                                                                name.text()
                                                                        .equals(
                                                                                "spring-boot-starter-parent"))
                                                .isPresent());
        return springBoot
                ? property("java.version", poms).flatMap(property -> of(property, poms))
                : Optional.empty();
    }

    private static Optional<JavaBuild.Release> of(XmlElement element, List<XmlElement> poms) {
        return resolved(element.text(), poms, 0)
                .flatMap(version -> JavaBuild.Release.of(version, element.place()));
    }

    private static Optional<XmlElement> compilerSetting(XmlElement pom, String setting) {
        Optional<XmlElement> plugins =
                pom.at("build", "plugins").or(() -> pom.at("build", "pluginManagement", "plugins"));
        for (XmlElement plugin : plugins.map(XmlElement::children).orElse(List.of())) {
            boolean isCompiler =
                    plugin.at("artifactId")
                            .filter(name -> name.text().equals("maven-compiler-plugin"))
                            .isPresent();
            if (isCompiler) {
                return plugin.at("configuration", setting);
            }
        }
        return Optional.empty();
    }

    private static Optional<XmlElement> property(String name, List<XmlElement> poms) {
        for (XmlElement pom : poms) {
            Optional<XmlElement> found = pom.at("properties", name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A text with its one property put in; empty when the property is not known. */
    private static Optional<String> resolved(String text, List<XmlElement> poms, int level) {
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return text.contains("${") ? Optional.empty() : Optional.of(text);
        }
        if (level > LONGEST_CHAIN) {
            return Optional.empty();
        }
        return property(text.substring(2, text.length() - 1), poms)
                .flatMap(property -> resolved(property.text(), poms, level + 1));
    }
}
