package dev.dovetail.config.machines;

import dev.dovetail.config.DeploymentUnit;
import dev.dovetail.config.EntryPoint;
import dev.dovetail.config.Setting;
import dev.dovetail.config.SettingName;
import dev.dovetail.config.Trigger;
import dev.dovetail.config.Value;
import dev.dovetail.config.project.Manifests;
import dev.dovetail.workspace.Paths;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import dev.dovetail.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applications that Phusion Passenger runs on shared hosting: passenger_wsgi.py, .htaccess with
 * Passenger's directives, .cpanel.yml.
 */
final class PassengerApplications {

    private static final String HOST = "shared-hosting";

    /** https://www.phusionpassenger.com/docs/references/config_reference/apache/ */
    private static final Pattern STARTUP_FILE = Pattern.compile("^\\s*PassengerStartupFile\\s+\"?([^\"\\s]+)", Pattern.MULTILINE);

    private static final Pattern DIRECTIVE = Pattern.compile("^\\s*Passenger(?:AppRoot|Nodejs|Python|AppType)\\b", Pattern.MULTILINE);

    private final Workspace workspace;

    PassengerApplications(Manifests manifests) {
        this.workspace = manifests.workspace();
    }

    List<DeploymentUnit> units() {
        List<DeploymentUnit> units = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (String file : workspace.files()) {
            String name = Paths.name(file);
            String folder = Paths.parent(file);
            Optional<EntryPoint> entry = Optional.empty();
            Place place = Place.startOf(file);
            if (name.equals("passenger_wsgi.py")) {
                entry = Optional.of(new EntryPoint.Application(file, "application", false, place));
            } else if (name.equals(".htaccess")) {
                String text = workspace.read(file).orElse("");
                Matcher directive = DIRECTIVE.matcher(text);
                if (directive.find()) {
                    place = line(file, text, directive.start());
                    entry = ofHtaccess(folder, text, place);
                }
            } else if (name.equals(".cpanel.yml")) {
                Place at = place;
                entry = startupFile(folder, "app.js").map(each -> new EntryPoint.Program(each, at));
            }
            if (entry.isPresent() && seen.add(folder)) {
                units.add(unit(folder, entry.get(), place));
            }
        }
        return units;
    }

    /** Passenger takes app.js when the directives name no file. */
    private Optional<EntryPoint> ofHtaccess(String folder, String text, Place place) {
        Matcher named = STARTUP_FILE.matcher(text);
        String file = named.find() ? named.group(1) : "app.js";
        return startupFile(folder, file)
                .map(
                        each ->
                                each.endsWith(".py")
                                        ? new EntryPoint.Application(each, "application", false, place)
                                        : new EntryPoint.Program(each, place));
    }

    private Optional<String> startupFile(String folder, String name) {
        return Paths.resolve(folder, name).filter(workspace::has);
    }

    private static Place line(String file, String text, int offset) {
        int number = (int) text.substring(0, offset).lines().count() + (text.startsWith("Passenger") && offset == 0 ? 1 : 0);
        int line = Math.max(1, number);
        return new Place(file, new Region(line, 1, line, 1));
    }

    private static DeploymentUnit unit(String folder, EntryPoint entry, Place place) {
        DeploymentUnit.Draft draft =
                DeploymentUnit.draft(folder.isEmpty() ? "application" : Paths.name(folder), HOST, place, "passenger");
        draft.folder(folder)
                .entryPoint(entry)
                .environmentUnknown()
                .trigger(Trigger.of(Trigger.Kind.HTTP, place))
                // https://www.phusionpassenger.com/docs/references/config_reference/apache/#passengermaxpoolsize
                .setting(SettingName.REPLICAS, Setting.byDefault(1L))
                .setting(SettingName.MAX_REPLICAS, new Setting(new Value.Known(6L), Setting.Origin.DEFAULT, Optional.empty()));
        return draft.build();
    }
}
