package dev.dovetail.config.netlify;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.project.PackageJson;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One site: its base folder, its netlify.toml where it has one, and its functions.
 *
 * @see <a href="https://docs.netlify.com/build/configure-builds/file-based-configuration">netlify.toml</a>
 */
final class NetlifySite {

    /** Where Netlify looks for functions when config says nothing. */
    static final String FUNCTIONS = "netlify/functions";

    /** The same for edge functions. */
    static final String EDGE_FUNCTIONS = "netlify/edge-functions";

    private static final String FORMAT = "netlify";

    /** The old bundler, which writes the folder that config names from another one. */
    private static final Pattern BUNDLED = Pattern.compile("\\bnetlify-lambda\\s+(?:build|serve)\\s+([\\w./-]{1,200})");

    private final Manifests manifests;
    private final Optional<ConfigNode> document;
    private final String base;

    NetlifySite(Manifests manifests, String folder, Optional<ConfigNode> document) {
        this.manifests = manifests;
        this.document = document;
        this.base = text("build", "base").flatMap(path -> Paths.resolve(folder, path)).orElse(folder);
    }

    /** The folder that paths in config are relative to. */
    String base() {
        return base;
    }

    /** A unit per function, edge functions last; one for each redirect to a function that is not there. */
    List<DeploymentUnit> units() {
        List<DeploymentUnit> units = new ArrayList<>();
        Map<String, FunctionFile> functions = functions();
        Redirects redirects = new Redirects(document);
        for (FunctionFile function : functions.values()) {
            units.add(function(function, redirects));
        }
        if (!functions.isEmpty() && makesNoOthers()) {
            for (Redirects.ToFunction redirect : redirects.toFunctions()) {
                if (!functions.containsKey(redirect.function())) {
                    units.add(missing(redirect));
                }
            }
        }
        units.addAll(edgeFunctions());
        return units;
    }

    private DeploymentUnit function(FunctionFile function, Redirects redirects) {
        Place place = placeOf("functions", function.path());
        DeploymentUnit.Draft unit = DeploymentUnit.draft(function.name(), "netlify-functions", place, FORMAT);
        unit.folder(base).entryPoint(new EntryPoint.File(function.path(), function.convention(manifests.workspace()), place));
        // Variables are set in the project's settings; those of netlify.toml are the build's alone.
        // https://docs.netlify.com/build/functions/environment-variables
        unit.environmentUnknown();
        runtime().ifPresent(value -> unit.setting(SettingName.RUNTIME, value));
        FunctionConfig.of(function, document, manifests.documents()).apply(unit, redirects);
        return unit.build();
    }

    /** A redirect to a function of a name that no file has. */
    private DeploymentUnit missing(Redirects.ToFunction redirect) {
        String file = functionsFolder() + "/" + redirect.function();
        return DeploymentUnit.draft(redirect.function(), "netlify-functions", redirect.place(), FORMAT)
                .folder(base)
                .entryPoint(new EntryPoint.File(file, FunctionFile.CONVENTION, redirect.place()))
                .environmentUnknown()
                .build();
    }

    private List<DeploymentUnit> edgeFunctions() {
        List<DeploymentUnit> units = new ArrayList<>();
        String lies = text("build", "edge_functions").flatMap(this::inBase).orElse(under(base, EDGE_FUNCTIONS));
        for (FunctionFile function : FunctionFile.in(manifests.workspace(), lies).values()) {
            Place place = Place.startOf(function.path());
            DeploymentUnit.Draft unit = DeploymentUnit.draft(function.name(), "netlify-edge-functions", place, FORMAT);
            unit.folder(base).entryPoint(new EntryPoint.File(function.path(), "netlify-edge-function", place));
            unit.environmentUnknown();
            FunctionConfig.edge(function, document, manifests.documents()).forEach(unit::trigger);
            units.add(unit.build());
        }
        return units;
    }

    /** Functions by name; where they lie is what config says, unless a bundler writes that from elsewhere. */
    private Map<String, FunctionFile> functions() {
        Map<String, FunctionFile> found = new LinkedHashMap<>();
        for (String command : commands()) {
            Matcher bundled = BUNDLED.matcher(command);
            if (bundled.find()) {
                inBase(bundled.group(1)).ifPresent(source -> found.putAll(FunctionFile.in(manifests.workspace(), source)));
            }
        }
        if (found.isEmpty()) {
            found.putAll(FunctionFile.in(manifests.workspace(), functionsFolder()));
        }
        return found;
    }

    private String functionsFolder() {
        return text("functions", "directory")
                .or(() -> text("build", "functions"))
                .or(() -> text("functions"))
                .flatMap(this::inBase)
                .orElse(under(base, FUNCTIONS));
    }

    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        text("build", "command").ifPresent(commands::add);
        manifests.packageIn(base).map(PackageJson::scripts).ifPresent(scripts -> commands.addAll(scripts.values()));
        return commands;
    }

    /** A plugin may make functions of a framework's routes, and so may a build. */
    private boolean makesNoOthers() {
        return document.flatMap(toml -> toml.get("plugins")).isEmpty() && commands().stream().noneMatch(BUNDLED.asPredicate());
    }

    /**
     * The version of Node.js that the build runs on, which functions then run on too.
     *
     * @see <a href="https://docs.netlify.com/build/functions/configuration">Node.js version</a>
     */
    private Optional<Setting> runtime() {
        for (String[] keys : List.of(new String[] {"context", "production", "environment"}, new String[] {"build", "environment"})) {
            Optional<ConfigNode> version = document.flatMap(toml -> Nodes.at(toml, keys)).flatMap(each -> each.get("NODE_VERSION"));
            Optional<String> major = version.flatMap(Nodes::text).filter(text -> text.matches("v?\\d{1,2}(\\..{0,20})?"));
            if (major.isPresent()) {
                String number = major.get().replaceFirst("^v", "").replaceFirst("\\..*$", "");
                return Optional.of(Setting.at(new Value.Known("nodejs" + number + ".x"), version.get().place()));
            }
        }
        return Optional.empty();
    }

    /** The line of netlify.toml that names the folder of a function, else the function's own file. */
    private Place placeOf(String key, String file) {
        return document.flatMap(toml -> Nodes.at(toml, key, "directory"))
                .or(() -> document.flatMap(toml -> Nodes.at(toml, "build", key)))
                .map(ConfigNode::place)
                .orElse(Place.startOf(file));
    }

    private Optional<String> text(String... keys) {
        return document.flatMap(toml -> Nodes.text(toml, keys));
    }

    private Optional<String> inBase(String path) {
        return Paths.resolve(base, path);
    }

    private static String under(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }
}
