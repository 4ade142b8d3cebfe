package dev.dovetail.config.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.TestFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiReaderTest {

    @TempDir Path root;

    @BeforeEach
    void a_server_with_a_dockerfile() {
        write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n");
        write("server.js", "");
        write("package.json", "{\"name\": \"orders\", \"scripts\": {\"start\": \"node server.js\"}}");
    }

    private void write(String path, String text) {
        new TestFolder(root).write(path, text);
    }

    private List<DeploymentUnit> units(DeploymentUnit... aimed) {
        return new TestFolder(root)
                .units(manifests -> new CiReader(List.of(aimed), Deployments.of(manifests)));
    }

    private void workflow(String steps) {
        write(
                ".github/workflows/deploy.yml",
                """
                on: {push: {branches: [main]}}
                env:
                  SERVICE: orders-api
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    steps:
                """
                        + steps.indent(6));
    }

    @Test
    void a_workflow_sends_an_image_to_cloud_run_with_flags() {
        workflow(
                """
                - run: |
                    docker build -t gcr.io/acme/orders .
                    gcloud run deploy $SERVICE --image gcr.io/acme/orders --max-instances=1 \\
                      --no-cpu-throttling --session-affinity --timeout 5m --memory 1Gi --port 3000 \\
                      --set-env-vars "MODE=live,KEY=${{ secrets.KEY }}"
                """);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("orders-api");
        assertThat(unit.host()).isEqualTo("google-cloud-run");
        assertThat(((EntryPoint.Program) unit.entryPoint()).file()).isEqualTo("server.js");
        assertThat(unit.place().region().startLine()).isEqualTo(10);
        assertThat(TestFolder.setting(unit, "max-replicas")).isEqualTo("1");
        assertThat(TestFolder.setting(unit, "min-replicas")).isEqualTo("0");
        assertThat(TestFolder.setting(unit, "cpu-always")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "session-affinity")).isEqualTo("true");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("300000");
        assertThat(TestFolder.setting(unit, "memory")).isEqualTo("1024");
        assertThat(unit.environment().get("PORT")).extracting(Setting::value).hasToString("Known[literal=3000]");
        assertThat(unit.environment().get("MODE")).extracting(Setting::value).hasToString("Known[literal=live]");
        assertThat(unit.environment().get("KEY").value().text()).isEmpty();
    }

    @Test
    void the_action_takes_the_same_as_inputs() {
        workflow(
                """
                - uses: google-github-actions/deploy-cloudrun@v2
                  with:
                    service: ${{ env.SERVICE }}
                    source: ./
                    flags: --min-instances=2
                      --concurrency=1
                    env_vars: |-
                      MODE=live
                """);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.name()).isEqualTo("orders-api");
        assertThat(TestFolder.setting(unit, "min-replicas")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "processes")).isEqualTo("2");
        assertThat(TestFolder.setting(unit, "concurrency")).isEqualTo("1");
        assertThat(unit.environment()).containsKey("MODE");
    }

    @Test
    void cloud_build_sends_it_by_arguments_or_by_a_shell() {
        write(
                "cloudbuild.yaml",
                """
                steps:
                - name: gcr.io/google.com/cloudsdktool/cloud-sdk
                  entrypoint: gcloud
                  args: [run, deploy, $_SERVICE, --image, gcr.io/$PROJECT_ID/orders, --region, europe-west1]
                substitutions:
                  _SERVICE: orders-api
                """);
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("orders-api");
        write(
                "cloudbuild.yaml",
                """
                steps:
                - name: gcr.io/cloud-builders/gcloud
                  entrypoint: bash
                  args:
                  - -c
                  - |
                    gcloud run deploy orders-web --source .
                """);
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("orders-web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Makefile | 'deploy:\n\tgcloud run deploy api --source .\n' | google-cloud-run api",
                "deploy.sh | 'gcloud run deploy api --image gcr.io/acme/api' | google-cloud-run api",
                "deploy.sh | 'gcloud beta run jobs deploy import --image gcr.io/acme/api' | google-cloud-run import",
                "deploy.sh | 'git push heroku main' | heroku orders",
                "deploy.sh | 'heroku container:push web -a shop' | heroku shop",
                "deploy.sh | 'fly deploy --app shop' | fly shop",
                "deploy.sh | 'ssh deploy@example.com \"cd /srv/orders && git pull && pm2 start server.js\"' | virtual-machine orders",
                "deploy.sh | 'docker push gcr.io/acme/api' | nothing",
                "deploy.sh | 'gcloud run services list' | nothing",
                "deploy.sh | 'gcloud run deploy db --image postgres' | nothing",
                "deploy.sh | 'gcloud run deploy api --platform gke --image gcr.io/acme/api' | nothing",
                "deploy.sh | 'sudo systemctl restart nginx' | nothing",
                "docs/notes.txt | 'gcloud run deploy api --source .' | nothing",
            })
    void a_script_says_where_code_goes(String file, String text, String expected) {
        write(file, text);
        String found =
                units().stream()
                        .map(unit -> unit.host() + " " + unit.name())
                        .findFirst()
                        .orElse("nothing");
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uses: akhileshns/heroku-deploy@v3.13.15 | heroku_app_name: shop | heroku shop",
                "uses: appleboy/ssh-action@v1 | 'script: cd /srv/app && pm2 restart all' | virtual-machine orders",
                "uses: actions/setup-node@v4 | node-version: 22 | nothing",
                "uses: docker/build-push-action@v6 | push: true | nothing",
            })
    void an_action_says_it(String uses, String input, String expected) {
        workflow("- " + uses + "\n  with:\n    " + input + "\n");
        String found =
                units().stream()
                        .map(unit -> unit.host() + " " + unit.name())
                        .findFirst()
                        .orElse("nothing");
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void an_orb_says_it_as_a_step_and_as_a_job() {
        write(
                ".circleci/config.yml",
                """
                version: 2.1
                orbs:
                  heroku: circleci/heroku@2.0
                jobs:
                  deploy:
                    docker: [{image: cimg/node:22.0}]
                    steps:
                    - checkout
                    - heroku/deploy-via-git:
                        app-name: shop
                """);
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("shop");
        write(
                ".circleci/config.yml",
                """
                version: 2.1
                orbs:
                  run: circleci/gcp-cloud-run@1.0
                workflows:
                  main:
                    jobs:
                    - run/deploy:
                        image: gcr.io/acme/orders
                        service-name: shop-api
                """);
        assertThat(units())
                .extracting(DeploymentUnit::host, DeploymentUnit::name)
                .containsExactly(tuple("google-cloud-run", "shop-api"));
    }

    @Test
    void a_function_that_is_zipped_has_the_handler_of_the_console() {
        write("resize/lambda_function.py", "def lambda_handler(event, context): ...");
        workflow(
                """
                - run: |
                    cd resize
                    zip -r ../resize.zip .
                - run: aws lambda update-function-code --function-name resize --zip-file fileb://resize.zip
                """);
        DeploymentUnit unit = units().get(0);
        assertThat(unit.host()).isEqualTo("aws-lambda");
        assertThat(unit.name()).isEqualTo("resize");
        assertThat(((EntryPoint.Handler) unit.entryPoint()).folder()).isEqualTo("resize");
        assertThat(TestFolder.setting(unit, "timeout")).isEqualTo("unknown");
    }

    @Test
    void a_workflow_that_only_tests_aims_nothing() {
        workflow("- run: npm test\n- run: gcloud --version\n");
        assertThat(units()).isEmpty();
    }

    @Test
    void of_two_stages_production_speaks_for_both() {
        write("deploy-staging.sh", "gcloud run deploy orders-staging --source . --max-instances 1");
        write("deploy.sh", "gcloud run deploy orders --source . --max-instances 9");
        assertThat(units()).extracting(DeploymentUnit::name).containsExactly("orders");
    }

    @Test
    void code_that_other_config_sends_there_is_left_to_it() {
        write("deploy.sh", "gcloud run deploy orders --source .");
        DeploymentUnit other = units().get(0);
        assertThat(units(other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".github/workflows/deploy.yml | 'jobs: [gcloud, {run: 1}]'",
                ".github/workflows/deploy.yml | 'jobs: {a: {steps: [{run: \"gcloud run deploy --memory -\"}]}}'",
                ".github/workflows/deploy.yml | '- ${{ gcloud'",
                "cloudbuild.yaml | 'steps: gcloud'",
                "cloudbuild.yaml | 'steps: [{name: gcloud, args: run deploy, entrypoint: gcloud}]'",
                "deploy.sh | 'gcloud run deploy --source ../../etc --timeout=99999999999999999999h'",
                "deploy.sh | 'gcloud run deploy --image'",
                "deploy.sh | 'ssh host \"cd ../../.. && pm2 start ../../etc/passwd.js\"'",
                ".circleci/config.yml | 'orbs: [heroku]'",
            })
    void broken_input_aims_nothing_outside_and_throws_nothing(String file, String text) {
        write(file, text);
        assertThat(units()).allMatch(unit -> !unit.folder().contains(".."));
    }
}
