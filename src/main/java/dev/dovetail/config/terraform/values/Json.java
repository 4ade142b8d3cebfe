package dev.dovetail.config.terraform.values;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.documents.JsonText;
import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts that hold JSON, as values. */
public final class Json {

    private Json() {}

    /** What a JSON text says; empty when it is no JSON or not enough of it is known. */
    public static Optional<Term> decoded(Term text) {
        if (text instanceof Term.Encoded encoded) {
            return Optional.of(encoded.value());
        }
        if (text.text().isEmpty() && !text.isUnknown() || text.pieces().equals(Term.COMPUTED)) {
            return Optional.empty();
        }
        return JsonText.parse(quoted(text.pieces()), text.place()).map(Json::term);
    }

    /** What is not known, between quotes where it stands for a number or the like. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        boolean within = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && within && at + 1 < text.length()) {
                quoted.append(c).append(text.charAt(++at));
            } else if (c == '$' && !within && text.startsWith(Term.COMPUTED, at)) {
                quoted.append('"').append(Term.COMPUTED).append('"');
                at += Term.COMPUTED.length() - 1;
            } else {
                within ^= c == '"';
                quoted.append(c);
            }
        }
        return quoted.toString();
    }

    private static Term term(ConfigNode node) {
        Place place = node.place();
        if (node instanceof ConfigNode.Mapping mapping) {
            Map<String, Term.Entry> entries = new LinkedHashMap<>();
            mapping.entries().forEach(each -> entries.put(each.key(), new Term.Entry(each.keyPlace(), term(each.value()))));
            return new Term.Members(entries, true, place);
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            List<Term> elements = new ArrayList<>();
            sequence.elements().forEach(each -> elements.add(term(each)));
            return new Term.Elements(elements, place);
        }
        ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
        if (scalar.value() == null) {
            return new Term.Absent(place);
        }
        return scalar.text().contains(Term.COMPUTED)
                ? new Term.Unknown(scalar.text(), place, List.of())
                : Term.of(scalar.value(), place);
    }
}
