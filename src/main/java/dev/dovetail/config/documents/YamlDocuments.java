package dev.dovetail.config.documents;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML with places: anchors and merges resolved, custom tags kept, expansion bounded. */
public final class YamlDocuments {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    /** Thrown within this class when a document expands beyond all bounds. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String file;
    private final UnaryOperator<Region> regions;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    private YamlDocuments(String file, UnaryOperator<Region> regions) {
        this.file = file;
        this.regions = regions;
    }

    /** The documents of a text; what cannot be parsed is reported. */
    public static List<ConfigNode> parse(
            String file, String text, Consumer<Notification> notifications) {
        return parse(file, text, UnaryOperator.identity(), notifications);
    }

    /**
     * The documents of a text that is not a file as it stands: a part of one, or what a template makes.
     *
     * @param regions where in the file a region of the text is
     */
    public static List<ConfigNode> parse(
            String file, String text, UnaryOperator<Region> regions, Consumer<Notification> notifications) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(Limits.YAML_ALIASES);
        options.setNestingDepthLimit(Limits.DOCUMENT_NESTING);
        options.setCodePointLimit(Math.max(text.length() + 1, 1));
        options.setAllowDuplicateKeys(true);
        List<ConfigNode> documents = new ArrayList<>();
        try {
            // As Yaml.composeAll does it, without what it sets up to make objects and to write.
            StreamReader reader = new StreamReader(new StringReader(text));
            Composer composer =
                    new Composer(new ParserImpl(reader, options), new Resolver(), options);
            while (composer.checkNode()) {
                documents.add(new YamlDocuments(file, regions).convert(composer.getNode(), 0));
            }
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "it is not valid" : e.getProblem();
            // An alias that leads nowhere may be a password that begins with a star.
            String said = problem.replaceFirst("undefined alias .*", "undefined alias");
            notifications.accept(broken(said, place(file, e.getProblemMark())));
        } catch (TooLarge e) {
            notifications.accept(
                    broken(
                            "its aliases expand to more than " + Limits.YAML_VALUES + " values",
                            Place.startOf(file)));
        } catch (YAMLException e) {
            notifications.accept(broken(firstLine(String.valueOf(e.getMessage())), Place.startOf(file)));
        }
        return documents;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static Notification broken(String problem, Place place) {
        return new Notification(
                Notification.Level.ERROR,
                "This YAML cannot be read: " + problem + ". What it describes is not analysed.",
                place);
    }

    private static Place place(String file, Mark mark) {
        if (mark == null) {
            return Place.startOf(file);
        }
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return new Place(file, new Region(line, column, line, column + 1));
    }

    private ConfigNode convert(Node node, int depth) {
        if (++nodes > Limits.YAML_VALUES || depth > Limits.DOCUMENT_NESTING) {
            throw new TooLarge();
        }
        String tag = customTag(node);
        Place place = place(node);
        if (node instanceof ScalarNode scalar) {
            boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            Object value = plain ? Scalars.typed(scalar.getValue()) : scalar.getValue();
            return new ConfigNode.Scalar(value, scalar.getValue(), tag, place);
        }
        if (!open.add(node)) {
            // An anchor that contains an alias of itself.
            return new ConfigNode.Scalar(null, "", tag, place);
        }
        try {
            if (node instanceof SequenceNode sequence) {
                List<ConfigNode> elements = new ArrayList<>();
                for (Node element : sequence.getValue()) {
                    elements.add(convert(element, depth + 1));
                }
                return new ConfigNode.Sequence(elements, tag, place);
            }
            return new ConfigNode.Mapping(entries((MappingNode) node, depth), tag, place);
        } finally {
            open.remove(node);
        }
    }

    private List<ConfigNode.Entry> entries(MappingNode mapping, int depth) {
        Map<String, ConfigNode.Entry> merged = new LinkedHashMap<>();
        List<ConfigNode.Entry> own = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                continue;
            }
            ConfigNode value = convert(tuple.getValueNode(), depth + 1);
            if (key.getValue().equals("<<")) {
                merge(value, merged);
            } else {
                own.add(new ConfigNode.Entry(key.getValue(), place(key), value));
            }
        }
        if (merged.isEmpty()) {
            return own;
        }
        own.forEach(entry -> merged.put(entry.key(), entry));
        return new ArrayList<>(merged.values());
    }

    private static void merge(ConfigNode value, Map<String, ConfigNode.Entry> merged) {
        if (value instanceof ConfigNode.Mapping mapping) {
            mapping.entries().forEach(entry -> merged.putIfAbsent(entry.key(), entry));
        } else if (value instanceof ConfigNode.Sequence sequence) {
            sequence.elements().forEach(element -> merge(element, merged));
        }
    }

    private static String customTag(Node node) {
        String tag = node.getTag() == null ? "" : node.getTag().getValue();
        return tag.startsWith(STANDARD_TAG) ? "" : tag;
    }

    private Place place(Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        return new Place(
                file,
                regions.apply(
                        new Region(
                                start.getLine() + 1,
                                start.getColumn() + 1,
                                end.getLine() + 1,
                                end.getColumn() + 1)));
    }

    /** What plain scalars stand for: the core of YAML 1.2, so that {@code yes} and {@code on} are texts. */
    private static final class Scalars {
        private Scalars() {}

        static @Nullable Object typed(String text) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "", "~", "null" -> {
                    return null;
                }
                case "true" -> {
                    return true;
                }
                case "false" -> {
                    return false;
                }
                default -> {}
            }
            char first = text.charAt(0);
            boolean mayBeNumber = Character.isDigit(first) || first == '-' || first == '.';
            boolean octal = text.length() > 1 && first == '0' && Character.isDigit(text.charAt(1));
            if (!mayBeNumber || octal || text.length() > 24) {
                return text;
            }
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                return decimal(text);
            }
        }

        private static Object decimal(String text) {
            boolean digits =
                    text.chars().allMatch(c -> Character.isDigit(c) || ".-+eE".indexOf(c) >= 0);
            try {
                return digits ? Double.valueOf(text) : text;
            } catch (NumberFormatException e) {
                return text;
            }
        }
    }
}
