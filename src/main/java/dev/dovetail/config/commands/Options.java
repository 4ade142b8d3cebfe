package dev.dovetail.config.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arguments parted into options and the rest. */
final class Options {

    private final Map<String, List<Argument>> values = new LinkedHashMap<>();
    private final List<Argument> rest = new ArrayList<>();

    private Options() {}

    /** All options, wherever they stand. {@code valued} are those that take the next argument. */
    static Options anywhere(List<Argument> arguments, Set<String> valued) {
        return read(arguments, valued, false);
    }

    /** The options before the first argument that is none; from there on all is the rest. */
    static Options leading(List<Argument> arguments, Set<String> valued) {
        return read(arguments, valued, true);
    }

    private static Options read(List<Argument> arguments, Set<String> valued, boolean leading) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String text = argument.text();
            if (text.equals("--")) {
                options.rest.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (!text.startsWith("-") || text.equals("-")) {
                if (leading) {
                    options.rest.addAll(arguments.subList(i, arguments.size()));
                    break;
                }
                options.rest.add(argument);
                continue;
            }
            int equals = text.indexOf('=');
            if (valued.contains(text)) {
                boolean last = i + 1 >= arguments.size();
                options.add(text, last ? Argument.of("") : arguments.get(++i));
            } else if (equals > 0) {
                options.add(
                        text.substring(0, equals),
                        new Argument(text.substring(equals + 1), argument.known()));
            } else if (!text.startsWith("--") && text.length() > 2 && valued.contains(text.substring(0, 2))) {
                options.add(
                        text.substring(0, 2), new Argument(text.substring(2), argument.known()));
            } else {
                options.add(text, Argument.of("true"));
            }
        }
        return options;
    }

    private void add(String name, Argument value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** What is given last under one of these names. */
    Optional<Argument> value(String... names) {
        for (String name : names) {
            List<Argument> found = values.get(name);
            if (found != null) {
                return Optional.of(found.get(found.size() - 1));
            }
        }
        return Optional.empty();
    }

    /** All that is given under a name, in order. */
    List<Argument> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String... names) {
        return value(names).isPresent();
    }

    List<Argument> rest() {
        return rest;
    }

    Optional<Argument> first() {
        return rest.stream().findFirst();
    }
}
