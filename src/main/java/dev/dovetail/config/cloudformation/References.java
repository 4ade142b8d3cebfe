package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resources that a part of a template mentions by their logical ids. */
final class References {

    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.[\\w.]+)?}");

    private References() {}

    static Set<String> in(ConfigNode node) {
        Set<String> found = new LinkedHashSet<>();
        collect(node, found);
        return found;
    }

    private static void collect(ConfigNode node, Set<String> found) {
        if (node instanceof ConfigNode.Mapping mapping) {
            for (ConfigNode.Entry entry : mapping.entries()) {
                switch (entry.key()) {
                    case "Ref" -> Nodes.text(entry.value()).ifPresent(found::add);
                    case "Fn::GetAtt" -> attribute(entry.value(), found);
                    case "Fn::Sub" -> substituted(entry.value(), found);
                    default -> collect(entry.value(), found);
                }
            }
        } else if (node instanceof ConfigNode.Sequence sequence) {
            if (sequence.tag().equals("!GetAtt")) {
                attribute(node, found);
            } else if (sequence.tag().equals("!Sub")) {
                substituted(node, found);
            } else {
                sequence.elements().forEach(each -> collect(each, found));
            }
        } else if (node instanceof ConfigNode.Scalar scalar) {
            switch (scalar.tag()) {
                case "!Ref" -> found.add(scalar.text());
                case "!GetAtt" -> attribute(node, found);
                case "!Sub" -> substituted(node, found);
                default -> {}
            }
        }
    }

    private static void attribute(ConfigNode node, Set<String> found) {
        Nodes.elements(node).stream()
                .findFirst()
                .flatMap(Nodes::text)
                .ifPresent(text -> found.add(text.split("\\.")[0]));
    }

    private static void substituted(ConfigNode node, Set<String> found) {
        for (ConfigNode part : Nodes.elements(node)) {
            Nodes.text(part)
                    .ifPresentOrElse(text -> inText(text, found), () -> collect(part, found));
        }
    }

    private static void inText(String text, Set<String> found) {
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
