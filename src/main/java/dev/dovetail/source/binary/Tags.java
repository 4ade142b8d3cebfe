package dev.dovetail.source.binary;

/** The first byte of an expression, which says what kind it is. */
final class Tags {

    /** An object that was written before: its number follows, counted in the order they ended. */
    static final int KNOWN = 0;

    static final int REF = 1;
    static final int GLOBAL = 2;
    static final int MODULE = 3;
    static final int MEMBER = 4;
    static final int INDEX = 5;
    static final int RESULT = 6;
    static final int AWAITED = 7;
    static final int FUNCTION = 8;
    static final int INSTANCE = 9;
    static final int THIS = 10;
    static final int SUPER = 11;
    static final int OBJECT = 12;
    static final int LIST = 13;
    static final int CONCAT = 14;
    static final int OPERATION = 15;
    static final int CONDITIONAL = 16;
    static final int UNKNOWN = 17;

    /** Literals, by what they hold. */
    static final int NOTHING = 18;

    static final int NULL = 19;
    static final int TEXT = 20;
    static final int WHOLE = 21;
    static final int REAL = 22;
    static final int TRUTH = 23;

    private Tags() {}
}
