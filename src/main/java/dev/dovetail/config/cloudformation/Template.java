package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Nodes;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The resources of one template, by their logical ids and in the order of the file. */
public final class Template {

    /** Transforms whose work on a template is known, or leaves functions as they are. */
    private static final Set<String> KNOWN_TRANSFORMS =
            Set.of(
                    "AWS::Serverless-2016-10-31",
                    "AWS::LanguageExtensions",
                    "AWS::SecretsManager-2020-07-23",
                    "AWS::SecretsManager-2024-09-16",
                    "AWS::CodeDeployBlueGreen",
                    "AWS::ServiceCatalog");

    /** Folders whose templates are examples for tests and are deployed by nobody. */
    private static final Set<String> TESTS =
            Set.of(
                    "test",
                    "tests",
                    "__tests__",
                    "__snapshots__",
                    "__fixtures__",
                    "fixtures",
                    "testdata",
                    "test-data");

    private static final Set<String> FUNCTIONS =
            Set.of("AWS::Serverless::Function", "AWS::Lambda::Function");

    /**
     * One resource that is deployed, for certain or perhaps.
     *
     * @param node all of it; {@code properties} are with SAM's globals
     * @param certain whether no condition that only the deploy knows decides over it
     */
    public record Resource(
            String id,
            String type,
            ConfigNode node,
            ConfigNode properties,
            boolean certain,
            Place place) {

        boolean isFunction() {
            return FUNCTIONS.contains(type);
        }

        boolean isServerless() {
            return type.startsWith("AWS::Serverless::");
        }
    }

    private final String file;
    private final Intrinsics intrinsics;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final boolean rewritten;
    private final String format;
    private final List<ConfigNode> exports = new ArrayList<>();

    /**
     * @param roots documents with a {@code Resources} mapping; more than one when another tool puts
     *     them together
     */
    Template(
            String file,
            List<ConfigNode> roots,
            Parameters parameters,
            OuterVariables outer) {
        this(file, roots, parameters, outer, "");
    }

    private Template(
            String file,
            List<ConfigNode> roots,
            Parameters parameters,
            OuterVariables outer,
            String format) {
        this.file = file;
        this.format = format;
        ConfigNode first = roots.get(0);
        this.intrinsics = new Intrinsics(first, parameters, outer);
        Globals globals = new Globals(first.get("Globals"));
        this.rewritten =
                first.get("Transform").map(Nodes::elements).orElse(List.of()).stream()
                        .anyMatch(
                                each -> !KNOWN_TRANSFORMS.contains(Nodes.text(each).orElse("")));
        for (ConfigNode root : roots) {
            Optional<ConfigNode> declared = root.get("Resources").map(outer::resolve);
            for (ConfigNode.Entry entry : Loops.unrolled(Nodes.entries(declared), intrinsics)) {
                ConfigNode node = outer.resolve(entry.value());
                Nodes.text(node, "Type")
                        .ifPresent(type -> add(entry, node, type, globals));
            }
            for (ConfigNode.Entry output : Nodes.entries(root.get("Outputs"))) {
                if (output.value().get("Export").isPresent()) {
                    output.value().get("Value").ifPresent(exports::add);
                }
            }
        }
    }

    private void add(ConfigNode.Entry entry, ConfigNode node, String type, Globals globals) {
        Optional<String> condition = Nodes.text(node, "Condition");
        Optional<Boolean> holds = condition.flatMap(intrinsics::condition);
        if (holds.isPresent() && !holds.get()) {
            return;
        }
        resources.put(
                entry.key(),
                new Resource(
                        entry.key(),
                        type,
                        node,
                        globals.merged(type, node),
                        condition.isEmpty() || holds.isPresent(),
                        entry.keyPlace()));
    }

    /** Whether a file lies in a folder of tests. */
    public static boolean isForTests(String file) {
        for (String folder : Paths.parent(file).split("/")) {
            if (TESTS.contains(folder) || folder.endsWith(".snapshot")) {
                return true;
            }
        }
        return false;
    }

    /** A template that is a file by itself, with the parameters that it is deployed with. */
    public static Template of(String file, ConfigNode document, Documents documents) {
        return new Template(
                file,
                List.of(document),
                new Parameters(document.get("Parameters"), DeployConfig.overrides(file, documents)),
                OuterVariables.NONE);
    }

    /**
     * A template that stands for what another tool makes.
     *
     * @param format the other tool's, for its units
     * @param document whose relative paths start from the workspace
     * @param computed whether a text holds what only the deploy knows
     */
    static Template standing(String format, ConfigNode document, Predicate<String> computed) {
        OuterVariables outer =
                new OuterVariables() {
                    @Override
                    public ConfigNode resolve(ConfigNode node) {
                        return node;
                    }

                    @Override
                    public boolean isUnresolved(String text) {
                        return computed.test(text);
                    }
                };
        return new Template("", List.of(document), new Parameters(Optional.empty(), Map.of()), outer, format);
    }

    /** What made it; of a file by itself the word for its kind. */
    public String format(Resource resource) {
        if (!format.isEmpty()) {
            return format;
        }
        return resource.isServerless() ? "sam" : "cloudformation";
    }

    /** A node with its outermost function evaluated; the node itself when that cannot be done. */
    public ConfigNode resolve(ConfigNode node) {
        return intrinsics.resolve(node);
    }

    /** The evaluated node at a path of keys. */
    public Optional<ConfigNode> at(ConfigNode node, String... keys) {
        return intrinsics.at(node, keys);
    }

    /** Whether a document is a template, by what it holds. */
    static boolean isTemplate(ConfigNode document) {
        return Nodes.entries(document.get("Resources")).stream()
                .anyMatch(
                        entry ->
                                Loops.isLoop(entry)
                                        || Nodes.text(entry.value(), "Type")
                                                .filter(type -> type.startsWith("AWS::"))
                                                .isPresent());
    }

    /** The folder that relative paths of the template start from. */
    String folder() {
        return Paths.parent(file);
    }

    Intrinsics intrinsics() {
        return intrinsics;
    }

    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    Optional<Resource> resource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    /** Resources that a node refers to. */
    public List<Resource> referred(ConfigNode node) {
        return intrinsics.references(node).stream()
                .flatMap(id -> resource(id).stream())
                .toList();
    }

    /** Whether a macro of the account's own may change or add anything. */
    boolean isRewritten() {
        return rewritten;
    }

    /** Values that other templates can import. */
    List<ConfigNode> exports() {
        return List.copyOf(exports);
    }
}
