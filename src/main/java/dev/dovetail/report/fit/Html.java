package dev.dovetail.report.fit;

import dev.dovetail.report.Visible;

/** Text of the workspace made fit for HTML, in which it is no markup. */
final class Html {

    private Html() {}

    /** Text for elements and for attributes in double quotes; what is hidden in it is spelled out. */
    static String text(String text) {
        return escaped(Visible.line(text));
    }

    /** The same for code, whose blanks and tabs stay. */
    static String code(String code) {
        StringBuilder shown = new StringBuilder();
        code.codePoints()
                .forEach(c -> shown.append(c == '\t' ? "\t" : Visible.text(Character.toString(c))));
        return escaped(shown.toString());
    }

    /** Sentences of {@code rules/}: what stands between backticks is code. */
    static String prose(String text) {
        StringBuilder html = new StringBuilder();
        String[] parts = text(text).split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            // A backtick that none closes is a backtick.
            boolean isCode = i % 2 == 1 && i < parts.length - 1;
            if (isCode) {
                html.append("<code>").append(parts[i]).append("</code>");
            } else {
                html.append(i % 2 == 1 ? "`" : "").append(parts[i]);
            }
        }
        return html.toString();
    }

    private static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
