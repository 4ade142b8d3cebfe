package dev.dovetail.knowledge;

import java.util.Map;

/**
 * Something code and config must agree on; the relation itself is Java.
 *
 * @param messages further sentences by name, for contracts that are broken in several ways
 */
public record Contract(Words words, Map<String, String> messages) implements Rule {}
