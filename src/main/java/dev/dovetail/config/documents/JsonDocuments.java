package dev.dovetail.config.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JSON with places; comments and trailing commas are tolerated. */
final class JsonDocuments {


    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(Limits.JSON_NESTING).build())
                    .build();

    private static final Pattern QUOTED_TOKEN =
            Pattern.compile("^Unrecognized token '[^']*'");

    private final String file;
    private final JsonParser parser;

    private JsonDocuments(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static List<ConfigNode> parse(String file, String text, Consumer<Notification> notifications) {
        if (text.isBlank()) {
            return List.of();
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return List.of(new JsonDocuments(file, parser).value());
        } catch (JsonParseException | StreamConstraintsException e) {
            JsonLocation at = e.getLocation();
            Place place =
                    at == null
                            ? Place.startOf(file)
                            : new Place(
                                    file,
                                    new Region(
                                            Math.max(1, at.getLineNr()),
                                            Math.max(1, at.getColumnNr()),
                                            Math.max(1, at.getLineNr()),
                                            Math.max(1, at.getColumnNr()) + 1));
            notifications.accept(broken(withoutText(e.getOriginalMessage()), place));
        } catch (IOException e) {
            notifications.accept(broken(String.valueOf(e.getMessage()), Place.startOf(file)));
        }
        return List.of();
    }

    /** The parser's words without the text of the file that it quotes, which may be a secret. */
    private static String withoutText(String message) {
        return QUOTED_TOKEN.matcher(message).replaceFirst("Unrecognized token");
    }

    private static Notification broken(String problem, Place place) {
        return new Notification(
                Notification.Level.ERROR,
                "This JSON cannot be read: " + problem + ". What it describes is not analysed.",
                place);
    }

    private ConfigNode value() throws IOException {
        JsonToken token = parser.currentToken();
        JsonLocation start = parser.currentTokenLocation();
        if (token == JsonToken.START_OBJECT) {
            List<ConfigNode.Entry> entries = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                Place keyPlace = place(parser.currentTokenLocation(), parser.currentLocation());
                parser.nextToken();
                entries.add(new ConfigNode.Entry(key, keyPlace, value()));
            }
            return new ConfigNode.Mapping(entries, "", place(start, parser.currentLocation()));
        }
        if (token == JsonToken.START_ARRAY) {
            List<ConfigNode> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value());
            }
            return new ConfigNode.Sequence(elements, "", place(start, parser.currentLocation()));
        }
        String text = parser.getText();
        Object value =
                switch (token) {
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NULL -> null;
                    case VALUE_NUMBER_INT ->
                            text.length() > 18 ? (Object) parser.getDoubleValue() : parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    default -> text;
                };
        return new ConfigNode.Scalar(
                value, text == null ? "" : text, "", place(start, parser.currentLocation()));
    }

    private Place place(JsonLocation start, JsonLocation end) {
        return new Place(
                file,
                new Region(
                        start.getLineNr(),
                        start.getColumnNr(),
                        end.getLineNr(),
                        end.getColumnNr()));
    }
}
