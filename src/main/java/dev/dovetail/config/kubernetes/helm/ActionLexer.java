package dev.dovetail.config.kubernetes.helm;

import java.util.ArrayList;
import java.util.List;

/** Splits the inside of an action into tokens. */
final class ActionLexer {

    /** What a token is. */
    enum Kind {
        /** A word: a function, a keyword, {@code true}. */
        WORD,
        /** {@code .a.b}, {@code $x.a}, or {@code .a} right after a parenthesis. */
        PATH,
        TEXT,
        NUMBER,
        /** {@code ( ) | , := =}. */
        SIGN
    }

    /** @param joined whether it stands right after the token before it */
    record Token(Kind kind, String text, boolean joined) {}

    private final String text;
    private int at;

    private ActionLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        ActionLexer lexer = new ActionLexer(text);
        List<Token> tokens = new ArrayList<>();
        while (lexer.at < text.length()) {
            int before = lexer.at;
            while (lexer.at < text.length() && Character.isWhitespace(text.charAt(lexer.at))) {
                lexer.at++;
            }
            if (lexer.at < text.length()) {
                tokens.add(lexer.next(before == lexer.at && before > 0));
            }
        }
        return tokens;
    }

    private Token next(boolean joined) {
        char c = text.charAt(at);
        if (c == '"' || c == '`' || c == '\'') {
            return new Token(Kind.TEXT, quoted(c), joined);
        }
        if (text.startsWith(":=", at)) {
            at += 2;
            return new Token(Kind.SIGN, ":=", joined);
        }
        boolean number = Character.isDigit(c) || (c == '-' || c == '+') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        if (number) {
            return new Token(Kind.NUMBER, word(), joined);
        }
        if (c == '.' || c == '$') {
            return new Token(Kind.PATH, word(), joined);
        }
        if (Character.isLetter(c) || c == '_') {
            return new Token(Kind.WORD, word(), joined);
        }
        at++;
        return new Token(Kind.SIGN, String.valueOf(c), joined);
    }

    private String word() {
        int start = at++;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "._$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted(char quote) {
        StringBuilder whole = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && quote != '`' && at < text.length()) {
                char escaped = text.charAt(at++);
                whole.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            default -> escaped;
                        });
            } else {
                whole.append(c);
            }
        }
        at++;
        return whole.toString();
    }
}
