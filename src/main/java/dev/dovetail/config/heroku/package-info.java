/**
 * Heroku applications: Procfile, app.json, heroku.yml and the files that its buildpacks read.
 *
 * <p>A unit per process type goes out. Which dynos run, and what the dashboard sets, is not in these
 * files: it is Heroku's default, or unknown.
 */
@NullMarked
package dev.dovetail.config.heroku;

import org.jspecify.annotations.NullMarked;
