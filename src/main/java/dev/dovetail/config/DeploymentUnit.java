package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is deployed and scaled on its own: a Lambda function, a Vercel function.
 *
 * @param name as its users call it
 * @param host id of the platform that runs its process
 * @param folder the folder that is packaged or built, relative to the workspace; entry points are
 *     resolved against it
 * @param place the line of config that makes it a unit
 * @param entryPoint where its code starts
 * @param triggers what makes it run; empty when nothing in the workspace says
 * @param triggersKnown whether {@code triggers} is all of them; false when a trigger could not be
 *     read or a template may add some
 * @param settings by name, in the words of {@link SettingName}
 * @param environment the variables that its config gives it
 * @param environmentKnown whether {@code environment} is all that config gives; false when a file or
 *     expression that cannot be read adds some
 * @param mounts paths of its file system that outlive it or are shared
 * @param format what read it, such as {@code serverless-framework}: shown to the user
 * @param way places between {@code place} and the entry point that lead from one to the other: the
 *     Dockerfile that builds the image, the script of a package.json; in order
 * @param packaged which files of the workspace are deployed with it
 */
public record DeploymentUnit(
        String name,
        String host,
        String folder,
        Place place,
        EntryPoint entryPoint,
        List<Trigger> triggers,
        boolean triggersKnown,
        Map<String, Setting> settings,
        Map<String, Setting> environment,
        boolean environmentKnown,
        List<Mount> mounts,
        String format,
        List<Place> way,
        PackagedFiles packaged) {

    public DeploymentUnit {
        triggers = List.copyOf(triggers);
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        way = List.copyOf(way);
    }

    /** A unit whose config names its entry point directly. */
    public DeploymentUnit(
            String name,
            String host,
            String folder,
            Place place,
            EntryPoint entryPoint,
            List<Trigger> triggers,
            boolean triggersKnown,
            Map<String, Setting> settings,
            Map<String, Setting> environment,
            boolean environmentKnown,
            List<Mount> mounts,
            String format) {
        this(
                name,
                host,
                folder,
                place,
                entryPoint,
                triggers,
                triggersKnown,
                settings,
                environment,
                environmentKnown,
                mounts,
                format,
                List.of(),
                PackagedFiles.UNKNOWN);
    }

    /** The same unit on another host, as this line says. */
    public DeploymentUnit on(String otherHost, Place because) {
        List<Place> longer = new ArrayList<>(way);
        longer.add(0, because);
        return copy(otherHost, settings, environment, longer);
    }

    /** The same unit with settings and variables that it did not have. */
    public DeploymentUnit with(
            Map<String, Setting> moreSettings, Map<String, Setting> moreEnvironment) {
        Map<String, Setting> allSettings = new HashMap<>(moreSettings);
        allSettings.putAll(settings);
        Map<String, Setting> allEnvironment = new HashMap<>(moreEnvironment);
        allEnvironment.putAll(environment);
        return copy(host, allSettings, allEnvironment, way);
    }

    private DeploymentUnit copy(
            String otherHost,
            Map<String, Setting> otherSettings,
            Map<String, Setting> otherEnvironment,
            List<Place> otherWay) {
        return new DeploymentUnit(
                name,
                otherHost,
                folder,
                place,
                entryPoint,
                triggers,
                triggersKnown,
                otherSettings,
                otherEnvironment,
                environmentKnown,
                mounts,
                format,
                otherWay,
                packaged);
    }

    /** The same unit with what is known of the files that are deployed with it. */
    public DeploymentUnit packaged(PackagedFiles files) {
        return new DeploymentUnit(
                name,
                host,
                folder,
                place,
                entryPoint,
                triggers,
                triggersKnown,
                settings,
                environment,
                environmentKnown,
                mounts,
                format,
                way,
                files);
    }

    /** A unit that is put together from several files. */
    public static Draft draft(String name, String host, Place place, String format) {
        return new Draft(name, host, place, format);
    }

    /** The setting of a name of {@link SettingName}, or empty when neither config nor tool gives one. */
    public Optional<Setting> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** A unit in the making; what is not said is unknown or none. */
    public static final class Draft {
        private final String name;
        private final String host;
        private final Place place;
        private final String format;
        private String folder = "";
        private EntryPoint entryPoint;
        private final List<Trigger> triggers = new ArrayList<>();
        private boolean triggersKnown = true;
        private final Map<String, Setting> settings = new HashMap<>();
        private final Map<String, Setting> environment = new HashMap<>();
        private boolean environmentKnown = true;
        private final List<Mount> mounts = new ArrayList<>();
        private final List<Place> way = new ArrayList<>();
        private PackagedFiles packaged = PackagedFiles.UNKNOWN;

        private Draft(String name, String host, Place place, String format) {
            this.name = name;
            this.host = host;
            this.place = place;
            this.format = format;
            this.entryPoint = new EntryPoint.Unknown("config does not say what it runs", place);
        }

        public Draft folder(String path) {
            folder = path;
            return this;
        }

        public Draft entryPoint(EntryPoint entry) {
            entryPoint = entry;
            return this;
        }

        public Draft trigger(Trigger trigger) {
            triggers.add(trigger);
            return this;
        }

        /** Says that there may be triggers which could not be read. */
        public Draft triggersUnknown() {
            triggersKnown = false;
            return this;
        }

        /** Sets a setting; a later value wins. */
        public Draft setting(String setting, Setting value) {
            settings.put(setting, value);
            return this;
        }

        /** Sets a setting unless it is set already. */
        public Draft settingIfAbsent(String setting, Setting value) {
            settings.putIfAbsent(setting, value);
            return this;
        }

        /** Takes over settings; those that are set already stay. */
        public Draft settings(Map<String, Setting> values) {
            values.forEach(settings::putIfAbsent);
            return this;
        }

        /** Sets a variable; a later value wins. */
        public Draft variable(String variable, Setting value) {
            environment.put(variable, value);
            return this;
        }

        /** Takes over variables; those that are set already stay. */
        public Draft environment(Map<String, Setting> values) {
            values.forEach(environment::putIfAbsent);
            return this;
        }

        /** Takes a setting away that does not hold on the unit's host. */
        public Draft withoutSetting(String setting) {
            settings.remove(setting);
            return this;
        }

        /** Takes a variable away, of which the platform's own page says that it is given. */
        public Draft withoutVariable(String variable) {
            environment.remove(variable);
            return this;
        }

        /** Says that variables come from where they cannot be read. */
        public Draft environmentUnknown() {
            environmentKnown = false;
            return this;
        }

        public Draft mount(Mount mount) {
            mounts.add(mount);
            return this;
        }

        /** Adds a place between config and entry point. */
        public Draft by(Place step) {
            way.add(step);
            return this;
        }

        /** Says which files of the workspace are deployed. */
        public Draft packaged(PackagedFiles files) {
            packaged = files;
            return this;
        }

        /** What is set of a setting so far. */
        public Optional<Setting> setting(String setting) {
            return Optional.ofNullable(settings.get(setting));
        }

        /** The unit, with the numbers of its processes worked out. */
        public DeploymentUnit build() {
            Processes.count(settings);
            return new DeploymentUnit(
                    name,
                    host,
                    folder,
                    place,
                    entryPoint,
                    triggers,
                    triggersKnown,
                    settings,
                    environment,
                    environmentKnown,
                    mounts,
                    format,
                    way,
                    packaged);
        }
    }

    /** A path of the unit's file system that is backed by something that outlives the process. */
    public record Mount(Value path, String kind, Place place) {}
}
