package dev.dovetail.report;

/** Text of the workspace made fit for Markdown, in which it is no markup. */
public final class MarkdownText {

    private MarkdownText() {}

    /** Text of the workspace between backticks, in one line of a table. */
    public static String code(String text) {
        return "`" + Visible.line(text).replace("`", "'").replace("|", "\\|") + "`";
    }

    /** Text in which nothing but code between backticks is markup, in one line of a table. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean inCode = false;
        for (char c : Visible.line(text).toCharArray()) {
            inCode ^= c == '`';
            if (inCode && c != '|') {
                escaped.append(c);
                continue;
            }
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '&' -> escaped.append("&amp;");
                case '|', '[', ']', '*', '_', '#' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Text within HTML that stands in Markdown. */
    public static String html(String text) {
        return Visible.line(text).replace("&", "&amp;").replace("<", "&lt;");
    }
}
