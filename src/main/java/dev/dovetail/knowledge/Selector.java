package dev.dovetail.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Which value of a use is meant.
 *
 * @param argument position from 0 of an argument, or -1
 * @param name of a keyword argument or annotation attribute; tried before {@code argument}
 * @param properties of an object, from outer to inner, within the argument
 * @param receiver instead of an argument, what the call is a member of: {@code x} of {@code x.m()}
 * @param literal instead of an argument, the library's own default
 * @param application instead of an argument, a property of the application's own config
 * @param passes the value is a function; meant is what it passes at this position to its last
 *     parameter, or -1
 * @param unit the unit of measure that a plain number is in, such as {@code s}; else ms, or bytes
 * @param ofCall for chained calls: the value belongs to this earlier call of the chain, by API path
 */
public record Selector(
        int argument,
        Optional<String> name,
        List<String> properties,
        boolean receiver,
        Optional<String> literal,
        Optional<String> application,
        int passes,
        Optional<String> ofCall,
        Optional<Quantity> unit) {

    /** The argument at a position. */
    public static Selector argument(int position) {
        return of(position, Optional.empty(), List.of());
    }

    /** A property of the object at a position; dots from outer to inner: {@code cookie.secure}. */
    public static Selector property(int position, String path) {
        return of(position, Optional.empty(), List.of(path.split("\\.")));
    }

    /** A keyword argument. */
    public static Selector named(String name) {
        return of(-1, Optional.of(name), List.of());
    }

    private static Selector of(int position, Optional<String> name, List<String> properties) {
        return new Selector(
                position,
                name,
                properties,
                false,
                Optional.empty(),
                Optional.empty(),
                -1,
                Optional.empty(),
                Optional.empty());
    }

    /** {@link #argument()} for the last argument, whatever its position. */
    public static final int LAST = Integer.MAX_VALUE;
}
