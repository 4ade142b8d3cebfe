/** How the language server is started. Nothing here knows the editor. */

import * as path from "node:path";

/** What the user set; empty texts for what is left to be found. */
export interface Settings {
  /** The launcher or the jar. */
  path: string;
  /** A Java home, or the program. */
  java: string;
  /** Further arguments of `dovetail lsp`. */
  arguments: string[];
}

/** A program, its arguments, and what it finds in its environment besides. */
export interface CommandLine {
  command: string;
  args: string[];
  env: Record<string, string>;
}

/** What surrounds the editor. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
}

/** Room that deep code takes on the stack, and what Java 24 and later would warn of. */
const JAVA_FLAGS = ["-Xss4m", "-Dfile.encoding=UTF-8"];

/** The command line that starts the server. */
export function commandLine(settings: Settings, around: Surroundings): CommandLine {
  const program = expanded(settings.path, around) || "dovetail";
  const rest = ["lsp", ...settings.arguments];
  const java = javaProgram(settings.java, around);
  if (program.endsWith(".jar")) {
    return { command: java, args: [...JAVA_FLAGS, "-jar", program, ...rest], env: {} };
  }
  // The launcher finds Java by JAVA_HOME.
  const home = settings.java === "" ? undefined : javaHome(java, around.platform);
  return { command: program, args: rest, env: home === undefined ? {} : { JAVA_HOME: home } };
}

function javaProgram(given: string, around: Surroundings): string {
  const name = around.platform === "win32" ? "java.exe" : "java";
  const paths = pathsOf(around.platform);
  const set = expanded(given, around);
  if (set !== "") {
    const isProgram = /^java(\.exe)?$/i.test(paths.basename(set));
    return isProgram ? set : paths.join(set, "bin", name);
  }
  const home = around.env["JAVA_HOME"];
  return home === undefined || home === "" ? name : paths.join(home, "bin", name);
}

/** The home of `home/bin/java`. */
function javaHome(java: string, platform: NodeJS.Platform): string | undefined {
  const paths = pathsOf(platform);
  const folder = paths.dirname(java);
  return paths.basename(folder) === "bin" ? paths.dirname(folder) : undefined;
}

/** `~` at the beginning, and `${env:NAME}`. */
function expanded(text: string, around: Surroundings): string {
  return text
    .trim()
    .replace(/^~(?=$|[\\/])/, () => around.home)
    .replace(/\$\{env:([^}]+)\}/g, (_, name: string) => around.env[name] ?? "");
}

function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === "win32" ? path.win32 : path.posix;
}

/** Settings as the editor gives them, of which any may be of another type than it should. */
export function settingsOf(get: (key: string) => unknown): Settings {
  const text = (key: string): string => {
    const value = get(key);
    return typeof value === "string" ? value : "";
  };
  const list = get("arguments");
  return {
    path: text("path"),
    java: text("java"),
    arguments: Array.isArray(list) ? list.filter((each) => typeof each === "string") : [],
  };
}

/** What to say when the server does not start. */
export function startFailure(line: CommandLine, reason: string): string {
  return (
    `Dovetail's language server did not start (${line.command}: ${reason}). ` +
    "Set dovetail.path to the launcher, and dovetail.java to a Java 17 or newer."
  );
}
