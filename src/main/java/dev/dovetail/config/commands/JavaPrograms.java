package dev.dovetail.config.commands;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java launcher, the build tools that run an application, and Tomcat. */
final class JavaPrograms implements ProgramFamily {

    /** https://docs.oracle.com/en/java/javase/25/docs/specs/man/java.html */
    private static final Set<String> VALUED =
            Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules",
                    "--add-opens", "--add-exports", "--add-reads", "--patch-module",
                    "--upgrade-module-path", "-m", "--module", "-d", "--describe-module");

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d{1,12})([kKmMgGtT]?)");
    private static final Pattern SHARE =
            Pattern.compile("-XX:MaxRAMPercentage=(\\d{1,3}(?:\\.\\d{1,4})?)");

    @Override
    public Set<String> names() {
        return Set.of("java", "mvn", "mvnw", "gradle", "gradlew", "catalina.sh", "startup.sh");
    }

    @Override
    public Outcome read(Invocation call) {
        return switch (call.program()) {
            case "java" -> java(call);
            case "catalina.sh", "startup.sh" -> tomcat(call);
            default -> buildTool(call);
        };
    }

    private static Outcome java(Invocation call) {
        Map<String, Setting> settings = call.settings("java");
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            call.state().text(variable).ifPresent(text -> {
                for (String option : text.split("\\s+")) {
                    option(option, settings, call);
                }
            });
        }
        List<Argument> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (text.equals("-jar")) {
                properties(call.from(i + 2), settings, call);
                return i + 1 < arguments.size()
                        ? jar(arguments.get(i + 1), call).with(settings)
                        : call.unknown("java is given no archive").with(settings);
            }
            if (text.equals("-m") || text.equals("--module")) {
                properties(call.from(i + 2), settings, call);
                String module = i + 1 < arguments.size() ? arguments.get(i + 1).text() : "";
                return mainClass(module.replaceFirst("^[^/]*/?", ""), call).with(settings);
            }
            if (VALUED.contains(text)) {
                i++;
            } else if (text.startsWith("-")) {
                option(text, settings, call);
            } else if (arguments.get(i).known()) {
                properties(call.from(i + 1), settings, call);
                return mainClass(text, call).with(settings);
            }
        }
        return call.unknown("java is given no class").with(settings);
    }

    private static void option(String text, Map<String, Setting> settings, Invocation call) {
        Matcher heap = HEAP.matcher(text);
        Matcher share = SHARE.matcher(text);
        if (heap.matches()) {
            settings.put(SettingName.HEAP, call.at(new Value.Known(mebibytes(heap))));
        } else if (share.matches()) {
            settings.put(SettingName.HEAP_SHARE, call.at(new Value.Known(Double.valueOf(share.group(1)))));
        } else if (text.startsWith("-D") && text.indexOf('=') > 2) {
            int equals = text.indexOf('=');
            property(text.substring(2, equals), text.substring(equals + 1), settings, call);
        }
    }

    private static long mebibytes(Matcher heap) {
        long number = Long.parseLong(heap.group(1));
        return switch (heap.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "k" -> number / 1024;
            case "m" -> number;
            case "g" -> number * 1024;
            case "t" -> number * 1024 * 1024;
            default -> number / 1024 / 1024;
        };
    }

    /** Arguments of the program that Spring takes for properties: {@code --server.port=9090}. */
    private static void properties(
            List<Argument> arguments, Map<String, Setting> settings, Invocation call) {
        for (Argument argument : arguments) {
            int equals = argument.text().indexOf('=');
            if (argument.text().startsWith("--") && equals > 2) {
                property(argument.text().substring(2, equals), argument.text().substring(equals + 1), settings, call);
            }
        }
    }

    /** A property that outranks the application's own config. */
    private static void property(
            String name, String text, Map<String, Setting> settings, Invocation call) {
        Value value = new Argument(text, !text.contains("${")).value();
        call.state().export(name, value);
        if (name.equals("server.port") || name.equals("quarkus.http.port")) {
            settings.put(SettingName.LISTEN_PORT, call.at(value));
        } else if (name.equals("server.address")) {
            settings.put(SettingName.BIND_ADDRESS, call.at(value));
        }
    }

    private static Outcome jar(Argument jar, Invocation call) {
        Optional<String> source = jar.known() ? call.state().source(jar.text()) : Optional.empty();
        String folder = source.map(path -> module(path, call)).orElse(call.state().files.home());
        return mainOf(folder, call);
    }

    /** The folder of the build that makes an archive. */
    private static String module(String path, Invocation call) {
        String whole = "/" + path;
        for (String output : List.of("/target/", "/build/")) {
            int at = whole.indexOf(output);
            if (at >= 0) {
                return at == 0 ? "" : whole.substring(1, at);
            }
        }
        String folder = Paths.parent(path);
        return call.follower().manifests().javaBuildFor(folder).isPresent()
                ? folder
                : call.state().files.home();
    }

    private static Outcome mainOf(String folder, Invocation call) {
        return call.follower().manifests().javaBuildFor(folder).isEmpty()
                        && !hasJava(folder, call)
                ? call.unknown("the build of its archive is not in the workspace")
                : call.found(new EntryPoint.MainClass("", folder, call.state().place), Map.of());
    }

    private static boolean hasJava(String folder, Invocation call) {
        return call.follower().workspace().filesUnder(folder).stream()
                .anyMatch(file -> file.endsWith(".java"));
    }

    private static Outcome mainClass(String type, Invocation call) {
        String home = call.folder().filter(folder -> hasJava(folder, call)).orElse(call.state().files.home());
        if (type.endsWith(".java")) {
            return call.script(Argument.of(type), Map.of());
        }
        // Spring Boot's and Quarkus' launchers start the class that the archive names.
        boolean launcher =
                type.startsWith("org.springframework.boot.loader.") || type.startsWith("io.quarkus.bootstrap.");
        return launcher || type.isEmpty()
                ? mainOf(home, call)
                : call.found(new EntryPoint.MainClass(type, home, call.state().place), Map.of());
    }

    private static Outcome buildTool(Invocation call) {
        Map<String, Setting> settings = new HashMap<>(call.settings("java"));
        List<String> modules = new ArrayList<>();
        boolean runs = false;
        List<Argument> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if ((text.equals("-pl") || text.equals("--projects") || text.equals("-p") || text.equals("-f"))
                    && i + 1 < arguments.size()) {
                modules.add(arguments.get(++i).text().replaceFirst("/?pom\\.xml$", "").replaceFirst("^:", ""));
            } else if (text.startsWith("-D") && text.indexOf('=') > 2) {
                option(text.replaceFirst("^-Dspring-boot\\.run\\.", "-D"), settings, call);
            } else if (text.matches("(:?[\\w:-]*:)?(bootRun|run|quarkusDev|quarkusRun)")
                    || text.matches("(spring-boot|quarkus|exec|jetty|tomcat7|liberty|micronaut|mn):(run|dev|java)")
                    || text.matches("[\\w.-]+:spring-boot-maven-plugin(:[\\w.]+)?:run")) {
                runs = true;
                int colon = text.startsWith(":") ? text.lastIndexOf(':') : 0;
                if (colon > 0) {
                    modules.add(text.substring(1, colon).replace(':', '/'));
                }
            }
        }
        if (!runs) {
            return call.unknown(call.program() + " starts no program here");
        }
        call.state().hold(call.program());
        String base = call.folder().orElse(call.state().files.home());
        String folder =
                modules.stream()
                        .flatMap(module -> Paths.resolve(base, module).stream())
                        .filter(call.follower().workspace()::hasFolder)
                        .findFirst()
                        .orElse(base);
        return mainOf(folder, call).with(settings);
    }

    /** https://tomcat.apache.org/tomcat-11.0-doc/config/http.html: the bundled server.xml listens on 8080. */
    private static Outcome tomcat(Invocation call) {
        Map<String, Setting> settings = new HashMap<>(call.settings("tomcat"));
        settings.put(SettingName.LISTEN_PORT, Setting.byDefault(8080L));
        for (String variable : List.of("CATALINA_OPTS", "JAVA_OPTS")) {
            call.state().text(variable).ifPresent(text -> {
                for (String option : text.split("\\s+")) {
                    option(option, settings, call);
                }
            });
        }
        return mainOf(call.state().files.home(), call).with(settings);
    }
}
