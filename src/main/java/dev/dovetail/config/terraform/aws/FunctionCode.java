package dev.dovetail.config.terraform.aws;

import dev.dovetail.config.ConfigNode;
import dev.dovetail.config.Nodes;
import dev.dovetail.config.cloudformation.TemplateDraft;
import dev.dovetail.config.terraform.values.Resource;
import dev.dovetail.config.terraform.values.Term;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a function's package is made of: a folder of the workspace, an archive, an image. */
final class FunctionCode {

    /** Texts that stand for what is not a file of the workspace. */
    private static final String ELSEWHERE = "s3://";

    private final List<Resource> archives;

    /**
     * @param resources all of the configuration
     */
    FunctionCode(List<Resource> resources) {
        this.archives = resources.stream().filter(each -> each.type().equals("archive_file")).toList();
    }

    /** The property {@code Code} of a function. */
    ConfigNode of(Resource function) {
        Place place = function.place();
        Term image = function.attribute("image_uri");
        if (!image.isAbsent()) {
            return TemplateDraft.mapping(Map.of("ImageUri", TemplateDraft.scalar(image.pieces(), image.place())), place);
        }
        Term file = function.attribute("filename");
        if (!file.isAbsent()) {
            return packaged(file, function);
        }
        Term key = function.attribute("s3_key");
        Optional<Resource> uploaded =
                key.resources().stream()
                        .filter(each -> each.type().equals("aws_s3_object") || each.type().equals("aws_s3_bucket_object"))
                        .findFirst();
        if (uploaded.isPresent() && !uploaded.get().attribute("source").isAbsent()) {
            return packaged(uploaded.get().attribute("source"), uploaded.get());
        }
        return TemplateDraft.scalar(key.isAbsent() ? Term.COMPUTED : ELSEWHERE, key.place());
    }

    /** Likewise of a call of the registry's module lambda. */
    ConfigNode ofModule(Resource call) {
        if (!call.attribute("image_uri").isAbsent()) {
            return of(call);
        }
        Term existing = call.attribute("local_existing_package");
        if (!existing.isAbsent()) {
            return packaged(existing, call);
        }
        // A path, or a list of paths and of objects with one; the first is what the others are added to.
        Term source = call.attribute("source_path");
        Optional<Term> first = source.elements().stream().findFirst();
        Optional<Term> path = first.flatMap(each -> each.get("path").or(() -> each instanceof Term.Members ? Optional.empty() : first));
        return path.map(each -> path(each, call, isFile(each))).orElse(TemplateDraft.scalar(ELSEWHERE, call.place()));
    }

    private static boolean isFile(Term path) {
        return path.text().map(Paths::extension).filter(extension -> !extension.isEmpty() && !extension.equals("zip")).isPresent();
    }

    private ConfigNode packaged(Term file, Resource by) {
        Optional<Resource> archive =
                file.resources().stream()
                        .filter(each -> each.type().equals("archive_file"))
                        .findFirst()
                        .or(() -> archive(file, by));
        return archive.map(each -> archived(each, file.place())).orElseGet(() -> path(file, by, false));
    }

    /** The archive whose output has the path of a file. */
    private Optional<Resource> archive(Term file, Resource by) {
        Optional<String> path = workspacePath(file, by);
        return path.flatMap(
                text ->
                        archives.stream()
                                .filter(each -> workspacePath(each.attribute("output_path"), each).equals(Optional.of(text)))
                                .findFirst());
    }

    private static ConfigNode archived(Resource archive, Place place) {
        Term folder = archive.attribute("source_dir");
        if (!folder.isAbsent()) {
            return path(folder, archive, false);
        }
        Term file = archive.attribute("source_file");
        if (!file.isAbsent()) {
            return path(file, archive, true);
        }
        return contents(archive)
                .orElseGet(() -> TemplateDraft.mapping(Map.of("ZipFile", TemplateDraft.scalar("", place)), place));
    }

    /** The folder whose files an archive takes one by one, under the names that they have there. */
    private static Optional<ConfigNode> contents(Resource archive) {
        Optional<ConfigNode> folder = Optional.empty();
        for (Term source : archive.attribute("source").elements()) {
            Optional<Place> content = source.get("content").map(Term::place).filter(place -> place.equals(Place.startOf(place.file())));
            Optional<String> file = content.map(Place::file);
            Optional<String> name = source.get("filename").flatMap(Term::text);
            boolean same = file.isPresent() && name.isPresent() && (file.get().equals(name.get()) || file.get().endsWith("/" + name.get()));
            if (!same) {
                return Optional.empty();
            }
            String above = file.get().substring(0, Math.max(0, file.get().length() - name.get().length() - 1));
            ConfigNode found = TemplateDraft.scalar(above.isEmpty() ? "." : above, source.place());
            if (folder.isPresent() && !Nodes.text(folder.get()).equals(Nodes.text(found))) {
                return Optional.empty();
            }
            folder = folder.or(() -> Optional.of(found));
        }
        return folder;
    }

    private static ConfigNode path(Term term, Resource by, boolean parent) {
        if (term.text().isEmpty()) {
            return TemplateDraft.scalar(Term.COMPUTED, term.place());
        }
        // What leaves the workspace is left as it is written, for the reader to say so.
        String path =
                workspacePath(term, by)
                        .map(found -> parent ? Paths.parent(found) : found)
                        .map(found -> found.isEmpty() ? "." : found)
                        .orElse(term.text().get());
        return TemplateDraft.scalar(path, term.place());
    }

    private static Optional<String> workspacePath(Term term, Resource by) {
        return term.text().flatMap(by.module()::resolve);
    }
}
