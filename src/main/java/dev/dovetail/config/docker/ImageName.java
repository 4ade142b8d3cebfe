package dev.dovetail.config.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an image, such as {@code ghcr.io/acme/shop-api:1.2}.
 *
 * @param path its parts between slashes without tag and digest, each with {@code *} for what is not known
 * @param tag or the empty string
 */
record ImageName(List<String> path, String tag) {

    private static final Pattern UNKNOWN = Pattern.compile("\\$\\{[^}]*+}|\\$\\([^)]*+\\)|\\$\\w+|<[^>]*+>");
    private static final Set<String> DOCKER_HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

    /** https://hub.docker.com/u/library and others that a workspace seldom builds itself. */
    private static final Set<String> PUBLIC =
            Set.of("adminer", "alpine", "busybox", "cassandra", "chroma", "clickhouse-server", "consul", "couchdb",
                    "curl", "debian", "elasticsearch", "envoy", "etcd", "ghost", "grafana", "haproxy",
                    "httpd", "influxdb", "jaeger", "keycloak", "kibana", "kubectl", "logstash", "mailhog",
                    "mariadb", "memcached", "minio", "mongo", "mongo-express", "mongodb", "mysql", "nats", "neo4j",
                    "nextcloud", "nginx", "node", "openjdk", "opensearch", "phpmyadmin", "postgres", "postgresql",
                    "prometheus", "python", "rabbitmq", "redis", "registry", "telegraf", "traefik", "ubuntu",
                    "vault", "wordpress", "zipkin", "zookeeper");

    ImageName {
        path = List.copyOf(path);
    }

    static ImageName of(String written) {
        String text = UNKNOWN.matcher(written.strip()).replaceAll("*").toLowerCase(Locale.ROOT);
        int digest = text.indexOf('@');
        text = digest < 0 ? text : text.substring(0, digest);
        int colon = text.indexOf(':', text.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "" : text.substring(colon + 1);
        List<String> parts = new ArrayList<>(List.of((colon < 0 ? text : text.substring(0, colon)).split("/")));
        parts.removeIf(String::isEmpty);
        if (parts.size() > 1 && DOCKER_HUB.contains(parts.get(0))) {
            parts.remove(0);
        }
        if (parts.size() == 2 && parts.get(0).equals("library")) {
            parts.remove(0);
        }
        return new ImageName(parts, tag);
    }

    /** Its last part, by which people call it. */
    String last() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    boolean isKnown() {
        return !last().isEmpty() && !last().contains("*");
    }

    /** Whether it is most likely made by others: of Docker's library, a database, a proxy. */
    boolean isPublic() {
        return PUBLIC.contains(last()) && (path.size() < 3 || path.get(0).contains("."));
    }

    /**
     * Whether a container that names {@code deployed} may run what is built under this name.
     *
     * @return 0 when the names are the same, more the less they tell; empty when they do not agree
     */
    OptionalInt agreesWith(ImageName deployed) {
        if (!deployed.isKnown() || path.isEmpty()) {
            return OptionalInt.empty();
        }
        int own = path.size() - 1;
        int other = deployed.path().size() - 1;
        boolean guessed = last().equals("*");
        if (guessed && path.size() == 1) {
            return OptionalInt.empty();
        }
        while (own >= 0 && other >= 0) {
            if (own == 0 && path.get(0).equals("*")) {
                // An unknown registry may have any number of parts.
                return guessed ? OptionalInt.empty() : OptionalInt.of(1);
            }
            if (!matches(path.get(own), deployed.path().get(other))) {
                return OptionalInt.empty();
            }
            own--;
            other--;
        }
        if (own < 0 && other < 0) {
            return OptionalInt.of(guessed ? 3 : 0);
        }
        boolean fetched = guessed || deployed.path().size() == 1 && deployed.isPublic() && !path.get(0).equals("*");
        return fetched ? OptionalInt.empty() : OptionalInt.of(own < 0 ? 2 : 1);
    }

    private static boolean matches(String pattern, String text) {
        if (!pattern.contains("*")) {
            return pattern.equals(text);
        }
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : "[^/]*").append(Pattern.quote(part));
        }
        return text.matches(regex.toString());
    }
}
