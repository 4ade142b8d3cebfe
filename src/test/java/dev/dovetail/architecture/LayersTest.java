package dev.dovetail.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dovetail.cli.Main;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/**
 * Imports point one way: cli → lsp → report → judge → link → (source | config) → workspace. The knowledge
 * is read by source, link, judge and report, and reads none of them.
 */
class LayersTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.dovetail");

    @Test
    void imports_point_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("dev.dovetail.cli..")
                .layer("lsp")
                .definedBy("dev.dovetail.lsp..")
                .layer("engine")
                .definedBy("dev.dovetail.engine..")
                .layer("report")
                .definedBy("dev.dovetail.report..")
                .layer("policy")
                .definedBy("dev.dovetail.policy..")
                .layer("judge")
                .definedBy("dev.dovetail.judge..")
                .layer("link")
                .definedBy("dev.dovetail.link..")
                .layer("source")
                .definedBy("dev.dovetail.source..")
                .layer("config")
                .definedBy("dev.dovetail.config..")
                .layer("knowledge")
                .definedBy("dev.dovetail.knowledge..")
                .layer("cache")
                .definedBy("dev.dovetail.cache..")
                .layer("workspace")
                .definedBy("dev.dovetail.workspace..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lsp")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("cli", "lsp")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli", "lsp")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("cli", "lsp", "engine")
                .whereLayer("judge")
                .mayOnlyBeAccessedByLayers("cli", "lsp", "engine", "report", "policy")
                .whereLayer("link")
                .mayOnlyBeAccessedByLayers("cli", "lsp", "engine", "report", "judge")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("cli", "lsp", "engine", "report", "judge", "link")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers("cli", "lsp", "engine", "report", "policy", "judge", "link")
                .whereLayer("knowledge")
                .mayOnlyBeAccessedByLayers(
                        "cli", "lsp", "engine", "report", "policy", "judge", "link",
                        "source")
                .whereLayer("knowledge")
                .mayNotAccessAnyLayer()
                .whereLayer("cache")
                .mayOnlyBeAccessedByLayers("cli", "lsp", "engine")
                .whereLayer("cache")
                .mayNotAccessAnyLayer()
                .whereLayer("workspace")
                .mayNotAccessAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.dovetail.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void a_language_knows_nothing_of_platforms_or_config() {
        noClasses()
                .that()
                .resideInAPackage("dev.dovetail.source..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Platform")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("dev.dovetail.config..")
                .check(CLASSES);
    }

    @Test
    void a_config_reader_knows_nothing_of_languages() {
        noClasses()
                .that()
                .resideInAPackage("dev.dovetail.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.dovetail.source..", "com.github.javaparser..", "org.treesitter..")
                .check(CLASSES);
    }

    @Test
    void languages_know_nothing_of_each_other_and_neither_do_config_formats() {
        // Syntax trees are of no language.
        slices()
                .matching("dev.dovetail.source.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage("dev.dovetail.source.."),
                        resideInAnyPackage("dev.dovetail.source.tree.."))
                .check(CLASSES);
        // What formats share (documents, builds, AWS's events, start commands, images) is none of them;
        // the resources of a Serverless service are a CloudFormation template.
        slices()
                .matching("dev.dovetail.config.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage("dev.dovetail.config.."),
                        resideInAnyPackage(
                                "dev.dovetail.config.documents..",
                                "dev.dovetail.config.project..",
                                "dev.dovetail.config.aws..",
                                "dev.dovetail.config.cloudformation..",
                                "dev.dovetail.config.commands..",
                                "dev.dovetail.config.docker..",
                                "dev.dovetail.config.paas..",
                                "dev.dovetail.config.pipelines..",
                                "dev.dovetail.config.ci.."))
                .check(CLASSES);
    }

    @Test
    void a_rule_knows_neither_parsers_nor_config_formats() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.dovetail.judge..", "dev.dovetail.link..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.dovetail.source.*..",
                        "dev.dovetail.config.serverless..",
                        "dev.dovetail.config.vercel..",
                        "dev.dovetail.config.aws..",
                        "com.github.javaparser..",
                        "org.treesitter..",
                        "org.yaml..",
                        "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void parsers_stay_in_the_packages_that_are_there_for_them() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.dovetail.source.java..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.javaparser..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.dovetail.knowledge..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.dovetail.report.sarif..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.contrastsecurity..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.dovetail.lsp..")
                .or()
                .resideInAPackage("dev.dovetail.lsp.live..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.lsp4j..", "com.google.gson..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.dovetail.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void data_is_records_and_nothing_is_serialized_by_java() {
        noClasses()
                .should(
                        be(
                                describe(
                                        "declared Serializable",
                                        (JavaClass each) ->
                                                each.getRawInterfaces().stream()
                                                        .anyMatch(
                                                                made ->
                                                                        made.isEquivalentTo(
                                                                                Serializable.class)))))
                .check(CLASSES);
    }

    @Test
    void only_main_ends_the_process() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void only_main_knows_the_standard_streams() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(CLASSES);
    }

    @Test
    void nothing_static_changes() {
        fields()
                .that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void nothing_is_done_by_reflection_and_no_process_is_started() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Process.class)
                .check(CLASSES);
    }

    @Test
    void nothing_speaks_to_the_network() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URL")
                .check(CLASSES);
    }
}
