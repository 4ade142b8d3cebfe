package dev.dovetail.config;

import dev.dovetail.workspace.Place;
import java.util.List;

/** Where a unit's code starts, as config says it; link finds it in the source. */
public sealed interface EntryPoint {

    /** The config, or the file by whose name a convention finds it. */
    Place place();

    /**
     * A handler reference of the platform's own form, such as {@code src/app.handler} or {@code
     * com.example.Handler::handleRequest}.
     *
     * @param reference as written, after variables are folded
     * @param folder what it is relative to, a folder of the workspace
     * @param language id of the language that the runtime runs, such as {@code javascript}; empty
     *     when the runtime is not known
     */
    record Handler(String reference, String folder, String language, Place place)
            implements EntryPoint {}

    /**
     * Files that the platform loads and whose exports it calls, by convention or by name.
     *
     * @param file path in the workspace; need not exist when config names it
     * @param convention how the platform calls it, a key of {@code conventions} in {@code
     *     rules/frameworks}: {@code vercel-function}, {@code nextjs-route}, {@code nextjs-api} ...
     */
    record File(String file, String convention, Place place) implements EntryPoint {}

    /**
     * A function that the code itself hands over by a call, beside others in the same program: {@code
     * exports.orders = onRequest(…)}. What a framework's page says of that call makes it run per request.
     *
     * @param file whose body runs at the start
     * @param others places of the calls that hand over other units' functions
     */
    record Registered(String file, List<Place> others, Place place) implements EntryPoint {
        public Registered {
            others = List.copyOf(others);
        }
    }

    /** A unit of several files that the platform serves together, such as all routes of an app. */
    record Files(List<File> files, Place place) implements EntryPoint {
        public Files {
            files = List.copyOf(files);
        }
    }

    /**
     * A script that a process is started with: {@code node server.js}, {@code python app.py}.
     *
     * @param file path in the workspace, with or without extension; need not exist
     */
    record Program(String file, Place place) implements EntryPoint {}

    /**
     * An application object that a server program imports: {@code gunicorn app.main:app}.
     *
     * @param file the module's file in the workspace; need not exist
     * @param attribute the object's name in it
     * @param factory whether it is a function that makes the application
     */
    record Application(String file, String attribute, boolean factory, Place place)
            implements EntryPoint {}

    /**
     * The main class of a build: {@code java -jar target/shop.jar}.
     *
     * @param type qualified name; empty when it is the one that a module has
     * @param folder of the build's module
     */
    record MainClass(String type, String folder, Place place) implements EntryPoint {}

    /** Several programs in one container or machine: {@code concurrently}, pm2, supervisord. */
    record Programs(List<EntryPoint> programs, Place place) implements EntryPoint {
        public Programs {
            programs = List.copyOf(programs);
        }
    }

    /** Cannot be known from the workspace; rules stay silent on what the unit runs. */
    record Unknown(String why, Place place) implements EntryPoint {}
}
