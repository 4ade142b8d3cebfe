package dev.dovetail.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * A question about a unit and a use, answered yes, no or unknown.
 *
 * <p>The one language of conditions in {@code rules/}: signatures' {@code where} and {@code unless},
 * platforms' {@code when}.
 */
public sealed interface Condition {

    /** Always yes, or always no. */
    record Constant(boolean value) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /**
     * {@code {holds: one-connection}}: a condition that the feature gives a name. Gone once the
     * knowledge is put together: the feature's own then stands in its place.
     */
    record Named(String name) implements Condition {}

    /** {@code {setting: replicas, at-most: 1}}: a setting of the unit. */
    record OfSetting(String setting, Test test) implements Condition {}

    /** {@code {variable: NODE_ENV, is: production}}: a variable of the unit's environment. */
    record OfVariable(String variable, Test test) implements Condition {}

    /** {@code {value: path, under: temporary-folder}}: a captured value. */
    record OfValue(String capture, Test test) implements Condition {}

    /** {@code {argument: 0, property: store, is: present}}: an argument that has no name. */
    record OfArgument(Selector selector, Test test) implements Condition {}

    /** {@code {trigger: http}}: every trigger of the unit is one of these, and all are known. */
    record OfTriggers(List<String> anyOf) implements Condition {}

    /** {@code {hop: aws-alb}}: one of these hops is on some way to the unit. */
    record HasHop(List<String> anyOf) implements Condition {}

    /** {@code {dependency: org.springframework.session:*}}: the unit's manifest declares one of these. */
    record HasDependency(List<String> anyOf) implements Condition {}

    /** {@code {reaches: socket.io.Server().adapter()}}: the unit's code uses one of these too. */
    record Reaches(List<ApiPattern> apis) implements Condition {}

    /** {@code {beside: java.lang.Thread#join()}}: the same function, or one within it, uses one too. */
    record Beside(List<ApiPattern> apis) implements Condition {}

    /** {@code {property: spring.session.store-type, is: redis}}: a property of the application's own config. */
    record OfProperty(String property, Test test) implements Condition {}

    /** {@code {caught: true}}: a try around the use catches what it throws. */
    record IsCaught() implements Condition {}

    /** {@code {dropped: true}}: nothing looks at what the call gives. */
    record IsDropped() implements Condition {}

    /** {@code {later: true}}: the code was handed over to run after its caller went on. */
    record RunsLater() implements Condition {}

    /**
     * A test of one value.
     *
     * @param operator {@code is}, {@code in}, {@code present}, {@code absent}, {@code at-least}, {@code
     *     at-most}, {@code above}, {@code below}, {@code starts-with}, {@code ends-with}, {@code
     *     contains}, {@code under} (a path), {@code api} (a value that comes from an API path)
     * @param operands texts as written; quantities such as {@code 6 MB} for the ordering operators
     */
    record Test(String operator, List<String> operands) {
        public Optional<String> first() {
            return operands.stream().findFirst();
        }
    }
}
