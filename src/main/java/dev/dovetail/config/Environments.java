package dev.dovetail.config;

import java.util.Locale;
import java.util.Set;

/** Which environment a folder or file of config is for, by its name; the nearer to users, the earlier. */
public enum Environments {
    /** What users meet. */
    PRODUCTION,
    /** Not said, or one that is like it. */
    ANY,
    /** A developer's machine or cluster. */
    DEVELOPMENT,
    /** Tests of the project itself. */
    TEST;

    private static final Set<String> FOR_PRODUCTION =
            Set.of("prod", "prd", "production", "live", "release");

    private static final Set<String> FOR_DEVELOPMENT =
            Set.of("dev", "devel", "develop", "development", "local", "minikube", "kind", "k3d", "docker-desktop", "debug", "sandbox", "tilt");

    private static final Set<String> FOR_TEST =
            Set.of("test", "tests", "testing", "testdata", "e2e", "ci", "fixtures", "__tests__", "integration-tests");

    /** What the parts of a path say; the worst of them. */
    public static Environments of(String path) {
        Environments found = ANY;
        for (String part : path.toLowerCase(Locale.ROOT).split("/")) {
            for (String word : part.split("[._-]")) {
                if (FOR_PRODUCTION.contains(word) && found == ANY) {
                    found = PRODUCTION;
                }
                if (FOR_DEVELOPMENT.contains(word) && found != TEST) {
                    found = DEVELOPMENT;
                }
            }
            if (FOR_TEST.contains(part) || part.matches("test[._-].*|.*[._-](test|e2e)\\.ya?ml")) {
                found = TEST;
            }
        }
        return found;
    }

    /** The one that is nearer to users. */
    public static Environments better(Environments one, Environments other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
