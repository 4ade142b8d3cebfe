package dev.dovetail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.knowledge.Framework;
import dev.dovetail.knowledge.KnowledgeResource;
import dev.dovetail.knowledge.Level;
import dev.dovetail.source.Language;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that stand both in Java and in the schemas of {@code rules/} are the same. */
class WordsOfTheEngineTest {

    @Test
    void shapes_of_the_schema_are_those_that_are_found() throws Exception {
        assertThat(made(ShapeFinder.class, ShapeFinder::name))
                .containsExactlyInAnyOrderElementsOf(words("shape"));
    }

    @Test
    void every_contract_has_a_class_and_every_class_its_words() throws Exception {
        assertThat(made(ContractRule.class, ContractRule::id))
                .containsExactlyInAnyOrderElementsOf(
                        KnowledgeResource.load().contracts().keySet());
    }

    @Test
    void settings_that_config_readers_give_are_in_the_schema() throws Exception {
        List<String> settings = new ArrayList<>();
        for (Field field : SettingName.class.getFields()) {
            settings.add((String) field.get(null));
        }
        assertThat(words("setting")).containsAll(settings);
    }

    @Test
    void enums_are_the_same() throws IOException {
        assertThat(words("level")).containsExactlyElementsOf(kebab(Level.values()));
        assertThat(words("trigger")).containsExactlyElementsOf(kebab(Trigger.Kind.values()));
        assertThat(words("runs"))
                .containsExactlyInAnyOrderElementsOf(kebab(Framework.Runs.values()));
        assertThat(words("language"))
                .containsExactlyElementsOf(
                        Stream.of(Language.values()).map(Language::id).toList());
    }

    private static List<String> kebab(Enum<?>... values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static List<String> words(String definition) throws IOException {
        JsonNode schema =
                new ObjectMapper()
                        .readTree(Files.readString(Path.of("rules/schema/common.schema.json")));
        List<String> words = new ArrayList<>();
        schema.at("/$defs/" + definition + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** What each class of a kind calls itself. */
    private static <T> TreeSet<String> made(Class<T> kind, Function<T, String> name)
            throws ReflectiveOperationException {
        TreeSet<String> names = new TreeSet<>();
        for (JavaClass found :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.dovetail.judge")) {
            if (found.isAssignableTo(kind) && !found.isInterface()) {
                names.add(
                        name.apply(
                                kind.cast(found.reflect().getConstructor().newInstance())));
            }
        }
        return names;
    }
}
