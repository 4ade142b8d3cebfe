package dev.dovetail.config.terraform.values;

import java.util.List;

/** What is known of attributes that only the provider gives, from the naming of services. */
final class Outputs {

    /** Ends of such attributes, before which the resource's own name stands. */
    private static final List<String> NAMED = List.of("repository_url", "repository_uri");

    private Outputs() {}

    static String text(Resource resource, String attribute) {
        return NAMED.contains(attribute)
                ? Term.COMPUTED + "/" + resource.attribute("name").pieces()
                : Term.COMPUTED;
    }
}
