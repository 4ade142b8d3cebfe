package dev.dovetail.config.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The object that a JavaScript file exports, when it is written out and computes nothing. */
final class PlainObjects {

    private static final Pattern EXPORT =
            Pattern.compile("(?m)^\\s*(?:module\\.exports\\s*=|export\\s+default)\\s*(?=\\{)");

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(60).build())
                    .build();

    private PlainObjects() {}

    /** Empty when the file exports something else or its object holds an expression. */
    static Optional<ConfigNode> exported(String file, String text) {
        Matcher export = EXPORT.matcher(text);
        if (!export.find()) {
            return Optional.empty();
        }
        // Blank lines before keep the places right.
        int line = (int) text.substring(0, export.end()).chars().filter(c -> c == '\n').count();
        String object = "\n".repeat(line) + text.substring(export.end());
        try (JsonParser parser = FACTORY.createParser(object)) {
            parser.nextToken();
            return Optional.of(value(file, parser));
        } catch (IOException e) {
            // Not plain: it computes its value, which is what the caller says.
            return Optional.empty();
        }
    }

    private static ConfigNode value(String file, JsonParser parser) throws IOException {
        Place place = place(file, parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            List<ConfigNode.Entry> entries = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                Place keyPlace = place(file, parser);
                parser.nextToken();
                entries.add(new ConfigNode.Entry(key, keyPlace, value(file, parser)));
            }
            return new ConfigNode.Mapping(entries, "", place);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<ConfigNode> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(file, parser));
            }
            return new ConfigNode.Sequence(elements, "", place);
        }
        String text = parser.getText() == null ? "" : parser.getText();
        Object literal =
                switch (parser.currentToken()) {
                    case VALUE_NUMBER_INT -> parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NULL -> null;
                    default -> text;
                };
        return new ConfigNode.Scalar(literal, text, "", place);
    }

    private static Place place(String file, JsonParser parser) {
        int line = Math.max(1, parser.currentTokenLocation().getLineNr());
        int column = Math.max(1, parser.currentTokenLocation().getColumnNr());
        return new Place(file, new Region(line, column, line, column + 1));
    }
}
