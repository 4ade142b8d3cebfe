package dev.dovetail.config.cloudformation;

import dev.dovetail.config.ConfigNode;

/** What another tool wrote around a template and evaluates before CloudFormation sees it. */
public interface OuterVariables {

    /** Nothing is written around it. */
    OuterVariables NONE =
            new OuterVariables() {
                @Override
                public ConfigNode resolve(ConfigNode node) {
                    return node;
                }

                @Override
                public boolean isUnresolved(String text) {
                    return false;
                }
            };

    /** The node with the outer tool's variables evaluated, as far as they can be. */
    ConfigNode resolve(ConfigNode node);

    /** Whether a text still holds a variable of the outer tool. */
    boolean isUnresolved(String text);
}
