package dev.dovetail.config.ci;

import dev.dovetail.config.commands.SimpleCommand;
import dev.dovetail.workspace.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions whose code is zipped and sent by hand: {@code aws lambda update-function-code}.
 *
 * <p>https://docs.aws.amazon.com/cli/latest/reference/lambda/update-function-code.html
 */
final class FunctionCalls {

    static final String HOST = "aws-lambda";

    private static final Set<String> VALUED =
            Set.of("--function-name", "--zip-file", "--s3-bucket", "--s3-key", "--image-uri", "--region",
                    "--profile", "--architectures", "--revision-id", "--output", "--query");

    /** By the name of an archive, the folder that was zipped. */
    private final Map<String, Optional<String>> zipped = new HashMap<>();

    /** What a call deploys; calls of zip are remembered for those that follow. */
    Optional<Deployment> read(SimpleCommand written) {
        SimpleCommand call = DeployCommands.bare(written);
        if (call.isCallOf("zip")) {
            zip(call);
            return Optional.empty();
        }
        if (!call.isCallOf("aws", "lambda", "update-function-code")) {
            return Optional.empty();
        }
        SimpleCommand.Parts parts = call.after(3, VALUED);
        Optional<String> archive = parts.value("--zip-file").map(path -> Paths.name(path.replaceFirst("^fileb?://", "")));
        return archive.map(zipped::get)
                .or(() -> Optional.of(call.folder()))
                .filter(folder -> archive.isPresent())
                .map(folder -> Deployment.of(HOST, parts.value("--function-name"), Optional.empty(), folder, call.place()));
    }

    private void zip(SimpleCommand call) {
        call.after(1, Set.of("-x", "-i", "-b", "-n", "-t")).rest().stream()
                .findFirst()
                .map(Paths::name)
                .ifPresent(
                        name -> {
                            zipped.put(name, call.folder());
                            zipped.put(name.endsWith(".zip") ? name : name + ".zip", call.folder());
                        });
    }
}
