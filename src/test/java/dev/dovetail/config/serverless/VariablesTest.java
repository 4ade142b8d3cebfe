package dev.dovetail.config.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Value;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.workspace.DirectoryWorkspace;
import dev.dovetail.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    @TempDir Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What a variable of the environment comes to that is written so; {@code ?} when unknown. */
    private String valueOf(String written) throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                frameworkVersion: '4'
                custom:
                  table: orders-${sls:stage}
                  tables:
                    dev: orders-for-developers
                    prod: orders
                  list: [first, second]
                  number: 30
                params:
                  default:
                    domain: example.com
                  dev:
                    domain: dev.example.com
                stages:
                  dev:
                    params:
                      colour: blue
                  default:
                    params:
                      colour: red
                      size: large
                provider:
                  name: aws
                  runtime: nodejs24.x
                functions:
                  create:
                    handler: orders.create
                    environment:
                      VALUE: %s
                """
                        .formatted(written));
        write("config.yml", "table: orders-from-file\ndev:\n  table: orders-of-dev\n");
        write("config.json", "{\"table\": \"orders-from-json\"}");
        Workspace workspace = DirectoryWorkspace.open(root);
        List<DeploymentUnit> units =
                new ServerlessReader().read(workspace, new WorkspaceDocuments(workspace)).units();
        assertThat(units).hasSize(1);
        Value value = units.get(0).environment().get("VALUE").value();
        return value.text().orElse("?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                                          | plain",
                "${self:custom.number}                          | 30",
                "${self:service}-api                            | orders-api",
                "${self:custom.table}                           | orders-dev",
                "${self:custom.tables.${sls:stage}}             | orders-for-developers",
                "\"${self:custom.tables.${opt:stage, 'prod'}}\" | orders",
                "${self:custom.list.1}                          | second",
                "\"${self:custom.absent, 'fallback'}\"          | fallback",
                "\"${self:custom.absent, self:custom.table}\"   | orders-dev",
                "${param:domain}                                | dev.example.com",
                "${param:colour}                                | blue",
                "${param:size}                                  | large",
                "${file(config.yml):table}                      | orders-from-file",
                "${file(./config.json):table}                   | orders-from-json",
                "${file(config.yml):${sls:stage}.table}         | orders-of-dev",
                "\"${file(absent.yml):table, 'none'}\"          | none",
                "\"${env:TABLE, 'orders'}\"                     | orders",
                "\"${strToBool('true')}\"                       | true",
            })
    void a_variable_comes_to_what_the_deploy_of_the_default_stage_makes_of_it(
            String written, String expected) throws IOException {
        assertThat(valueOf(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${env:TABLE}",
                "${opt:table}",
                "${ssm:/orders/table}",
                "${cf:network-dev.Table}",
                "${s3:bucket/key}",
                "${aws:accountId}",
                "${self:custom.absent}",
                "${file(config.js):table}",
                "${file(../outside.yml):table}",
                "prefix-${ssm:/orders/table}",
                "${self:functions.create.environment.VALUE}",
            })
    void what_the_workspace_does_not_hold_is_unknown(String written) throws IOException {
        assertThat(valueOf(written)).isEqualTo("?");
    }

    @Test
    void the_stage_is_the_default_that_the_provider_gives() throws IOException {
        write(
                "serverless.yml",
                """
                service: orders
                provider:
                  name: aws
                  runtime: nodejs24.x
                  stage: ${opt:stage, 'prod'}
                functions:
                  create:
                    handler: orders.create
                    environment:
                      VALUE: ${sls:stage}
                """);
        Workspace workspace = DirectoryWorkspace.open(root);
        DeploymentUnit unit =
                new ServerlessReader()
                        .read(workspace, new WorkspaceDocuments(workspace))
                        .units()
                        .get(0);
        assertThat(unit.environment().get("VALUE").value().text()).contains("prod");
    }
}
