package dev.dovetail.config.aws;

import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.commands.CommandLine;
import dev.dovetail.config.docker.BuiltImages;
import dev.dovetail.config.docker.Image;
import dev.dovetail.config.docker.Images;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The images of functions, whose command is the handler.
 *
 * <p>https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
 */
public final class FunctionImages {

    /** The runtime interface client, which makes an image of any base one for functions. */
    private static final String CLIENT = "awslambdaric";

    private static final Map<String, List<String>> ENDINGS =
            Map.of("python", List.of(".py"), "javascript", List.of(".js", ".mjs", ".cjs", ".ts", ".mts"));

    private final Manifests manifests;
    private final BuiltImages built;
    private final Images images;
    private @Nullable List<Image> ofFunctions;

    public FunctionImages(Manifests manifests) {
        this.manifests = manifests;
        this.built = new BuiltImages(manifests);
        this.images = new Images(manifests.workspace());
    }

    /** The image of a name, with {@code ${…}} for what is not known; or the only one for functions. */
    public Optional<Image> named(String name) {
        return built.of(name)
                .filter(FunctionImages::isForFunctions)
                .or(() -> all().size() == 1 && !BuiltImages.isPublic(name) ? Optional.of(all().get(0)) : Optional.empty());
    }

    /** The image that a Dockerfile makes in a folder. */
    public Optional<Image> at(String dockerfile, String context, Optional<String> target) {
        return images.at(dockerfile, context, target, Map.of()).filter(FunctionImages::isForFunctions);
    }

    private List<Image> all() {
        if (ofFunctions == null) {
            ofFunctions = images.files().stream().flatMap(file -> images.of(file).stream()).filter(FunctionImages::isForFunctions).toList();
        }
        return ofFunctions;
    }

    private static boolean isForFunctions(Image image) {
        return image.isForFunctions() || words(image.entrypoint()).contains(CLIENT);
    }

    /**
     * The handler that an image starts.
     *
     * @param command what config says instead of the image's, if it does
     * @param place where it says so
     */
    public EntryPoint entryPoint(Image image, List<String> command, Place place) {
        boolean own = command.isEmpty();
        List<String> words = own ? words(image.command()) : command;
        Place line = own ? image.commandPlace() : place;
        if (words.size() != 1 || image.languages().size() != 1) {
            return new EntryPoint.Unknown("its image does not say which handler it starts", line);
        }
        String reference = words.get(0);
        String language = image.languages().iterator().next();
        if (ProvidedHandlers.include(reference)) {
            return new EntryPoint.Unknown("a layer or plugin provides the handler " + reference, line);
        }
        if (language.equals("java")) {
            return new EntryPoint.Handler(reference, image.files().home(), language, line);
        }
        return folder(image, reference, language)
                .<EntryPoint>map(folder -> new EntryPoint.Handler(reference, folder, language, line))
                .orElse(new EntryPoint.Unknown("the handler's file is not copied from the workspace", line));
    }

    /** The folder of the workspace that becomes the one which handlers are looked for in. */
    private Optional<String> folder(Image image, String reference, String language) {
        int dot = reference.lastIndexOf('.');
        String written = dot < 0 ? reference : reference.substring(0, dot);
        String module = language.equals("python") ? written.replace('.', '/') : written;
        Optional<String> made = Optional.empty();
        for (String ending : ENDINGS.getOrDefault(language, List.of())) {
            String file = module + ending;
            Optional<String> source = image.files().source(Paths.absolute(image.workingFolder(), file)).filter(path -> path.equals(file) || path.endsWith("/" + file));
            Optional<String> folder = source.map(path -> path.substring(0, Math.max(0, path.length() - file.length() - 1)));
            if (source.filter(manifests.workspace()::has).isPresent()) {
                return folder;
            }
            made = made.or(() -> folder);
        }
        return made;
    }

    /** What an image says of the language's version, in the words of runtimes. */
    public static Optional<Setting> runtime(Image image) {
        return Optional.ofNullable(image.settings().get(SettingName.RUNTIME));
    }

    private static List<String> words(Optional<CommandLine> command) {
        return command.orElse(null) instanceof CommandLine.Exec exec ? exec.arguments() : List.of();
    }
}
