package dev.dovetail.config.terraform.values;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.List;

/** Texts that are put together of others, known or not. */
final class Texts {

    /** The longest text that is made; longer ones are no setting that a rule would read. */
    private static final int LONGEST = 200_000;

    private Texts() {}

    static Term joined(List<Term> parts, Place place) {
        StringBuilder text = new StringBuilder();
        List<Resource> resources = new ArrayList<>();
        boolean known = true;
        for (Term part : parts) {
            String piece = part.isAbsent() ? "" : part.pieces();
            known &= part.text().isPresent() || part.isAbsent();
            for (Resource each : part.resources()) {
                if (!resources.contains(each)) {
                    resources.add(each);
                }
            }
            text.append(piece);
            if (text.length() > LONGEST) {
                return new Term.Unknown(Term.COMPUTED, place, resources);
            }
        }
        return known ? new Term.Plain(text.toString(), place, resources) : new Term.Unknown(text.toString(), place, resources);
    }
}
