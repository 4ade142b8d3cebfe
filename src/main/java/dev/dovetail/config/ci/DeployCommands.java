package dev.dovetail.config.ci;

import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of the platforms' own programs that send code to them. */
final class DeployCommands {

    /**
     * A program that sends the folder it is called in.
     *
     * @param words that the call begins with
     * @param names options that name the application
     * @param images options that name an image instead
     * @param folders options that name another folder
     */
    private record Program(
            String host, List<String> words, List<String> names, List<String> images, List<String> folders) {}

    private static final List<Program> PROGRAMS =
            List.of(
                    new Program("heroku", List.of("heroku", "container:push"), List.of("-a", "--app"), List.of(), List.of()),
                    new Program("heroku", List.of("git", "push", "heroku"), List.of(), List.of(), List.of()),
                    new Program("heroku", List.of("dpl", "--provider=heroku"), List.of("--app"), List.of(), List.of()),
                    new Program("aws-elastic-beanstalk", List.of("eb", "deploy"), List.of(), List.of(), List.of()),
                    new Program("aws-elastic-beanstalk", List.of("aws", "elasticbeanstalk", "update-environment"), List.of("--application-name"), List.of(), List.of()),
                    new Program("aws-elastic-beanstalk", List.of("aws", "elasticbeanstalk", "create-application-version"), List.of("--application-name"), List.of(), List.of()),
                    new Program("fly", List.of("fly", "deploy"), List.of("-a", "--app"), List.of("-i", "--image"), List.of()),
                    new Program("fly", List.of("flyctl", "deploy"), List.of("-a", "--app"), List.of("-i", "--image"), List.of()),
                    new Program("railway", List.of("railway", "up"), List.of("-s", "--service"), List.of(), List.of()),
                    new Program("railway", List.of("railway", "deploy"), List.of("-s", "--service"), List.of(), List.of()),
                    new Program("aws-ecs", List.of("aws", "ecs", "update-service"), List.of("--service"), List.of(), List.of()),
                    new Program("aws-app-runner", List.of("aws", "apprunner", "start-deployment"), List.of(), List.of(), List.of()));

    private static final Set<String> VALUED =
            Set.of("-a", "--app", "-s", "--service", "-i", "--image", "--application-name", "--environment-name",
                    "--version-label", "--cluster", "--region", "--task-definition", "-c", "--config",
                    "--source-bundle", "--service-arn", "--profile", "-e", "--environment", "--label", "-l",
                    "--remote-only", "--dockerfile", "--output", "--desired-count", "-p", "--project", "--api-key");

    private static final Set<String> BEFORE = Set.of("sudo", "time", "exec", "env", "command", "npx", "bunx", "then", "do", "-y", "--yes");

    private DeployCommands() {}

    /** What a call deploys, if it is one of these. */
    static Optional<Deployment> read(SimpleCommand written) {
        SimpleCommand call = bare(written);
        Optional<Deployment> cloudRun = CloudRunCall.read(call);
        if (cloudRun.isPresent()) {
            return cloudRun;
        }
        for (Program program : PROGRAMS) {
            if (call.isCallOf(program.words().toArray(String[]::new))) {
                return Optional.of(deployment(program, call));
            }
        }
        return Optional.empty();
    }

    /** The call without what stands before its program. */
    static SimpleCommand bare(SimpleCommand call) {
        List<String> words = call.words();
        int start = 0;
        while (start < words.size() - 1 && (BEFORE.contains(words.get(start)) || words.get(start).matches("[A-Za-z_]\\w*=.*"))) {
            start++;
        }
        return new SimpleCommand(words.subList(start, words.size()), call.folder(), call.place());
    }

    private static Deployment deployment(Program program, SimpleCommand call) {
        SimpleCommand.Parts parts = call.after(program.words().size(), VALUED);
        Optional<String> image = parts.value(program.images().toArray(String[]::new));
        Optional<String> folder =
                parts.value(program.folders().toArray(String[]::new))
                        .map(path -> call.folder().flatMap(from -> Paths.resolve(from, path)))
                        .orElse(call.folder());
        return Deployment.of(
                program.host(), parts.value(program.names().toArray(String[]::new)), image, folder, call.place());
    }
}
