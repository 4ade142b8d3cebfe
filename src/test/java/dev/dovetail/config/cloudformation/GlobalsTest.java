package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalsTest {

    private static final String TEMPLATE =
            """
            Globals:
              Function:
                Runtime: nodejs24.x
                Timeout: 20
                Environment:
                  Variables:
                    TABLE: orders
                    STAGE: dev
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: app.handler
                  Timeout: 5
                  Environment:
                    Variables:
                      TABLE: carts
                      QUEUE: jobs
              Plain:
                Type: AWS::Lambda::Function
                Properties: {Handler: app.handler, Code: src}
              Own:
                Type: AWS::Serverless::Function
                IgnoreGlobals: [Timeout]
                Properties: {Handler: app.handler}
            """;

    @TempDir Path folder;

    private DeploymentUnit unit(String name) {
        return new TemplateFolder(folder).with("template.yaml", TEMPLATE).unit(name);
    }

    @Test
    void what_the_function_says_comes_before_what_the_globals_say() {
        assertThat(unit("Orders").setting(SettingName.TIMEOUT).orElseThrow().value().number())
                .hasValue(5000.0);
    }

    @Test
    void a_setting_of_the_globals_points_at_their_line() {
        Setting runtime = unit("Orders").setting(SettingName.RUNTIME).orElseThrow();
        assertThat(runtime.place().orElseThrow()).hasToString("template.yaml:3");
    }

    @Test
    void variables_are_merged_by_name() {
        assertThat(unit("Orders").environment().keySet())
                .containsExactlyInAnyOrder("TABLE", "STAGE", "QUEUE");
        assertThat(unit("Orders").environment().get("TABLE").value().text()).hasValue("carts");
        assertThat(unit("Orders").environment().get("TABLE").place().orElseThrow())
                .hasToString("template.yaml:17");
    }

    @Test
    void functions_that_are_not_sams_have_no_globals() {
        assertThat(unit("Plain").environment()).isEmpty();
        assertThat(unit("Plain").setting(SettingName.RUNTIME)).isEmpty();
        assertThat(unit("Plain").setting(SettingName.TIMEOUT).orElseThrow().origin())
                .isEqualTo(Setting.Origin.DEFAULT);
    }

    @Test
    void a_function_may_ignore_some() {
        assertThat(unit("Own").setting(SettingName.TIMEOUT).orElseThrow().value().number())
                .hasValue(3000.0);
        assertThat(unit("Own").setting(SettingName.RUNTIME)).isPresent();
    }
}
