package dev.dovetail.knowledge;

import java.util.List;
import java.util.Map;

/**
 * A document of {@code rules/} without its syntax: texts, lists and fields.
 *
 * <p>YAML and the compiled resource both become one, so that records are read in one way.
 */
sealed interface Tree {

    /** {@code file:line:column}, or empty when it comes from the compiled resource. */
    String where();

    record Text(String value, String where) implements Tree {}

    record Items(List<Tree> items, String where) implements Tree {}

    /** @param fields in their order; nobody changes them any more */
    record Fields(Map<String, Tree> fields, String where) implements Tree {}
}
