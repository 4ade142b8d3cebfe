package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.Documents;
import dev.dovetail.config.Setting;
import dev.dovetail.config.TestDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployConfigTest {

    private static final String TEMPLATE =
            """
            Parameters: {Wait: {Type: Number, Default: 5}}
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties: {Handler: app.handler, Timeout: !Ref Wait}
            """;

    @TempDir Path folder;

    private Setting timeout(String file, String text) {
        return new TemplateFolder(folder)
                .with("api/template.yaml", TEMPLATE)
                .with(file, text)
                .unit("Orders")
                .setting("timeout")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[default.deploy.parameters]\\nparameter_overrides = \"Stage=dev Wait=30\" | 30000",
                "[default.deploy.parameters]\\nparameter_overrides = 'Stage=\"a b\" Wait=\"30\"' | 30000",
                "[default.deploy.parameters]\\nparameter_overrides = [\"Wait=30\"] | 30000",
                "[default.deploy.parameters]\\nparameter_overrides = 'ParameterKey=Wait,ParameterValue=30' | 30000",
                "[default.global.parameters]\\nparameter_overrides = 'Wait=30' | 30000",
                "[prod.deploy.parameters]\\nparameter_overrides = 'Wait=30' | 5000",
                "[default.build.parameters]\\nparameter_overrides = 'Wait=30' | 5000",
                "[default.deploy.parameters]\\nparameter_overrides = 7 | 5000",
                "[default | 5000",
            })
    void what_deploy_is_told_comes_before_the_default(String toml, double milliseconds) {
        assertThat(timeout("api/samconfig.toml", toml.replace("\\n", "\n")).value().number())
                .hasValue(milliseconds);
    }

    @Test
    void it_may_be_yaml_and_its_line_is_the_settings_place() {
        Setting timeout =
                timeout(
                        "api/samconfig.yaml",
                        "default:\n  deploy:\n    parameters:\n      parameter_overrides: Wait=30\n");
        assertThat(timeout.value().number()).hasValue(30_000.0);
        assertThat(timeout.place().orElseThrow()).hasToString("api/samconfig.yaml:4");
    }

    @Test
    void one_in_another_folder_says_nothing() {
        assertThat(
                        timeout(
                                        "samconfig.toml",
                                        "[default.deploy.parameters]\nparameter_overrides = 'Wait=30'")
                                .value()
                                .number())
                .hasValue(5000.0);
    }

    @ParameterizedTest
    @CsvSource({"'a = [', 1", "'a = 1\na = 2', 2"})
    void broken_toml_is_told_with_its_place(String toml, int line) throws IOException {
        new TemplateFolder(folder).with("template.yaml", TEMPLATE).with("samconfig.toml", toml);
        DirectoryWorkspace workspace = DirectoryWorkspace.open(folder);
        Documents documents = TestDocuments.of(workspace);
        ConfigReader.Result result = new CloudFormationReader().read(workspace, documents);
        assertThat(result.units()).hasSize(1);
        assertThat(documents.notifications()).hasSize(1);
        assertThat(documents.notifications().get(0).place()).hasToString("samconfig.toml:" + line);
    }

    @Test
    void brackets_without_end_are_not_followed() throws IOException {
        new TemplateFolder(folder)
                .with("template.yaml", TEMPLATE)
                .with("samconfig.toml", "a = " + "[".repeat(10_000));
        DirectoryWorkspace workspace = DirectoryWorkspace.open(folder);
        Documents documents = TestDocuments.of(workspace);
        new CloudFormationReader().read(workspace, documents);
        assertThat(documents.notifications()).hasSize(1);
    }
}
