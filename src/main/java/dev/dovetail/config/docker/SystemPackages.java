package dev.dovetail.config.docker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packages that RUN lines install by the operating system's package manager, and their programs. */
public final class SystemPackages {

    private static final Pattern INSTALL =
            Pattern.compile(
                    "(?:apt-get|apt|aptitude|yum|dnf|microdnf|zypper|tdnf)\\b[^;&|\\n]*?\\b(?:install|in)\\b([^;&|\\n]*)"
                            + "|\\bapk\\b[^;&|\\n]*?\\badd\\b([^;&|\\n]*)");

    /** Commands that may bring programs which no package manager knows of. */
    private static final Pattern OTHER =
            Pattern.compile("\\b(?:curl|wget|dpkg|make|playwright|puppeteer|brew|snap|nix|conda)\\b|https?://");

    /** Programs that are not called as the package is; names of Debian and Alpine. */
    private static final Map<String, List<String>> PROGRAMS =
            Map.ofEntries(
                    Map.entry("chromium", List.of("chromium-browser", "google-chrome", "a browser")),
                    Map.entry("chromium-browser", List.of("chromium", "a browser")),
                    Map.entry("google-chrome-stable", List.of("google-chrome", "chromium", "a browser")),
                    Map.entry("firefox", List.of("a browser")),
                    Map.entry("firefox-esr", List.of("firefox", "a browser")),
                    Map.entry("imagemagick", List.of("convert", "magick", "identify", "mogrify", "composite")),
                    Map.entry("graphicsmagick", List.of("gm")),
                    Map.entry("ghostscript", List.of("gs")),
                    Map.entry("poppler-utils", List.of("pdftotext", "pdftoppm", "pdfinfo", "pdfimages", "pdftocairo")),
                    Map.entry("tesseract-ocr", List.of("tesseract")),
                    Map.entry("ffmpeg", List.of("ffprobe")),
                    Map.entry("libreoffice", List.of("soffice")),
                    Map.entry("libreoffice-writer", List.of("libreoffice", "soffice")),
                    Map.entry("libreoffice-core", List.of("libreoffice", "soffice")),
                    Map.entry("python", List.of("python2")),
                    Map.entry("python3", List.of("python")),
                    Map.entry("py3-pip", List.of("pip", "pip3", "python3")),
                    Map.entry("python3-pip", List.of("pip", "pip3", "python3")),
                    Map.entry("nodejs", List.of("node")),
                    Map.entry("openssh-client", List.of("ssh", "scp", "ssh-keygen")),
                    Map.entry("openssh", List.of("ssh", "scp", "ssh-keygen")),
                    Map.entry("postgresql-client", List.of("psql", "pg_dump", "pg_restore")),
                    Map.entry("default-mysql-client", List.of("mysql", "mysqldump")),
                    Map.entry("mysql-client", List.of("mysql", "mysqldump")),
                    Map.entry("mariadb-client", List.of("mysql", "mysqldump", "mariadb")),
                    Map.entry("mongodb-tools", List.of("mongodump", "mongorestore")),
                    Map.entry("redis-tools", List.of("redis-cli")),
                    Map.entry("iputils-ping", List.of("ping")),
                    Map.entry("dnsutils", List.of("dig", "nslookup")),
                    Map.entry("procps", List.of("ps", "top", "free", "pgrep", "pkill")),
                    Map.entry("build-essential", List.of("gcc", "g++", "make")),
                    Map.entry("default-jre", List.of("java")),
                    Map.entry("default-jdk", List.of("java", "javac")),
                    Map.entry("docker.io", List.of("docker")),
                    Map.entry("docker-cli", List.of("docker")),
                    Map.entry("p7zip-full", List.of("7z", "7za")));

    /** https://hub.docker.com/_/buildpack-deps */
    private static final List<String> BUILD_TOOLS =
            List.of("git", "curl", "wget", "gcc", "g++", "make", "hg", "svn", "ssh", "scp",
                    "ssh-keygen", "convert", "identify", "mogrify", "composite", "magick", "python3",
                    "perl", "unzip", "ps", "top", "free", "pgrep", "pkill", "gpg", "file", "patch",
                    "openssl", "tar", "xz");

    private final Set<String> packages = new LinkedHashSet<>();
    private boolean complete = true;

    /** Packages that something else than RUN lines lists. */
    public static SystemPackages of(Collection<String> names) {
        SystemPackages found = new SystemPackages();
        names.forEach(found::add);
        return found;
    }

    SystemPackages copy() {
        SystemPackages copy = new SystemPackages();
        copy.packages.addAll(packages);
        copy.complete = complete;
        return copy;
    }

    void addBuildTools() {
        packages.addAll(BUILD_TOOLS);
    }

    /** Says that there may be programs which could not be read. */
    void addUnknown() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    boolean has(String name) {
        return packages.contains(name);
    }

    /** Reads the text of a RUN line. */
    void read(String text) {
        Matcher install = INSTALL.matcher(text.length() > 20_000 ? "" : text);
        StringBuilder rest = new StringBuilder();
        while (install.find()) {
            String words = install.group(1) != null ? install.group(1) : install.group(2);
            words(words, text).forEach(this::add);
            install.appendReplacement(rest, "");
        }
        install.appendTail(rest);
        if (OTHER.matcher(rest).find()) {
            complete = false;
        }
    }

    /** A RUN line's text without what it installs from the system's package manager. */
    static String without(String text) {
        return text.length() > 20_000 ? text : INSTALL.matcher(text).replaceAll(" ");
    }

    private static List<String> words(String text, String whole) {
        List<String> found = new ArrayList<>();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean virtual = word.equals("-t") || word.equals("--virtual");
            if (virtual && i + 1 < words.length) {
                // What a virtual package brings goes when it is deleted.
                if (whole.matches("(?s).*apk\\s+(--\\S+\\s+)*del\\b[^;&|\\n]*" + Pattern.quote(words[i + 1]) + ".*")) {
                    return List.of();
                }
                i++;
            } else if (!word.startsWith("-") && !word.isEmpty() && !word.contains("$")) {
                found.add(word.replaceFirst("[=~<>@].*$", "").replaceFirst("^['\"]|['\"]$", ""));
            }
        }
        return found;
    }

    private void add(String name) {
        packages.add(name);
        packages.addAll(PROGRAMS.getOrDefault(name, List.of()));
    }

    /** Names of packages and programs, separated by spaces. */
    @Override
    public String toString() {
        return String.join(" ", new TreeSet<>(packages));
    }
}
