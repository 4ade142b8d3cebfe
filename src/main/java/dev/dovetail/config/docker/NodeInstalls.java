package dev.dovetail.config.docker;

import dev.dovetail.config.Setting;
import dev.dovetail.config.Value;
import dev.dovetail.workspace.Paths;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a package.json's dependencies RUN lines install: {@code production} or {@code all}.
 *
 * <p>https://docs.npmjs.com/cli/commands/npm-ci#omit,
 * https://classic.yarnpkg.com/lang/en/docs/cli/install/, https://pnpm.io/cli/install
 */
final class NodeInstalls {

    private static final Pattern CALL =
            Pattern.compile(
                    "\\b(npm|yarn|pnpm|bun)\\s+((?:--?[\\w=-]+\\s+)*)(ci|clean-install|install|i|add|prune|--frozen-lockfile|--production|--prod|--immutable|workspaces focus|deploy)\\b([^;&|\\n]*)"
                            + "|(?:^|[;&]\\s*)(yarn)()()(\\s*)(?=$|[;&])");

    private static final Pattern PRODUCTION =
            Pattern.compile("--omit[= ]dev\\b|--production\\b(?!=false)|--only[= ]prod|--prod\\b(?!=false)|\\s-P\\b");

    private static final Pattern ALL = Pattern.compile("--include[= ]dev|--production=false|--prod=false|--dev\\b");

    private NodeInstalls() {}

    /** What a RUN line leaves installed; unknown where it also names packages; empty for no install. */
    static Optional<Value> in(String text, Map<String, Setting> environment) {
        Optional<Value> last = Optional.empty();
        Matcher call = CALL.matcher(text.length() > 20_000 ? "" : text);
        while (call.find()) {
            String tool = call.group(1) == null ? call.group(5) : call.group(1);
            String options = call.group(1) == null ? "" : call.group(2) + call.group(3) + " " + call.group(4);
            if (options.matches("(?s).*(^|\\s)(-g|--global)\\b.*")) {
                continue;
            }
            last = Optional.of(installed(tool, options, environment));
        }
        return last;
    }

    private static Value installed(
            String tool, String options, Map<String, Setting> environment) {
        boolean prunes = options.contains("prune");
        boolean named = false;
        for (String word : options.strip().split("\\s+")) {
            boolean verb = word.matches("ci|clean-install|install|i|prune|workspaces|focus|deploy|dev|prod(uction)?|");
            named |= !verb && !word.startsWith("-") && !word.matches("\\d*[<>].*|true|false|\\|+|/\\S*");
        }
        if (named) {
            return new Value.Unknown("it installs packages by name");
        }
        if (ALL.matcher(options).find()) {
            return new Value.Known("all");
        }
        if (PRODUCTION.matcher(options).find()) {
            return new Value.Known("production");
        }
        Setting mode = environment.get("NODE_ENV");
        boolean production = mode != null && mode.value().text().filter("production"::equals).isPresent();
        if (production && (tool.equals("npm") || prunes)) {
            return new Value.Known("production");
        }
        return mode != null || prunes
                ? new Value.Unknown("a variable decides what it installs")
                : new Value.Known("all");
    }

    /** Whether a path that is copied from a stage brings what was installed in its working folder. */
    static boolean isBroughtBy(String path, String folder) {
        String modules = folder.equals("/") ? "/node_modules" : folder + "/node_modules";
        return path.equals("/") || Paths.isUnder(modules, path);
    }
}
