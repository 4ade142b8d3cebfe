import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what a terminal shows as SVG: {@code dovetail check --color always | java src/docs/Picture.java
 * TITLE > picture.svg}. Knows the escape sequences that Dovetail writes, and no others.
 */
final class Picture {

    private static final int SIZE = 14;
    private static final double WIDE = 8.43;
    private static final int HIGH = 20;
    private static final int MARGIN = 18;
    private static final int BAR = 34;

    private static final int COLUMNS = 112;

    /** An escape sequence, blanks, or a word. */
    private static final Pattern PART =
            Pattern.compile("\\u001B\\[(?<codes>[0-9;]*)m|[^\\S\\u001B]+|[^\\s\\u001B]+");

    private static final Map<String, String> COLOURS =
            Map.of("31", "#ff7b72", "32", "#7ee787", "33", "#e3b341", "34", "#79c0ff", "36", "#56d4dd");

    private Picture() {}

    public static void main(String... arguments) throws Exception {
        String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String title = arguments.length > 0 ? arguments[0] : "";
        StringBuilder drawn = new StringBuilder();
        int rows = 0;
        for (String line : lines) {
            rows += line(line, rows, drawn);
        }
        long width = Math.round(COLUMNS * WIDE) + 2 * MARGIN;
        int height = BAR + 2 * MARGIN + rows * HIGH;
        String picture =
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" rx="10" fill="#0d1117"/>
                <circle cx="20" cy="17" r="6" fill="#ff5f57"/><circle cx="40" cy="17" r="6" fill="#febc2e"/><circle cx="60" cy="17" r="6" fill="#28c840"/>
                <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="%4$d" fill="#e6edf3" xml:space="preserve">
                <text x="84" y="22" fill="#8b949e">%3$s</text>
                %5$s</g>
                </svg>
                """
                        .formatted(width, height, escaped(title), SIZE, drawn);
        System.out.write(picture.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** Draws one line, as a terminal of {@link #COLUMNS} breaks it; how many rows it takes. */
    private static int line(String line, int row, StringBuilder drawn) {
        int column = 0;
        int rows = 1;
        String style = "";
        for (Matcher part = PART.matcher(line); part.find(); ) {
            if (part.group("codes") != null) {
                style = style(part.group("codes"));
                continue;
            }
            String text = part.group();
            int length = text.codePointCount(0, text.length());
            if (column + length > COLUMNS && column > 0) {
                rows++;
                column = 0;
            }
            if (!text.isBlank()) {
                drawn.append(
                        "<text x=\"%.1f\" y=\"%d\"%s>%s</text>\n"
                                .formatted(
                                        MARGIN + column * WIDE,
                                        BAR + MARGIN + (row + rows) * HIGH - 6,
                                        style,
                                        escaped(text)));
            }
            column += length;
        }
        return rows;
    }

    private static String style(String codes) {
        StringBuilder style = new StringBuilder();
        for (String code : codes.split(";")) {
            if (code.equals("1")) {
                style.append(" font-weight=\"bold\"");
            } else if (code.equals("2")) {
                style.append(" fill=\"#8b949e\"");
            } else if (COLOURS.containsKey(code)) {
                style.append(" fill=\"").append(COLOURS.get(code)).append('"');
            }
        }
        return style.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
