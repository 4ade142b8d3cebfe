package dev.dovetail.cli;

import java.util.Optional;

/** The version of this build, as its jar says. */
final class Version {

    private Version() {}

    /** A semantic version; {@code 0.0.0-unpackaged} when it runs from class files. */
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("0.0.0-unpackaged");
    }
}
