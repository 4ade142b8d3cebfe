package dev.dovetail.link.modules;

import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files of a workspace Python's dotted names mean.
 *
 * <p>Where a program looks for modules is not written down: taken are the folders that units start
 * in, the folders around the importing file that are no packages, and {@code src} in each.
 */
public final class PythonModules {

    /** What a dotted name leads to in the workspace. */
    public sealed interface Target {
        /** A module, or a package by its {@code __init__.py}. */
        record File(String path) implements Target {}

        /** A package without a file of its own. */
        record Folder(String path) implements Target {}

        /** Nothing in the workspace. */
        record Nothing() implements Target {}
    }

    /**
     * Modules of the standard library whose names people give to files of their own: such a file is
     * meant only where the program starts.
     */
    private static final Set<String> STANDARD =
            Set.of(
                    "abc", "array", "ast", "asyncio", "base64", "bisect", "calendar", "cmd", "code",
                    "codecs", "collections", "concurrent", "contextlib", "contextvars", "copy",
                    "csv", "ctypes", "dataclasses", "datetime", "decimal", "difflib", "email",
                    "enum", "errno", "faulthandler", "fcntl", "filecmp", "functools", "gc",
                    "getpass", "glob", "gzip", "hashlib", "heapq", "hmac", "html", "http",
                    "importlib", "inspect", "io", "ipaddress", "itertools", "json", "keyword",
                    "locale", "logging", "mailbox", "math", "mimetypes", "multiprocessing",
                    "numbers", "operator", "os", "pathlib", "pickle", "pkgutil", "platform",
                    "pprint", "profile", "queue", "random", "re", "resource", "sched", "secrets",
                    "select", "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtplib",
                    "socket", "socketserver", "sqlite3", "ssl", "stat", "statistics", "string",
                    "struct", "subprocess", "symtable", "sys", "syslog", "tarfile", "tempfile",
                    "test", "textwrap", "threading", "time", "timeit", "token", "trace",
                    "traceback", "types", "typing", "unittest", "urllib", "uuid", "warnings",
                    "wave", "weakref", "webbrowser", "wsgiref", "xml", "xmlrpc", "zipfile", "zlib");

    private final Workspace workspace;
    private final Set<String> starts;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Target> known = new ConcurrentHashMap<>();

    /**
     * @param starts folders that units start in, where the search begins
     */
    public PythonModules(Workspace workspace, Set<String> starts) {
        this.workspace = workspace;
        this.starts = new TreeSet<>(starts);
        for (String file : workspace.files()) {
            if (file.endsWith(".py")) {
                for (String at = Paths.parent(file); folders.add(at) && !at.isEmpty(); ) {
                    at = Paths.parent(at);
                }
            }
        }
    }

    /** What an import in a file leads to; {@code specifier} may begin with dots. */
    public Target resolve(String importingFile, String specifier) {
        String folder = Paths.parent(importingFile);
        return known.computeIfAbsent(folder + "\n" + specifier, key -> find(folder, specifier));
    }

    private Target find(String folder, String specifier) {
        if (specifier.startsWith(".")) {
            return relative(folder, specifier);
        }
        String path = specifier.replace('.', '/');
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        Target namespace = new Target.Nothing();
        for (String root : roots(folder, STANDARD.contains(first))) {
            Target found = in(root, path);
            if (found instanceof Target.File) {
                return found;
            }
            if (namespace instanceof Target.Nothing) {
                namespace = found;
            }
        }
        return namespace;
    }

    private Target relative(String folder, String specifier) {
        int dots = 0;
        while (dots < specifier.length() && specifier.charAt(dots) == '.') {
            dots++;
        }
        String at = folder;
        for (int i = 1; i < dots; i++) {
            if (at.isEmpty()) {
                return new Target.Nothing();
            }
            at = Paths.parent(at);
        }
        String rest = specifier.substring(dots).replace('.', '/');
        if (rest.isEmpty()) {
            String own = join(at, "__init__.py");
            return workspace.has(own) ? new Target.File(own) : new Target.Folder(at);
        }
        return in(at, rest);
    }

    /** A module or package beneath a folder. */
    public Target in(String folder, String path) {
        String base = join(folder, path);
        String packaged = base + "/__init__.py";
        if (workspace.has(packaged)) {
            return new Target.File(packaged);
        }
        if (workspace.has(base + ".py")) {
            return new Target.File(base + ".py");
        }
        return folders.contains(base) ? new Target.Folder(base) : new Target.Nothing();
    }

    private List<String> roots(String folder, boolean onlyStarts) {
        Set<String> around = new LinkedHashSet<>();
        for (String at = folder; ; at = Paths.parent(at)) {
            if (starts.contains(at) || !workspace.has(join(at, "__init__.py"))) {
                around.add(at);
            }
            if (at.isEmpty()) {
                break;
            }
        }
        Set<String> roots = new LinkedHashSet<>();
        around.stream().filter(starts::contains).forEach(at -> addWithSource(roots, at));
        if (!onlyStarts) {
            around.forEach(at -> addWithSource(roots, at));
        }
        return List.copyOf(roots);
    }

    private void addWithSource(Set<String> roots, String folder) {
        roots.add(folder);
        String source = join(folder, "src");
        if (folders.contains(source)) {
            roots.add(source);
        }
    }

    /** The {@code __init__.py} of the packages that a file lies in, outermost first. */
    public List<String> packagesOf(String file) {
        List<String> found = new ArrayList<>();
        String folder = Paths.parent(file);
        while (!folder.isEmpty() && !starts.contains(folder)) {
            String own = join(folder, "__init__.py");
            if (!workspace.has(own)) {
                break;
            }
            if (!own.equals(file)) {
                found.add(0, own);
            }
            folder = Paths.parent(folder);
        }
        return found;
    }

    /** The file that a path without extension, or a path to a file, means. */
    public Optional<String> sourceOf(String path) {
        if (path.endsWith(".py")) {
            return Optional.of(path).filter(workspace::has);
        }
        return in("", path) instanceof Target.File file
                ? Optional.of(file.path())
                : Optional.empty();
    }

    private static String join(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }
}
