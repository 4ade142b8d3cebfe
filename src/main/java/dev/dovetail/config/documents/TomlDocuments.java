package dev.dovetail.config.documents;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML with places: those of keys, and of a list's elements. */
final class TomlDocuments {

    /** Brackets within brackets; the parser calls itself for each. */

    private final String file;

    private TomlDocuments(String file) {
        this.file = file;
    }

    static List<ConfigNode> parse(String file, String text, Consumer<Notification> notifications) {
        if (isTooDeep(text)) {
            notifications.accept(
                    broken("its brackets are nested too deeply", Place.startOf(file)));
            return List.of();
        }
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            notifications.accept(
                    broken(
                            String.valueOf(error.getMessage()).lines().findFirst().orElse(""),
                            place(file, error.position(), 1)));
            return List.of();
        }
        return List.of(new TomlDocuments(file).table(result, Place.startOf(file)));
    }

    private static boolean isTooDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                if (++depth > Limits.DOCUMENT_NESTING) {
                    return true;
                }
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
        }
        return false;
    }

    private static Notification broken(String problem, Place place) {
        return new Notification(
                Notification.Level.ERROR,
                "This TOML cannot be read: " + problem + ". What it describes is not analysed.",
                place);
    }

    private ConfigNode table(TomlTable table, Place place) {
        List<ConfigNode.Entry> entries = new ArrayList<>();
        for (String key : table.keySet()) {
            Place at = place(file, table.inputPositionOf(List.of(key)), key.length());
            entries.add(new ConfigNode.Entry(key, at, value(table.get(List.of(key)), at)));
        }
        return new ConfigNode.Mapping(entries, "", place);
    }

    private ConfigNode value(@Nullable Object value, Place place) {
        if (value instanceof TomlTable table) {
            return table(table, place);
        }
        if (value instanceof TomlArray array) {
            List<ConfigNode> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(value(array.get(i), place(file, array.inputPositionOf(i), 1)));
            }
            return new ConfigNode.Sequence(elements, "", place);
        }
        boolean plain =
                value instanceof Long || value instanceof Double || value instanceof Boolean;
        String text = String.valueOf(value);
        return new ConfigNode.Scalar(plain ? value : text, text, "", place);
    }

    private static Place place(String file, @Nullable TomlPosition position, int length) {
        if (position == null) {
            return Place.startOf(file);
        }
        int line = Math.max(1, position.line());
        int column = Math.max(1, position.column());
        return new Place(file, new Region(line, column, line, column + length));
    }
}
