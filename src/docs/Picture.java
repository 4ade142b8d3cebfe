import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what a terminal shows as SVG: {@code dovetail check --color always | java src/docs/Picture.java
 * TITLE > picture.svg}. Knows the escape sequences that set colours and weights, and no others.
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

    private static final String PAPER = "#0d1117";
    private static final String INK = "#e6edf3";
    private static final String PALE = "#8b949e";

    /** The first sixteen colours of a terminal. */
    private static final List<String> COLOURS =
            List.of(
                    "#484f58", "#ff7b72", "#7ee787", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#b1bac4",
                    "#6e7681", "#ffa198", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#f0f6fc");

    /** How the characters look that come next; a colour that is empty is the terminal's own. */
    private record Pen(String ink, String paper, boolean bold, boolean underlined, boolean inverse) {

        static final Pen PLAIN = new Pen("", "", false, false, false);

        /** The pen after a sequence of codes. */
        Pen with(String codes) {
            Pen pen = this;
            List<Integer> rest = new ArrayList<>();
            for (String code : codes.split("[;:]")) {
                rest.add(code.isEmpty() ? 0 : Integer.parseInt(code));
            }
            while (!rest.isEmpty()) {
                pen = pen.with(rest.remove(0), rest);
            }
            return pen;
        }

        private Pen with(int code, List<Integer> rest) {
            return switch (code) {
                case 0 -> PLAIN;
                case 1 -> new Pen(ink, paper, true, underlined, inverse);
                case 2 -> new Pen(PALE, paper, bold, underlined, inverse);
                case 4 -> new Pen(ink, paper, bold, true, inverse);
                case 7 -> new Pen(ink, paper, bold, underlined, true);
                case 22 -> new Pen(ink, paper, false, underlined, inverse);
                case 24 -> new Pen(ink, paper, bold, false, inverse);
                case 27 -> new Pen(ink, paper, bold, underlined, false);
                case 38 -> new Pen(indexed(rest), paper, bold, underlined, inverse);
                case 39 -> new Pen("", paper, bold, underlined, inverse);
                case 48 -> new Pen(ink, indexed(rest), bold, underlined, inverse);
                case 49 -> new Pen(ink, "", bold, underlined, inverse);
                default -> coloured(code);
            };
        }

        private Pen coloured(int code) {
            int colour = code % 10 + (code >= 90 ? 8 : 0);
            return switch (code / 10) {
                case 3, 9 -> new Pen(COLOURS.get(colour), paper, bold, underlined, inverse);
                case 4, 10 -> new Pen(ink, COLOURS.get(colour), bold, underlined, inverse);
                default -> this;
            };
        }

        /** {@code 5;n}: one of 256 colours. */
        private static String indexed(List<Integer> rest) {
            if (rest.size() < 2 || rest.remove(0) != 5) {
                return "";
            }
            int colour = rest.remove(0);
            if (colour < COLOURS.size()) {
                return COLOURS.get(colour);
            }
            if (colour >= 232) {
                int grey = 8 + (colour - 232) * 10;
                return "#%02x%02x%02x".formatted(grey, grey, grey);
            }
            int cube = colour - 16;
            return "#%02x%02x%02x".formatted(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
        }

        private static int level(int step) {
            return step == 0 ? 0 : 55 + step * 40;
        }

        /** The colour behind the characters; empty for the terminal's own. */
        String behind() {
            return inverse ? ink.isEmpty() ? INK : ink : paper;
        }

        String attributes() {
            String front = inverse ? paper.isEmpty() ? PAPER : paper : ink;
            return (front.isEmpty() ? "" : " fill=\"" + front + '"')
                    + (bold ? " font-weight=\"bold\"" : "")
                    + (underlined ? " text-decoration=\"underline\"" : "");
        }
    }

    private final StringBuilder drawn = new StringBuilder();
    private Pen pen = Pen.PLAIN;

    private Picture() {}

    public static void main(String... arguments) throws Exception {
        String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String title = arguments.length > 0 ? arguments[0] : "";
        Picture terminal = new Picture();
        int rows = 0;
        for (String line : lines) {
            rows += terminal.line(line, rows);
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
                        .formatted(width, height, escaped(title), SIZE, terminal.drawn);
        System.out.write(picture.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** Draws one line, as a terminal of {@link #COLUMNS} breaks it; how many rows it takes. */
    private int line(String line, int row) {
        int column = 0;
        int rows = 1;
        for (Matcher part = PART.matcher(line); part.find(); ) {
            if (part.group("codes") != null) {
                pen = pen.with(part.group("codes"));
                continue;
            }
            String text = part.group();
            int length = text.codePointCount(0, text.length());
            if (column + length > COLUMNS && column > 0) {
                rows++;
                column = 0;
            }
            if (!pen.behind().isEmpty()) {
                drawn.append(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n"
                                .formatted(
                                        MARGIN + column * WIDE,
                                        BAR + MARGIN + (row + rows - 1) * HIGH,
                                        length * WIDE,
                                        HIGH,
                                        pen.behind()));
            }
            if (!text.isBlank()) {
                drawn.append(
                        "<text x=\"%.1f\" y=\"%d\"%s>%s</text>\n"
                                .formatted(
                                        MARGIN + column * WIDE,
                                        BAR + MARGIN + (row + rows) * HIGH - 6,
                                        pen.attributes(),
                                        escaped(text)));
            }
            column += length;
        }
        return rows;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
