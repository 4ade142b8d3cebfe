package dev.dovetail.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import dev.dovetail.report.Report;
import dev.dovetail.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One SARIF 2.1.0 run, as GitHub code scanning reads it. It holds no time and no machine's paths,
 * so that the same workspace gives the same bytes.
 */
public final class SarifReport implements ReportFormat {

    /** Where the project lives. */
    public static final String PROJECT = "https://github.com/dovetail-dev/dovetail";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final String version;
    private final String category;

    /**
     * A format that names the tool's version.
     *
     * @param version a semantic version
     */
    public SarifReport(String version) {
        this(version, "dovetail");
    }

    /**
     * A format for one of several runs over a commit.
     *
     * @param category tells the runs from each other; code scanning keeps the results of each
     */
    public SarifReport(String version, String category) {
        this.version = version;
        this.category = category;
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        SarifWriter.write(model(report), out);
    }

    /** The report in the types of java-sarif. */
    SarifSchema210 model(Report report) {
        Rules rules = Rules.of(report.knowledge());
        Results results = Results.of(report, rules);
        Run run =
                new Run()
                        .withTool(new Tool().withDriver(driver(rules)))
                        .withAutomationDetails(new RunAutomationDetails().withId(category + "/"))
                        .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
                        .withOriginalUriBaseIds(root())
                        .withInvocations(List.of(invocation(report, results)))
                        .withResults(results.kept());
        return new SarifSchema210()
                .with$schema(URI.create(SCHEMA))
                .withVersion(SarifSchema210.Version._2_1_0)
                .withRuns(List.of(run));
    }

    private ToolComponent driver(Rules rules) {
        return new ToolComponent()
                .withName("Dovetail")
                .withFullName("Dovetail " + version)
                .withVersion(version)
                .withSemanticVersion(version)
                .withInformationUri(URI.create(PROJECT))
                .withShortDescription(
                        new MultiformatMessageString()
                                .withText(
                                        "Checks whether a backend fits the platform it is deployed"
                                            + " to."))
                .withRules(new LinkedHashSet<>(rules.descriptors()));
    }

    private static OriginalUriBaseIds root() {
        return new OriginalUriBaseIds()
                .withAdditionalProperty(
                        Places.ROOT,
                        new ArtifactLocation()
                                .withDescription(
                                        new Message().withText("The root of the workspace.")));
    }

    private static Invocation invocation(Report report, Results results) {
        List<Notification> notifications = new ArrayList<>();
        report.notifications()
                .forEach(notification -> notifications.add(notification(notification)));
        if (results.leftOut() > 0) {
            notifications.add(
                    new Notification()
                            .withLevel(Notification.Level.WARNING)
                            .withMessage(new Message().withText(leftOut(results.leftOut()))));
        }
        Invocation invocation = new Invocation().withExecutionSuccessful(true);
        return notifications.isEmpty()
                ? invocation
                : invocation.withToolExecutionNotifications(notifications);
    }

    private static String leftOut(int count) {
        return "%d more results, the least severe, were left out.".formatted(count);
    }

    private static Notification notification(dev.dovetail.workspace.Notification notification) {
        return new Notification()
                .withLevel(
                        switch (notification.level()) {
                            case ERROR -> Notification.Level.ERROR;
                            case WARNING -> Notification.Level.WARNING;
                            case REMARK -> Notification.Level.NOTE;
                        })
                .withMessage(new Message().withText(Texts.sentence(notification.message())))
                .withLocations(Set.of(Places.location(notification.place())));
    }
}
