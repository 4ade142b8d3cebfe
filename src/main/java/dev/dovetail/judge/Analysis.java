package dev.dovetail.judge;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.serverless.ServerlessReader;
import dev.dovetail.config.vercel.VercelReader;
import dev.dovetail.judge.contracts.CronMethod;
import dev.dovetail.judge.contracts.EnvDeclared;
import dev.dovetail.judge.contracts.HandlerExists;
import dev.dovetail.judge.contracts.HandlerSignature;
import dev.dovetail.judge.contracts.ModuleFormat;
import dev.dovetail.judge.contracts.PayloadFormat;
import dev.dovetail.judge.contracts.PlanLimit;
import dev.dovetail.judge.contracts.RuntimeDeprecated;
import dev.dovetail.judge.contracts.RuntimeVersion;
import dev.dovetail.judge.contracts.TimeoutOrder;
import dev.dovetail.judge.contracts.VisibilityTimeout;
import dev.dovetail.judge.shapes.FloatingWork;
import dev.dovetail.judge.shapes.ListenOnlyEntry;
import dev.dovetail.judge.shapes.LongWait;
import dev.dovetail.judge.shapes.RequestStateKept;
import dev.dovetail.judge.shapes.SecretAtStart;
import dev.dovetail.judge.shapes.StateAcrossRequests;
import dev.dovetail.judge.shapes.TimerAtStart;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Linker;
import dev.dovetail.link.Names;
import dev.dovetail.link.Sources;
import dev.dovetail.link.modules.JavaNames;
import dev.dovetail.link.modules.JavaScriptNames;
import dev.dovetail.link.modules.JavaTypes;
import dev.dovetail.link.modules.ModuleResolver;
import dev.dovetail.link.modules.WorkspaceLayout;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.java.JavaReader;
import dev.dovetail.source.javascript.JavaScriptReader;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One workspace, from its files to its findings: the stages in their order. */
public final class Analysis {

    private final Workspace workspace;
    private final Knowledge knowledge;
    private final WorkspaceDocuments documents;
    private final Manifests manifests;
    private final Sources sources;
    private final ApiFacts facts;
    private final List<Notification> notifications = new ArrayList<>();
    private List<LinkedUnit> units = List.of();

    public Analysis(Workspace workspace, Knowledge knowledge) {
        this.workspace = workspace;
        this.knowledge = knowledge;
        this.documents = new WorkspaceDocuments(workspace);
        this.manifests = new Manifests(workspace, documents);
        this.sources = new Sources(workspace, sourceReaders());
        this.facts = new ApiFacts(knowledge);
    }

    private static List<SourceReader> sourceReaders() {
        return List.of(new JavaScriptReader(), new JavaReader());
    }

    private static List<ConfigReader> configReaders() {
        return List.of(new ServerlessReader(), new VercelReader());
    }

    private static List<ShapeFinder> shapes() {
        return List.of(
                new StateAcrossRequests(),
                new RequestStateKept(),
                new FloatingWork(),
                new TimerAtStart(),
                new LongWait(),
                new SecretAtStart(),
                new ListenOnlyEntry());
    }

    private static List<ContractRule> contracts() {
        return List.of(
                new CronMethod(),
                new EnvDeclared(),
                new HandlerExists(),
                new HandlerSignature(),
                new ModuleFormat(),
                new PayloadFormat(),
                new PlanLimit(),
                new RuntimeDeprecated(),
                new RuntimeVersion(),
                new TimeoutOrder(),
                new VisibilityTimeout());
    }

    /**
     * Reads config, and links every unit to its code.
     *
     * @param platform host to take for code that no config aims
     */
    public List<LinkedUnit> link(Optional<String> platform) {
        List<DeploymentUnit> found = new ArrayList<>();
        for (ConfigReader reader : configReaders()) {
            ConfigReader.Result result = reader.read(workspace, documents);
            found.addAll(result.units());
            notifications.addAll(result.notifications());
        }
        found.sort(
                Comparator.comparing(DeploymentUnit::place)
                        .thenComparing(DeploymentUnit::name)
                        .thenComparing(DeploymentUnit::host));
        ModuleResolver modules = new ModuleResolver(manifests);
        JavaTypes types = new JavaTypes(workspace);
        Map<Language, Names> names =
                Map.of(
                        Language.JAVASCRIPT, new JavaScriptNames(modules, sources),
                        Language.JAVA, new JavaNames(types, sources));
        Linker linker =
                new Linker(
                        knowledge,
                        facts,
                        sources,
                        new WorkspaceLayout(modules, types, manifests),
                        names);
        List<LinkedUnit> linked = new ArrayList<>(linker.link(found));
        if (platform.isPresent() && found.isEmpty()) {
            linked.add(linker.assume(assumed(platform.get()), ownSource()));
        }
        units = List.copyOf(linked);
        return units;
    }

    private DeploymentUnit assumed(String platform) {
        Place place = Place.startOf("");
        return new DeploymentUnit(
                "this code",
                platform,
                "",
                place,
                new EntryPoint.Unknown("no config aims it", place),
                List.of(),
                false,
                Map.of(),
                Map.of(),
                false,
                List.of(),
                "assumed");
    }

    /** Source that is neither a test nor a story. */
    private List<String> ownSource() {
        return workspace.files().stream()
                .filter(sources::isSource)
                .filter(file -> !JavaTypes.isTest(file))
                .toList();
    }

    /**
     * Findings in the units that were linked, discharged ones among them.
     *
     * @param today {@code YYYY-MM-DD}, for dates of life cycles
     */
    public List<Finding> judge(String today) {
        ManifestDependencies dependencies = new ManifestDependencies(manifests);
        ContractRule.Surroundings surroundings =
                new ContractRule.Surroundings(
                        knowledge, new Conditions(dependencies), manifests, today);
        return new Judge(surroundings, facts, shapes(), contracts()).judge(units);
    }

    /** How many source files the units run. */
    public int fileCount() {
        TreeSet<String> files = new TreeSet<>();
        units.forEach(unit -> unit.files().forEach(file -> files.add(file.file())));
        return files.size();
    }

    /** What could not be read, in path order. */
    public List<Notification> notifications() {
        TreeSet<Notification> all = new TreeSet<>(notifications);
        all.addAll(workspace.notifications());
        all.addAll(documents.notifications());
        all.addAll(sources.notifications());
        return List.copyOf(all);
    }
}
