package dev.dovetail.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes {@link Knowledge} of the documents of {@code rules/}. */
final class KnowledgeReader {

    /** The folders of {@code rules/} that hold documents, and so the kinds of documents. */
    static final List<String> KINDS = List.of("features", "contracts", "platforms", "frameworks");

    private KnowledgeReader() {}

    /**
     * Reads documents by kind and file name; what is wrong with them is added to {@code errors}, all
     * of it.
     */
    static Knowledge read(
            Map<String, Map<String, Tree.Fields>> documents, String version, List<String> errors) {
        Map<String, Feature> features = new TreeMap<>();
        Map<String, Contract> contracts = new TreeMap<>();
        Map<String, Platform> platforms = new TreeMap<>();
        List<Framework> frameworks = new ArrayList<>();
        each(documents, "features", RuleReader::feature, errors)
                .forEach(feature -> put(features, feature.id(), feature, errors));
        each(documents, "contracts", RuleReader::contract, errors)
                .forEach(contract -> put(contracts, contract.id(), contract, errors));
        each(documents, "platforms", PlatformReader::read, errors)
                .forEach(platform -> put(platforms, platform.id(), platform, errors));
        frameworks.addAll(each(documents, "frameworks", FrameworkReader::read, errors));
        for (String id : contracts.keySet()) {
            if (features.containsKey(id)) {
                errors.add(where(documents, "contracts", id, "id") + ": a feature has this id too");
            }
        }
        for (Feature feature : features.values()) {
            feature.verdicts()
                    .forEach(
                            (id, verdicts) -> {
                                Platform platform = platforms.get(id);
                                if (platform == null) {
                                    errors.add(
                                            where(documents, "features", feature.id(), "platforms", id)
                                                    + ": there is no platform "
                                                    + id);
                                } else {
                                    platforms.put(id, platform.with(feature.id(), verdicts));
                                }
                            });
        }
        Map<String, Platform> merged = new TreeMap<>();
        for (Platform platform : platforms.values()) {
            String id = platform.id();
            List<String> unlike = new ArrayList<>();
            Platform whole = Likeness.merge(platform, platforms, unlike);
            merged.put(
                    id,
                    whole.with(
                            NamedConditions.filled(
                                    whole.support(),
                                    features,
                                    feature ->
                                            errors.add(
                                                    where(documents, "platforms", id, "features", feature)
                                                            + ": the feature has no condition of that name"))));
            unlike.forEach(
                    what -> errors.add(where(documents, "platforms", id, "like") + ": " + what));
            for (String feature : platform.support().keySet()) {
                if (!features.containsKey(feature)) {
                    errors.add(
                            where(documents, "platforms", id, "features", feature)
                                    + ": there is no feature "
                                    + feature);
                }
            }
        }
        return new Knowledge(features, contracts, merged, List.copyOf(frameworks), version);
    }

    /** Where the value of a key stands. */
    private static String where(
            Map<String, Map<String, Tree.Fields>> documents,
            String kind,
            String id,
            String... keys) {
        Tree at = documents.getOrDefault(kind, Map.of()).get(id + ".yaml");
        for (String key : keys) {
            if (at instanceof Tree.Fields fields && fields.fields().containsKey(key)) {
                at = fields.fields().get(key);
            }
        }
        return at == null ? kind + "/" + id : at.where();
    }

    private static <T> void put(Map<String, T> map, String id, T value, List<String> errors) {
        if (map.put(id, value) != null) {
            errors.add("rules: the id " + id + " stands in two files");
        }
    }

    private static <T> List<T> each(
            Map<String, Map<String, Tree.Fields>> documents,
            String kind,
            Function<FieldReader, T> read,
            List<String> errors) {
        List<T> found = new ArrayList<>();
        for (Tree.Fields document : documents.getOrDefault(kind, Map.of()).values()) {
            found.add(FieldReader.closed(new FieldReader(document, errors), read));
        }
        return found;
    }
}
