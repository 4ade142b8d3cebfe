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
 * @param ofCall for chained calls: the value belongs to this earlier call of the chain, by API path
 */
public record Selector(
        int argument,
        Optional<String> name,
        List<String> properties,
        boolean receiver,
        Optional<String> ofCall) {}
