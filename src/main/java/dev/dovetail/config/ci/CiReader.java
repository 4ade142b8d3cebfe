package dev.dovetail.config.ci;

import dev.dovetail.config.ConfigReader;
import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.Documents;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Workspace;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Aims code by the pipelines and scripts that deploy it, where no other config does.
 *
 * <p>So it is asked after the readers of config, and before Dockerfiles are taken by themselves.
 */
public final class CiReader implements ConfigReader {

    private static final Pattern NOT_FOR_USERS =
            Pattern.compile("(?i).*(?:staging|stage|preview|review|sandbox|\\bdev\\b|-dev\\b|develop|test|\\bpr\\b|demo|canary).*");

    /** Platforms whose own readers take what pipelines send there. */
    private static final Set<String> READ_ELSEWHERE = Set.of("aws-elastic-beanstalk");

    private final List<DeploymentUnit> aimed;
    private final List<Deployment> deployments;

    /**
     * @param units what other readers found
     * @param deployments what pipelines send
     */
    public CiReader(List<DeploymentUnit> units, List<Deployment> deployments) {
        this.aimed = List.copyOf(units);
        this.deployments = List.copyOf(deployments);
    }

    @Override
    public Result read(Workspace workspace, Documents documents) {
        Manifests manifests = new Manifests(workspace, documents);
        DeployedUnits filler = new DeployedUnits(manifests);
        Map<String, DeploymentUnit> units = new LinkedHashMap<>();
        // Of what goes to several stages, the one that users meet speaks for all.
        List<Deployment> inOrder =
                deployments.stream().sorted(Comparator.comparing(CiReader::isNotForUsers)).toList();
        for (Deployment deployment : inOrder) {
            if (READ_ELSEWHERE.contains(deployment.host())) {
                continue;
            }
            filler.unit(deployment)
                    .filter(unit -> !isAimed(unit))
                    .ifPresent(unit -> units.putIfAbsent(code(unit), unit));
        }
        return new Result(List.copyOf(units.values()), List.of());
    }

    private static boolean isNotForUsers(Deployment deployment) {
        return NOT_FOR_USERS.matcher(deployment.name().orElse("") + " " + deployment.place().file()).matches();
    }

    /** What tells a unit from others of the same platform: where its code starts. */
    private static String code(DeploymentUnit unit) {
        return unit.host() + " " + unit.folder() + " " + files(unit) + " " + unit.entryPoint().getClass().getSimpleName();
    }

    private static Set<String> files(DeploymentUnit unit) {
        Set<String> files = new TreeSet<>();
        unit.way().forEach(place -> files.add(place.file()));
        files.remove(unit.place().file());
        return files;
    }

    /** Whether another reader sends this code to this platform. */
    private boolean isAimed(DeploymentUnit unit) {
        Set<String> files = files(unit);
        for (DeploymentUnit other : aimed) {
            if (!other.host().equals(unit.host())) {
                continue;
            }
            Set<String> shared = new HashSet<>(files(other));
            shared.retainAll(files);
            if (!shared.isEmpty()
                    || other.folder().equals(unit.folder())
                    || Objects.equals(other.entryPoint(), unit.entryPoint())
                    || Optional.of(other.name()).filter(unit.name()::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
