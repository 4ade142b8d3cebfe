package dev.dovetail.config.docker;

import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.workspace.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a public image says of it, by the pages of the images on Docker Hub. */
final class BaseImages {

    private static final Pattern NAME =
            Pattern.compile("(?<name>[^:@]+)(?::(?<tag>[^@]+))?(?:@.*)?");

    private static final Pattern NODE_TAG = Pattern.compile("v?(\\d{1,2})(?:[.-].*)?");
    private static final Pattern PYTHON_TAG = Pattern.compile("(?:.*python)?-?(3\\.\\d{1,2}|2\\.7)(?:[.-].*)?");
    private static final Pattern JAVA_TAG =
            Pattern.compile("(?:.*?(?:jdk|jre|java|openjdk|temurin|corretto|zulu|semeru|open)-?)?(\\d{1,2})(?:[-._u+].*)?");
    private static final Pattern JAVA_NAME = Pattern.compile(".*?(?:java|jdk|openjdk)-?(\\d{1,2})(?:\\D.*)?");

    /** https://github.com/nodejs/Release: names of the long-term lines, which are tags too. */
    private static final Map<String, String> NODE_LINES =
            Map.of("gallium", "16", "hydrogen", "18", "iron", "20", "jod", "22", "krypton", "24");

    /** https://pkgs.alpinelinux.org: the major version of the package nodejs, by release. */
    private static final Map<String, String> ALPINE_NODE =
            Map.of("3.14", "14", "3.15", "16", "3.16", "16", "3.17", "18", "3.18", "18", "3.19", "20",
                    "3.20", "20", "3.21", "22", "3.22", "22");

    /** Where AWS's images for Lambda have the code, and start. */
    static final String LAMBDA_FOLDER = "/var/task";

    private static final Set<String> JAVA =
            Set.of("eclipse-temurin", "openjdk", "amazoncorretto", "zulu-openjdk",
                    "zulu-openjdk-alpine", "liberica-openjdk-alpine", "liberica-openjre-alpine",
                    "liberica-openjdk-debian", "liberica-runtime-container", "ibm-semeru-runtimes", "sapmachine", "adoptopenjdk", "maven",
                    "gradle", "tomcat", "jetty");

    private static final Set<String> PLAIN =
            Set.of("alpine", "debian", "ubuntu", "amazonlinux", "fedora", "centos", "rockylinux",
                    "almalinux", "ubi", "busybox", "scratch");

    private final String name;
    private final String tag;
    private final String whole;

    private BaseImages(String whole, String name, String tag) {
        this.whole = whole;
        this.name = name;
        this.tag = tag;
    }

    static BaseImages of(String image) {
        Matcher parts = NAME.matcher(image.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return new BaseImages(image, image, "");
        }
        String tag = parts.group("tag") == null ? "" : parts.group("tag");
        // registry:5000/name
        if (tag.contains("/")) {
            return new BaseImages(image, Paths.name(tag), "");
        }
        return new BaseImages(image.toLowerCase(Locale.ROOT), Paths.name(parts.group("name")), tag);
    }

    /** {@code nodejs20}, {@code python3.12}, {@code java17}; empty when the name does not say. */
    Optional<String> runtime() {
        return switch (language()) {
            case "javascript" -> nodeVersion().map(version -> "nodejs" + version);
            case "python" -> pythonVersion().map(version -> "python" + version);
            case "java" -> javaVersion().map(version -> "java" + version);
            default -> Optional.empty();
        };
    }

    /** Id of the language that the image runs, or the empty string. */
    String language() {
        if (name.equals("node") || name.matches("nodejs(\\d+.*)?") || name.equals("bun")
                || name.equals("deno")) {
            return "javascript";
        }
        if (name.equals("python") || name.startsWith("python3") || name.startsWith("python-")
                || whole.contains("tiangolo/") || name.equals("uv") && tag.contains("python")
                || name.equals("pypy")) {
            return "python";
        }
        if (JAVA.contains(name) || name.matches("(java|openjdk)-?\\d+.*")) {
            return "java";
        }
        return "";
    }

    private Optional<String> nodeVersion() {
        Matcher named = Pattern.compile("nodejs-?(\\d{1,2})(?:\\D.*)?").matcher(name);
        if (named.matches()) {
            return Optional.of(named.group(1));
        }
        if (!name.equals("node")) {
            return Optional.empty();
        }
        Matcher tagged = NODE_TAG.matcher(tag);
        return tagged.matches()
                ? Optional.of(tagged.group(1))
                : Optional.ofNullable(NODE_LINES.get(tag.split("-")[0]));
    }

    private Optional<String> pythonVersion() {
        Matcher tagged = PYTHON_TAG.matcher(tag);
        return tagged.matches() ? Optional.of(tagged.group(1)) : Optional.empty();
    }

    private Optional<String> javaVersion() {
        Matcher named = JAVA_NAME.matcher(name);
        if (named.matches()) {
            return Optional.of(named.group(1));
        }
        boolean tool = Set.of("maven", "gradle", "tomcat", "jetty").contains(name);
        Matcher tagged =
                tool
                        ? Pattern.compile(".*(?:jdk|jre|openjdk|temurin|corretto|java)-?(\\d{1,2})(?:\\D.*)?")
                                .matcher(tag)
                        : JAVA_TAG.matcher(tag);
        return tagged.matches() ? Optional.of(tagged.group(1)) : Optional.empty();
    }

    /** {@code musl} or {@code glibc}; empty for images that are not known. */
    Optional<String> libc() {
        if (name.contains("alpine") || tag.contains("alpine") || name.equals("busybox")) {
            return Optional.of("musl");
        }
        return isKnown() && !name.equals("scratch") ? Optional.of("glibc") : Optional.empty();
    }

    /** Whether it is known what such an image brings. */
    boolean isKnown() {
        return !language().isEmpty() || PLAIN.contains(name) || name.startsWith("ubi");
    }

    /** The Node.js that Alpine's package is, by the release that the tag names. */
    Optional<String> alpineNode() {
        Matcher release = Pattern.compile("(3\\.\\d{2}).*").matcher(tag);
        return name.equals("alpine") && release.matches()
                ? Optional.ofNullable(ALPINE_NODE.get(release.group(1))).map(major -> "nodejs" + major)
                : Optional.empty();
    }

    /** Whether it is made for a platform of functions, which alone can run it. */
    boolean isForFunctions() {
        return isOfLambda()
                || whole.contains("azure-functions/")
                || name.startsWith("bref-");
    }

    /** Whether it is one of AWS's for Lambda: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html. */
    boolean isOfLambda() {
        return whole.contains("aws-lambda-") || whole.contains("ecr.aws/lambda/");
    }

    /** Whether it holds the many tools of Docker Hub's buildpack-deps. */
    boolean hasBuildTools() {
        boolean full = !isOfLambda() && (name.equals("node") || name.equals("python"));
        return full && !tag.contains("slim") && !tag.contains("alpine");
    }

    /** The entry point that the image sets. */
    Optional<CommandLine> entrypoint() {
        if (!whole.contains("distroless/")) {
            return Optional.empty();
        }
        return switch (language()) {
            case "javascript" -> Optional.of(new CommandLine.Exec(List.of("/nodejs/bin/node")));
            case "python" -> Optional.of(new CommandLine.Exec(List.of("/usr/bin/python3")));
            case "java" -> Optional.of(new CommandLine.Exec(List.of("/usr/bin/java", "-jar")));
            default -> Optional.empty();
        };
    }

    /** The command that the image sets, where it starts an application. */
    Optional<CommandLine> command() {
        return name.equals("tomcat")
                ? Optional.of(new CommandLine.Exec(List.of("catalina.sh", "run")))
                : Optional.empty();
    }

    /** The user that the image sets. */
    Optional<String> user() {
        return tag.contains("nonroot") ? Optional.of("nonroot") : Optional.empty();
    }

    /** The languages that an image's settings name. */
    static Set<String> languages(Map<String, Setting> settings) {
        return Optional.ofNullable(settings.get(SettingName.BASE_IMAGE))
                .flatMap(base -> base.value().text())
                .map(base -> of(base).language())
                .filter(language -> !language.isEmpty())
                .map(Set::of)
                .orElse(Set.of());
    }
}
