package dev.dovetail.config.commands;

import java.util.Set;

/** Programs whose command lines are read alike. */
interface ProgramFamily {

    /** Names without folder, such as {@code gunicorn}. */
    Set<String> names();

    Outcome read(Invocation call);
}
