package dev.dovetail.config.commands;

import java.util.Set;

/** Servers and languages whose code is not read. */
final class OtherServers implements ProgramFamily {

    @Override
    public Set<String> names() {
        return Set.of("nginx", "caddy", "traefik", "haproxy", "envoy", "httpd", "apache2",
                "apache2-foreground", "apachectl", "postgres", "mysqld", "mariadbd", "mongod",
                "redis-server", "memcached", "rabbitmq-server", "minio", "ruby", "bundle", "rails",
                "puma", "rackup", "php", "php-fpm", "dotnet", "go", "cargo", "mix", "elixir", "serve",
                "http-server", "vite", "ng", "react-scripts", "gatsby", "crond", "cron", "sshd",
                "clickhouse-server", "elasticsearch");
    }

    @Override
    public Outcome read(Invocation call) {
        return call.unknown("the language of " + call.program() + " is not read")
                .with(call.settings(call.program()));
    }
}
