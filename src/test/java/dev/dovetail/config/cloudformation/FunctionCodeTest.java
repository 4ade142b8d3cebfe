package dev.dovetail.config.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.config.EntryPoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionCodeTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{CodeUri: src/, Handler: app.handler, Runtime: nodejs24.x} | app.handler in api/src",
                "{Handler: app.handler, Runtime: nodejs24.x} | app.handler in api",
                "{CodeUri: ../shared, Handler: app.handler} | app.handler in shared",
                "{CodeUri: target/shop.jar, Handler: com.example.Shop, Runtime: java21} | com.example.Shop in api",
                "{CodeUri: shop/build/distributions/shop.zip, Handler: com.example.Shop, Runtime: java21} | com.example.Shop in api/shop",
                "{CodeUri: 's3://bucket/key', Handler: app.handler} | unknown",
                "{CodeUri: {Bucket: b, Key: k}, Handler: app.handler} | unknown",
                "{CodeUri: !Ref Where, Handler: app.handler} | unknown",
                "{CodeUri: ../../outside, Handler: app.handler} | unknown",
                "{CodeUri: src, Handler: ../../../app.handler} | unknown",
                "{CodeUri: src, Handler: !Ref Which} | unknown",
                "{CodeUri: src} | unknown",
                "{InlineCode: 'exports.handler = 1', Handler: index.handler} | unknown",
                "{PackageType: Image, ImageUri: x} | unknown",
                "{CodeUri: src, Handler: bootstrap, Runtime: provided.al2023} | unknown",
                "{CodeUri: src, Handler: app.handler, Runtime: !Ref Runtime} | unknown",
                "{CodeUri: src, Handler: run.sh, Runtime: nodejs24.x} | unknown",
                "{CodeUri: src, Handler: /opt/nodejs/x.handler, Runtime: nodejs24.x} | unknown",
                "{CodeUri: src, Handler: app.handler, Environment: {Variables: {AWS_LAMBDA_EXEC_WRAPPER: /opt/bootstrap}}} | unknown",
            })
    void the_code_of_a_sam_function_is_where_it_says(String properties, String entry) {
        String template =
                """
                Resources:
                  Shop:
                    Type: AWS::Serverless::Function
                    Properties: %s
                """
                        .formatted(properties);
        assertThat(entry(new TemplateFolder(folder).with("api/template.yaml", template)))
                .isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Code: src, Handler: app.handler, Runtime: nodejs24.x} | app.handler in src",
                "{Code: {S3Bucket: b, S3Key: k}, Handler: app.handler} | unknown",
                "{Code: {ZipFile: 'exports.handler = 1'}, Handler: index.handler} | unknown",
                "{Code: {ImageUri: x}} | unknown",
                "{Handler: app.handler} | unknown",
                "[not, a, mapping] | unknown",
                "text | unknown",
            })
    void the_code_of_a_plain_function_is_seldom_here(String properties, String entry) {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .resources(
                                """
                                Shop:
                                  Type: AWS::Lambda::Function
                                  Properties: %s
                                """
                                        .formatted(properties));
        assertThat(entry(templates)).isEqualTo(entry);
    }

    @Test
    void esbuild_makes_the_handlers_file_of_its_entry_point() {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .resources(
                                """
                                Shop:
                                  Type: AWS::Serverless::Function
                                  Metadata:
                                    BuildMethod: esbuild
                                    BuildProperties:
                                      EntryPoints: [src/orders/app.ts, src/carts/cart.ts]
                                  Properties:
                                    CodeUri: shop
                                    Handler: app.handler
                                    Runtime: nodejs24.x
                                """);
        assertThat(entry(templates)).isEqualTo("src/orders/app.handler in shop");
    }

    @ParameterizedTest
    @CsvSource({
        "CapacityProviderConfig, aws-lambda-managed-instances",
        "DurableConfig, aws-lambda-durable",
        "VpcConfig, aws-lambda",
    })
    void functions_of_other_kinds_have_hosts_of_their_own(String property, String host) {
        TemplateFolder templates =
                new TemplateFolder(folder)
                        .resources(
                                """
                                Shop:
                                  Type: AWS::Serverless::Function
                                  Properties: {Handler: app.handler, %s: {A: b}}
                                """
                                        .formatted(property));
        assertThat(templates.unit("Shop").host()).isEqualTo(host);
    }

    private static String entry(TemplateFolder templates) {
        EntryPoint entry = templates.unit("Shop").entryPoint();
        return entry instanceof EntryPoint.Handler handler
                ? handler.reference() + " in " + handler.folder()
                : "unknown";
    }
}
