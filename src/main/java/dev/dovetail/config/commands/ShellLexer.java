package dev.dovetail.config.commands;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Splits a shell's text into words and operators, as POSIX tells it; no error stops it. */
final class ShellLexer {

    private static final Set<String> TWO =
            Set.of("&&", "||", ";;", ">>", "<<", ">&", "<&", "&>", ">|", "|&");
    private static final String OPERATORS = ";&|()<>\n";
    private static final int DEEPEST = 20;

    /** A word, or an operator when {@code word} has no parts; {@code "\n"} ends a line. */
    record Token(String operator, Word word) {
        boolean isOperator() {
            return !operator.isEmpty();
        }
    }

    /** A here-document whose body begins after the line. */
    private record Pending(String end, boolean stripped) {}

    private final String text;
    private final int depth;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int at;
    private int line = 1;

    private ShellLexer(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    static List<Token> tokens(String text) {
        ShellLexer lexer = new ShellLexer(text.replace("\r\n", "\n"), 0);
        lexer.run();
        return lexer.tokens;
    }

    /** A text in which only variables have a meaning, such as a default's. */
    private static Word quoted(String text, int depth, int line) {
        if (depth > DEEPEST) {
            return new Word(List.of(new Word.Computed(text)), line);
        }
        ShellLexer lexer = new ShellLexer(text, depth + 1);
        lexer.line = line;
        List<Word.Part> parts = new ArrayList<>();
        lexer.doubleQuoted(parts, false);
        return new Word(parts, line);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
                line++;
            } else if (c == '#') {
                skipLine();
            } else if (OPERATORS.indexOf(c) >= 0) {
                operator(c);
            } else {
                Word word = word();
                boolean descriptor =
                        at < text.length()
                                && (text.charAt(at) == '<' || text.charAt(at) == '>')
                                && word.keyword().matches("\\d");
                if (!descriptor) {
                    tokens.add(new Token("", word));
                }
            }
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void operator(char c) {
        String two = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
        if (c == '\n') {
            tokens.add(new Token("\n", Word.of("")));
            at++;
            line++;
            while (!pending.isEmpty()) {
                skipHereDocument(pending.poll());
            }
            return;
        }
        if (two.equals("<<")) {
            at += 2;
            hereDocument();
            return;
        }
        String operator = TWO.contains(two) ? two : String.valueOf(c);
        at += operator.length();
        tokens.add(new Token(operator, Word.of("")));
    }

    private void hereDocument() {
        boolean stripped = at < text.length() && text.charAt(at) == '-';
        if (stripped || at < text.length() && text.charAt(at) == '<') {
            at++;
        }
        boolean string = !stripped && at > 0 && text.charAt(at - 1) == '<' && at > 2
                && text.charAt(at - 2) == '<' && text.charAt(at - 3) == '<';
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && OPERATORS.indexOf(text.charAt(at)) < 0) {
            Word end = word();
            if (!string && end.parts().size() == 1 && end.parts().get(0) instanceof Word.Text name) {
                pending.add(new Pending(name.text(), stripped));
            }
        }
    }

    private void skipHereDocument(Pending document) {
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String each = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            line++;
            if ((document.stripped() ? each.strip() : each).equals(document.end())) {
                return;
            }
        }
    }

    private Word word() {
        List<Word.Part> parts = new ArrayList<>();
        int start = line;
        StringBuilder plain = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || OPERATORS.indexOf(c) >= 0) {
                break;
            }
            if (c == '\\') {
                boolean joined = at + 1 < text.length() && text.charAt(at + 1) == '\n';
                if (joined) {
                    line++;
                } else if (at + 1 < text.length()) {
                    flush(plain, parts, false);
                    parts.add(new Word.Text(text.substring(at + 1, at + 2), true));
                }
                at += 2;
            } else if (c == '\'') {
                flush(plain, parts, false);
                int end = text.indexOf('\'', at + 1);
                end = end < 0 ? text.length() : end;
                String inner = text.substring(at + 1, end);
                line += (int) inner.chars().filter(each -> each == '\n').count();
                parts.add(new Word.Text(inner, true));
                at = end + 1;
            } else if (c == '"') {
                flush(plain, parts, false);
                at++;
                parts.add(new Word.Text("", true));
                doubleQuoted(parts, true);
            } else if (c == '$' || c == '`') {
                flush(plain, parts, false);
                variable(parts, false);
            } else {
                plain.append(c);
                at++;
            }
        }
        flush(plain, parts, false);
        return new Word(parts, start);
    }

    private static void flush(StringBuilder plain, List<Word.Part> parts, boolean quoted) {
        if (!plain.isEmpty()) {
            parts.add(new Word.Text(plain.toString(), quoted));
            plain.setLength(0);
        }
    }

    /** To the closing quote, or to the end when {@code closed} is not set. */
    private void doubleQuoted(List<Word.Part> parts, boolean closed) {
        StringBuilder plain = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (closed) {
                    break;
                }
            } else if (c == '\\' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                if (next == '\n') {
                    line++;
                } else {
                    if ("$`\"\\".indexOf(next) < 0) {
                        plain.append(c);
                    }
                    plain.append(next);
                }
                at += 2;
            } else if (c == '$' || c == '`') {
                flush(plain, parts, true);
                variable(parts, true);
            } else {
                if (c == '\n') {
                    line++;
                }
                plain.append(c);
                at++;
            }
        }
        flush(plain, parts, true);
    }

    private void variable(List<Word.Part> parts, boolean quoted) {
        int start = at;
        if (text.charAt(at) == '`') {
            int end = text.indexOf('`', at + 1);
            at = end < 0 ? text.length() : end + 1;
            parts.add(new Word.Computed(text.substring(start, at)));
            return;
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '(') {
            at = closing(at + 1, '(', ')');
            parts.add(new Word.Computed(text.substring(start, at)));
        } else if (next == '{') {
            at = closing(at + 1, '{', '}');
            braced(text.substring(start + 2, Math.max(start + 2, at - 1)), parts, quoted);
        } else if (Character.isLetter(next) || next == '_') {
            int end = at + 1;
            while (end < text.length() && isName(text.charAt(end))) {
                end++;
            }
            parts.add(named(text.substring(at + 1, end), quoted));
            at = end;
        } else if (Character.isDigit(next) || "@*#?$!-".indexOf(next) >= 0) {
            parts.add(named(String.valueOf(next), quoted));
            at += 2;
        } else {
            parts.add(new Word.Text("$", quoted));
            at++;
        }
    }

    private static Word.Variable named(String name, boolean quoted) {
        return new Word.Variable(name, "", new Word(List.of(), 1), quoted);
    }

    private void braced(String inner, List<Word.Part> parts, boolean quoted) {
        int end = 0;
        while (end < inner.length() && isName(inner.charAt(end))) {
            end++;
        }
        if (end == 0 && !inner.isEmpty() && "@*".indexOf(inner.charAt(0)) >= 0) {
            end = 1;
        }
        String name = inner.substring(0, end);
        String rest = inner.substring(end);
        String operator = rest.startsWith(":") ? rest.substring(0, Math.min(2, rest.length())) : rest.isEmpty() ? "" : rest.substring(0, 1);
        boolean plain = Set.of("", ":-", "-", ":=", "=", ":+", "+", ":?", "?").contains(operator);
        if (name.isEmpty() || !plain) {
            parts.add(new Word.Computed("${" + inner + "}"));
            return;
        }
        Word operand = quoted(rest.substring(operator.length()), depth, line);
        parts.add(new Word.Variable(name, operator, operand, quoted));
    }

    private static boolean isName(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    /** The position after the bracket that closes the one at {@code from}. */
    private int closing(int from, char open, char close) {
        int level = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (c == open) {
                level++;
            } else if (c == close && --level == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
