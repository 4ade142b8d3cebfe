package dev.dovetail.engine;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.MovedUnit;
import dev.dovetail.config.appengine.AppEngineReader;
import dev.dovetail.config.apprunner.AppRunnerReader;
import dev.dovetail.config.azure.AzdReader;
import dev.dovetail.config.azure.AzureReader;
import dev.dovetail.config.beanstalk.BeanstalkReader;
import dev.dovetail.config.ci.CiReader;
import dev.dovetail.config.ci.Deployment;
import dev.dovetail.config.ci.Deployments;
import dev.dovetail.config.cloudflare.CloudflareReader;
import dev.dovetail.config.cloudformation.CloudFormationReader;
import dev.dovetail.config.deno.DenoReader;
import dev.dovetail.config.digitalocean.AppSpecReader;
import dev.dovetail.config.docker.ComposeReader;
import dev.dovetail.config.docker.DockerfileReader;
import dev.dovetail.config.constructs.CdkReader;
import dev.dovetail.config.documents.WorkspaceDocuments;
import dev.dovetail.config.ecs.EcsReader;
import dev.dovetail.config.fly.FlyReader;
import dev.dovetail.config.googlefunctions.FirebaseReader;
import dev.dovetail.config.googlefunctions.GcloudReader;
import dev.dovetail.config.heroku.HerokuReader;
import dev.dovetail.config.kubernetes.KubernetesReader;
import dev.dovetail.config.machines.MachinesReader;
import dev.dovetail.config.netlify.NetlifyReader;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.config.railway.RailwayReader;
import dev.dovetail.config.render.RenderReader;
import dev.dovetail.config.serverless.ServerlessReader;
import dev.dovetail.config.terraform.TerraformReader;
import dev.dovetail.config.vercel.VercelReader;
import dev.dovetail.config.webapps.WebAppReader;
import dev.dovetail.config.zappa.ZappaReader;
import dev.dovetail.judge.Conditions;
import dev.dovetail.judge.ContractRule;
import dev.dovetail.judge.Finding;
import dev.dovetail.judge.Fit;
import dev.dovetail.judge.Judge;
import dev.dovetail.judge.ManifestDependencies;
import dev.dovetail.judge.Obstacle;
import dev.dovetail.judge.ShapeFinder;
import dev.dovetail.judge.contracts.Architecture;
import dev.dovetail.judge.contracts.BinaryMedia;
import dev.dovetail.judge.contracts.BindAddress;
import dev.dovetail.judge.contracts.CronMethod;
import dev.dovetail.judge.contracts.DependencyDeclared;
import dev.dovetail.judge.UnitFits;
import dev.dovetail.judge.contracts.BindAddress;
import dev.dovetail.judge.contracts.CronMethod;
import dev.dovetail.judge.contracts.EntryForm;
import dev.dovetail.judge.contracts.EntrypointSignals;
import dev.dovetail.judge.contracts.EnvDeclared;
import dev.dovetail.judge.contracts.HandlerExists;
import dev.dovetail.judge.contracts.HandlerSignature;
import dev.dovetail.judge.contracts.KeepaliveOrder;
import dev.dovetail.judge.contracts.LanguageLevel;
import dev.dovetail.judge.contracts.LocalFileRead;
import dev.dovetail.judge.contracts.MemoryFits;
import dev.dovetail.judge.contracts.ModuleFormat;
import dev.dovetail.judge.contracts.OpenPorts;
import dev.dovetail.judge.contracts.PackageIncluded;
import dev.dovetail.judge.contracts.PayloadFormat;
import dev.dovetail.judge.contracts.PlanLimit;
import dev.dovetail.judge.contracts.PoolFitsConnections;
import dev.dovetail.judge.contracts.PortAgrees;
import dev.dovetail.judge.contracts.PrivilegedPort;
import dev.dovetail.judge.contracts.ProbePathExists;
import dev.dovetail.judge.contracts.RouteExists;
import dev.dovetail.judge.contracts.RuntimeDeprecated;
import dev.dovetail.judge.contracts.RuntimeLanguage;
import dev.dovetail.judge.contracts.RuntimeVersion;
import dev.dovetail.judge.contracts.SecureCookie;
import dev.dovetail.judge.contracts.SessionAffinity;
import dev.dovetail.judge.contracts.SingleReplicaScheduler;
import dev.dovetail.judge.contracts.TimeoutOrder;
import dev.dovetail.judge.contracts.TrustProxy;
import dev.dovetail.judge.contracts.VisibilityTimeout;
import dev.dovetail.judge.contracts.VolumeCoversWrite;
import dev.dovetail.judge.contracts.WorkerProcess;
import dev.dovetail.judge.shapes.FileAcrossRequests;
import dev.dovetail.judge.shapes.FileSent;
import dev.dovetail.judge.shapes.FloatingWork;
import dev.dovetail.judge.shapes.ListenOnlyEntry;
import dev.dovetail.judge.shapes.LongWait;
import dev.dovetail.judge.shapes.MadePerRequest;
import dev.dovetail.judge.shapes.QueuedInProcess;
import dev.dovetail.judge.shapes.RequestStateKept;
import dev.dovetail.judge.shapes.SecretAtStart;
import dev.dovetail.judge.shapes.StateAcrossRequests;
import dev.dovetail.judge.shapes.TimerAtStart;
import dev.dovetail.knowledge.Knowledge;
import dev.dovetail.knowledge.Platform;
import dev.dovetail.link.ApiFacts;
import dev.dovetail.link.EntryBinding;
import dev.dovetail.link.Layout;
import dev.dovetail.link.LinkedUnit;
import dev.dovetail.link.Linker;
import dev.dovetail.link.Names;
import dev.dovetail.link.Sources;
import dev.dovetail.link.modules.JavaNames;
import dev.dovetail.link.modules.JavaScriptNames;
import dev.dovetail.link.modules.JavaTypes;
import dev.dovetail.link.modules.ModuleResolver;
import dev.dovetail.link.modules.PythonModules;
import dev.dovetail.link.modules.PythonNames;
import dev.dovetail.link.modules.WorkspaceLayout;
import dev.dovetail.policy.Policy;
import dev.dovetail.source.Language;
import dev.dovetail.source.SourceReader;
import dev.dovetail.source.java.JavaReader;
import dev.dovetail.source.javascript.JavaScriptReader;
import dev.dovetail.source.python.PythonReader;
import dev.dovetail.workspace.Notification;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One workspace, from its files to its findings: the stages in their order. */
public final class Analysis {

    private final Workspace workspace;
    private final Supplier<Knowledge> knowledge;
    private final Policy policy;
    private final WorkspaceDocuments documents;
    private final Manifests manifests;
    private final ModuleResolver modules;
    private final Sources sources;
    private @Nullable ApiFacts facts;
    private @Nullable Linker moving;
    private final List<Notification> notifications = new ArrayList<>();
    private List<LinkedUnit> units = List.of();
    private List<LinkedUnit> unitsAround = List.of();

    /** An analysis that reads as many files at once as there are processors. */
    public Analysis(Workspace workspace, Knowledge knowledge) {
        this(workspace, knowledge, Runtime.getRuntime().availableProcessors());
    }

    /** An analysis of a workspace whose users say nothing. */
    public Analysis(Workspace workspace, Knowledge knowledge, int jobs) {
        this(workspace, () -> knowledge, Policy.NONE, jobs, reader -> reader);
    }

    /**
     * An analysis; nothing is read yet.
     *
     * @param knowledge asked for once config has been read, so that it may be loading meanwhile
     * @param policy what the user says of platforms, plans and variables
     * @param jobs files that may be read at once, at least one; what is found does not depend on it
     * @param remembering gives a reader that may remember what it summarized before
     */
    public Analysis(
            Workspace workspace,
            Supplier<Knowledge> knowledge,
            Policy policy,
            int jobs,
            UnaryOperator<SourceReader> remembering) {
        this.workspace = workspace;
        this.knowledge = knowledge;
        this.policy = policy;
        this.documents = new WorkspaceDocuments(workspace, new ConfigInSource(workspace, this::modules, this::sources));
        this.manifests = new Manifests(workspace, documents);
        this.modules = new ModuleResolver(manifests);
        this.sources =
                new Sources(
                        workspace, sourceReaders().stream().map(remembering).toList(), jobs);
    }

    /** What is known of APIs, made when it is first asked for. */
    private ApiFacts facts() {
        ApiFacts made = facts == null ? new ApiFacts(knowledge.get()) : facts;
        facts = made;
        return made;
    }

    private ModuleResolver modules() {
        return modules;
    }

    private Sources sources() {
        return sources;
    }

    private static List<SourceReader> sourceReaders() {
        return List.of(new JavaScriptReader(), new JavaReader(), new PythonReader());
    }

    private static List<ConfigReader> configReaders() {
        return List.of(
                new CloudFormationReader(),
                new ServerlessReader(),
                new VercelReader(),
                new ComposeReader(),
                new KubernetesReader(),
                new AppEngineReader(),
                new AppRunnerReader(),
                new EcsReader(),
                new TerraformReader(),
                new CdkReader(),
                new MachinesReader(),
                new ZappaReader(),
                new HerokuReader(),
                new RenderReader(),
                new FlyReader(),
                new RailwayReader(),
                new AppSpecReader(),
                new NetlifyReader(),
                new CloudflareReader(),
                new FirebaseReader(),
                new GcloudReader(),
                new AzureReader(),
                new AzdReader(),
                new WebAppReader(),
                new DenoReader());
    }

    private static List<ShapeFinder> shapes() {
        return List.of(
                new StateAcrossRequests(),
                new RequestStateKept(),
                new FloatingWork(),
                new TimerAtStart(),
                new LongWait(),
                new SecretAtStart(),
                new ListenOnlyEntry(),
                new MadePerRequest(),
                new FileAcrossRequests(),
                new QueuedInProcess(),
                new FileSent());
    }

    private static List<ContractRule> contracts() {
        return List.of(
                new Architecture(),
                new BinaryMedia(),
                new BindAddress(),
                new CronMethod(),
                new DependencyDeclared(),
                new EntryForm(),
                new EntrypointSignals(),
                new EnvDeclared(),
                new HandlerExists(),
                new HandlerSignature(),
                new KeepaliveOrder(),
                new LanguageLevel(),
                new LocalFileRead(),
                new MemoryFits(),
                new ModuleFormat(),
                new PackageIncluded(),
                new PayloadFormat(),
                new PlanLimit(),
                new PoolFitsConnections(),
                new PortAgrees(),
                new PrivilegedPort(),
                new ProbePathExists(),
                new RouteExists(),
                new RuntimeDeprecated(),
                new RuntimeLanguage(),
                new RuntimeVersion(),
                new SecureCookie(),
                new SessionAffinity(),
                new SingleReplicaScheduler(),
                new TimeoutOrder(),
                new TrustProxy(),
                new VisibilityTimeout(),
                new VolumeCoversWrite(),
                new WorkerProcess());
    }

    /**
     * Reads config, and links every unit to its code.
     *
     * @param platform host to take for code that no config aims
     */
    public List<LinkedUnit> link(Optional<String> platform) {
        return link(platform, List.of());
    }

    /**
     * Reads config, and links the units that are not as they were.
     *
     * @param standing units that were linked before and whose code has not changed since; those whose
     *     config says the same now stand, and are not judged again
     * @return all units, in the order of their places
     */
    public List<LinkedUnit> link(Optional<String> platform, List<LinkedUnit> standing) {
        Map<DeploymentUnit, LinkedUnit> known = new HashMap<>();
        standing.forEach(unit -> known.put(unit.unit(), unit));
        List<DeploymentUnit> found = new ArrayList<>();
        for (ConfigReader reader : configReaders()) {
            read(reader, found);
        }
        // Before Dockerfiles, for what a pipeline makes of an image is more than docker run.
        List<Deployment> deployments = Deployments.of(manifests);
        read(new BeanstalkReader(deployments), found);
        read(new CiReader(found, deployments), found);
        Procfiles.yieldToPipelines(found);
        // Last, for a Dockerfile that another unit is built from is no unit by itself.
        read(new DockerfileReader(found), found);
        ToldByUser told = new ToldByUser(policy);
        found.replaceAll(told::add);
        found.sort(Analysis::compare);
        JavaTypes types = new JavaTypes(workspace);
        PythonModules python = new PythonModules(workspace, startFolders(found));
        Map<Language, Names> names =
                Map.of(
                        Language.JAVASCRIPT, new JavaScriptNames(modules, sources),
                        Language.JAVA, new JavaNames(types, sources),
                        Language.PYTHON, new PythonNames(python, sources));
        Layout layout = new WorkspaceLayout(modules, types, python, manifests);
        Linker linker = new Linker(knowledge.get(), facts(), sources, layout, names);
        moving = linker;
        List<LinkedUnit> linked =
                new ArrayList<>(
                        linker.link(
                                found.stream()
                                        .filter(unit -> known.isEmpty() || !known.containsKey(unit))
                                        .toList()));
        List<DeploymentUnit> assumed = new ArrayList<>();
        told.foldersWithout(found)
                .forEach((folder, host) -> assumed.add(told.add(assumed(folder, host.text()))));
        for (DeploymentUnit unit : assumed) {
            if (known.isEmpty() || !known.containsKey(unit)) {
                linked.add(linker.assume(unit, ownSource(unit.folder())));
            }
        }
        if (platform.isPresent() && linked.isEmpty()) {
            linked.add(linker.assume(told.add(assumed("", platform.get())), ownSource("")));
        }
        units = List.copyOf(linked);
        if (known.isEmpty()) {
            unitsAround = units;
            return units;
        }
        linked.forEach(unit -> known.put(unit.unit(), unit));
        unitsAround =
                Stream.of(found, assumed)
                        .flatMap(List::stream)
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
        return unitsAround;
    }

    // Written out here and in others: what Comparator's own methods give is linked at run time and kept
    // in no archive of classes, which costs a short process several ms.
    private static int compare(DeploymentUnit one, DeploymentUnit other) {
        int byPlace = one.place().compareTo(other.place());
        if (byPlace != 0) {
            return byPlace;
        }
        int byName = one.name().compareTo(other.name());
        return byName != 0 ? byName : one.host().compareTo(other.host());
    }

    /** The folders that units start in. */
    private static Set<String> startFolders(List<DeploymentUnit> units) {
        Set<String> folders = new TreeSet<>();
        for (DeploymentUnit unit : units) {
            folders.add(unit.folder());
            addStartFolders(unit.entryPoint(), folders);
        }
        return folders;
    }

    private static void addStartFolders(EntryPoint entry, Set<String> folders) {
        if (entry instanceof EntryPoint.Handler handler) {
            folders.add(handler.folder());
        } else if (entry instanceof EntryPoint.File file) {
            folders.add(Paths.parent(file.file()));
        } else if (entry instanceof EntryPoint.Program program) {
            folders.add(Paths.parent(program.file()));
        } else if (entry instanceof EntryPoint.Programs several) {
            several.programs().forEach(program -> addStartFolders(program, folders));
        }
    }

    private void read(ConfigReader reader, List<DeploymentUnit> units) {
        ConfigReader.Result result = reader.read(workspace, documents);
        units.addAll(result.units());
        notifications.addAll(result.notifications());
    }

    private static DeploymentUnit assumed(String folder, String platform) {
        Place place = Place.startOf("");
        return new DeploymentUnit(
                folder.isEmpty() ? "this code" : folder,
                platform,
                folder,
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
    private List<String> ownSource(String folder) {
        return workspace.filesUnder(folder).stream()
                .filter(sources::isSource)
                .filter(file -> !JavaTypes.isTest(file))
                .filter(OwnSource::is)
                .toList();
    }

    /**
     * Findings in the units that were linked, discharged ones among them.
     *
     * @param today {@code YYYY-MM-DD}, for dates of life cycles
     */
    public List<Finding> judge(String today) {
        return judgeOf(today).judge(units);
    }

    /** The ports that one of the linked units opens, as far as they are known. */
    public List<OpenPorts.OpenPort> openPorts(LinkedUnit unit) {
        return OpenPorts.of(unit, surroundings(""));
    }

    private ContractRule.Surroundings surroundings(String today) {
        ManifestDependencies dependencies = new ManifestDependencies(manifests);
        return new ContractRule.Surroundings(
                knowledge.get(), new Conditions(dependencies), manifests, unitsAround, today);
    }

    /**
     * The units that were linked, each against hosts; what no config aims is one only where there is
     * code.
     *
     * @param hosts in the order that is wanted; a unit's own is met with its config as it is
     */
    public List<UnitFits> fits(List<Platform> hosts, String today) {
        Judge judge = judgeOf(today);
        return units.stream()
                .filter(unit -> !isUnaimed(unit) || !unit.files().isEmpty())
                .map(
                        unit ->
                                new UnitFits(
                                        unit,
                                        hosts.stream().map(host -> fit(unit, host, judge)).toList()))
                .toList();
    }

    private Fit fit(LinkedUnit unit, Platform host, Judge judge) {
        boolean isOwn = unit.unit().host().equals(host.id()) && !isUnaimed(unit);
        LinkedUnit there = isOwn ? unit : moved(unit, host);
        boolean isKnown = unit.entry() instanceof EntryBinding.Found && !unit.files().isEmpty();
        // What is wrong with a unit's own config can be told without its code.
        List<Obstacle> obstacles = isOwn || isKnown ? judge.obstacles(there) : List.of();
        boolean isBroken =
                obstacles.stream().anyMatch(obstacle -> Fit.verdict(obstacle) != Fit.Verdict.FITS);
        String unknown = isKnown || isBroken ? "" : whyUnknown(unit.entry());
        return new Fit(host, isOwn, unknown, obstacles);
    }

    private LinkedUnit moved(LinkedUnit unit, Platform host) {
        DeploymentUnit moved =
                MovedUnit.of(unit.unit(), host.id(), host.environment().keySet());
        return Objects.requireNonNull(moving).move(unit, new ToldByUser(policy).add(moved));
    }

    /** Whether a unit stands for code that no config and no user aims at a host. */
    private static boolean isUnaimed(LinkedUnit unit) {
        return unit.assumed() && unit.unit().folder().isEmpty();
    }

    private static String whyUnknown(EntryBinding entry) {
        if (entry instanceof EntryBinding.Unknown unknown) {
            return unknown.why();
        }
        return entry instanceof EntryBinding.Missing missing
                ? missing.wanted() + " is not there"
                : "none of its code is in a language that Dovetail reads";
    }

    private Judge judgeOf(String today) {
        return new Judge(surroundings(today), facts(), shapes(), contracts());
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
