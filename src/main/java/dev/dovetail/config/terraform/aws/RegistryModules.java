package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.terraform.values.Resource;

/** Modules of the registry that are widely used, as the resources which they make. */
final class RegistryModules {

    private final AwsTemplate template;
    private final TermNodes nodes;

    RegistryModules(AwsTemplate template, TermNodes nodes) {
        this.template = template;
        this.nodes = nodes;
    }

    /** Adds what a module makes; false for one that is not read. */
    boolean add(Resource call) {
        return false;
    }
}
