package dev.dovetail.config.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.TestFolder;
import dev.dovetail.config.ci.Deployments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeanstalkReaderTest {

    @TempDir Path root;
    private TestFolder folder;

    @BeforeEach
    void a_server() {
        folder = new TestFolder(root).write("package.json", "{\"name\": \"shop\", \"scripts\": {\"start\": \"node app.js\"}}").write("app.js", "");
    }

    private List<DeploymentUnit> units() {
        return folder.units(manifests -> new BeanstalkReader(Deployments.of(manifests)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'aws:autoscaling:asg: {MinSize: 2, MaxSize: 6}' | 2 | 6",
                "'aws:autoscaling:asg: {MaxSize: 1}' | 1 | 1",
                "'aws:elasticbeanstalk:environment: {EnvironmentType: SingleInstance}' | 1 | 1",
                "'aws:elasticbeanstalk:environment: {EnvironmentType: LoadBalanced}' | 1 | 4",
                "'aws:elasticbeanstalk:application:environment: {MODE: live}' | 1 | unknown",
            })
    void options_say_how_many_instances_there_are(String option, String least, String most) {
        DeploymentUnit unit = folder.write(".ebextensions/a.config", "option_settings:\n  " + option + "\n").units(new BeanstalkReader(List.of())).get(0);
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo(least);
        assertThat(TestFolder.setting(unit, "most-processes")).isEqualTo(most);
    }

    @Test
    void options_can_be_a_list_and_a_later_file_wins() {
        folder.write(".ebextensions/01.config", "option_settings:\n- {namespace: 'aws:autoscaling:asg', option_name: MinSize, value: 2}\n- {option_name: MODE, value: live}\n")
                .write(".ebextensions/02.config", "option_settings:\n  aws:autoscaling:asg: {MinSize: 3}\n");
        DeploymentUnit unit = units().get(0);
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo("3");
        assertThat(TestFolder.variable(unit, "MODE")).isEqualTo("live");
    }

    @Test
    void the_command_line_tool_names_application_and_platform() {
        folder.write(".elasticbeanstalk/config.yml", "global:\n  application_name: shop-api\n  default_platform: Node.js 18 running on 64bit Amazon Linux 2023\n");
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("shop-api");
        assertThat(TestFolder.setting(unit, "runtime")).isEqualTo("nodejs18");
        assertThat(TestFolder.entry(unit)).isEqualTo("app.js");
    }

    @Test
    void a_procfile_wins_over_a_script_and_wsgi_path_names_the_module() {
        folder.write(".ebextensions/a.config", "option_settings:\n  aws:elasticbeanstalk:container:python: {WSGIPath: 'shop.wsgi:api', NumProcesses: 3}\n");
        folder.write("Procfile", "web: node worker.js\n").write("worker.js", "");
        assertThat(TestFolder.entry(units().get(0))).isEqualTo("worker.js");
        TestFolder python = new TestFolder(root.resolve("python"));
        python.write(".ebextensions/a.config", "option_settings:\n  aws:elasticbeanstalk:container:python: {WSGIPath: 'shop/wsgi.py', NumProcesses: 3}\n").write("shop/wsgi.py", "");
        DeploymentUnit unit = python.units(new BeanstalkReader(List.of())).get(0);
        assertThat(TestFolder.entry(unit)).isEqualTo("shop/wsgi.py application");
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo("3");
    }

    @Test
    void a_pipeline_that_deploys_is_enough() {
        folder.write("deploy.sh", "zip -r shop.zip .\neb deploy production\n");
        assertThat(units()).extracting(DeploymentUnit::host).containsExactly("aws-elastic-beanstalk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'option_settings: 3'", "'option_settings: [1, {option_name: A}]'", "'- ]['", "'option_settings: {aws:autoscaling:asg: [MinSize]}'"})
    void broken_options_say_nothing(String text) {
        assertThat(folder.write(".ebextensions/a.config", text).units(new BeanstalkReader(List.of())))
                .allMatch(unit -> !TestFolder.setting(unit, "replicas").equals("unknown"));
    }
}
