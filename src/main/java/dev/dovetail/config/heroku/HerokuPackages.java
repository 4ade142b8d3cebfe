package dev.dovetail.config.heroku;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.config.docker.SystemPackages;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The programs that a dyno has: those of the stack, and those of an Aptfile. */
final class HerokuPackages {

    /** https://devcenter.heroku.com/articles/stack-packages: the programs of heroku-22 to heroku-26. */
    private static final Set<String> STACK =
            Set.of("apt-utils", "bind9-host", "bzip2", "coreutils", "curl", "dnsutils", "file", "geoip-database",
                    "ghostscript", "gir1.2-harfbuzz-0.0", "git", "gnupg", "gzip", "imagemagick", "iproute2",
                    "iputils-tracepath", "jq", "less", "locales", "lsb-release", "make", "net-tools",
                    "netcat-openbsd", "nano", "openssh-client", "openssh-server", "openssl", "patch", "perl",
                    "poppler-utils", "postgresql-client", "python3", "rename", "rsync", "ruby", "shared-mime-info",
                    "socat", "stunnel", "syslinux", "tar", "telnet", "tzdata", "unzip", "wget", "xz-utils", "zip",
                    "zstd");

    /** Buildpacks of which it is known what programs they bring. */
    private static final Set<String> READ =
            Set.of("heroku/nodejs", "heroku/python", "heroku/java", "heroku/gradle",
                    // Installs what an Aptfile lists.
                    "heroku-community/apt", "https://github.com/heroku/heroku-buildpack-apt",
                    "https://github.com/heroku/heroku-buildpack-apt.git");

    private final Workspace workspace;

    HerokuPackages(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Known only when app.json lists the buildpacks, for else the dashboard may have added one. */
    Setting of(String folder, Optional<AppManifest> manifest, Place place) {
        if (manifest.filter(each -> each.hasOnlyBuildpacks(READ)).isEmpty()) {
            return Setting.at(new Value.Unknown("buildpacks may be added that are not read"), place);
        }
        List<String> installed = new ArrayList<>(STACK);
        String file = folder.isEmpty() ? "Aptfile" : folder + "/Aptfile";
        Optional<String> text = workspace.has(file) ? workspace.read(file) : Optional.empty();
        text.ifPresent(
                lines ->
                        lines.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                                .forEach(installed::add));
        SystemPackages found = SystemPackages.of(installed);
        return Setting.at(new Value.Known(found.toString()), place);
    }
}
