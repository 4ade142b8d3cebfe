import assert from "node:assert/strict";
import { test } from "node:test";
import { commandLine, settingsOf, startFailure, type Surroundings } from "../src/server.js";

const LINUX: Surroundings = { platform: "linux", env: {}, home: "/home/ada" };
const WINDOWS: Surroundings = { platform: "win32", env: {}, home: "C:\\Users\\ada" };

test("without settings the launcher on the PATH runs", () => {
  assert.deepEqual(commandLine({ path: "", java: "", arguments: [] }, LINUX), {
    command: "dovetail",
    args: ["lsp"],
    env: {},
  });
});

test("a launcher finds the Java that is set by its home", () => {
  const line = commandLine({ path: "~/dovetail/dovetail", java: "/opt/jdk 21", arguments: [] }, LINUX);
  assert.equal(line.command, "/home/ada/dovetail/dovetail");
  assert.deepEqual(line.env, { JAVA_HOME: "/opt/jdk 21" });
});

test("a Java program is as good as its home", () => {
  const line = commandLine({ path: "dovetail", java: "/opt/jdk/bin/java", arguments: [] }, LINUX);
  assert.deepEqual(line.env, { JAVA_HOME: "/opt/jdk" });
});

test("a jar is run by Java, with the arguments after its own", () => {
  const line = commandLine(
    { path: "${env:TOOLS}/dovetail.jar", java: "", arguments: ["--stdio"] },
    { ...LINUX, env: { TOOLS: "/opt/tools", JAVA_HOME: "/opt/jdk" } },
  );
  assert.equal(line.command, "/opt/jdk/bin/java");
  assert.deepEqual(line.args.slice(-4), ["-jar", "/opt/tools/dovetail.jar", "lsp", "--stdio"]);
});

test("on Windows paths are Windows' own", () => {
  const line = commandLine(
    { path: "~\\dovetail.jar", java: "C:\\Program Files\\jdk", arguments: [] },
    WINDOWS,
  );
  assert.equal(line.command, "C:\\Program Files\\jdk\\bin\\java.exe");
  assert.ok(line.args.includes("C:\\Users\\ada\\dovetail.jar"));
});

test("settings of another type count as not set", () => {
  const given: Record<string, unknown> = { path: 7, java: null, arguments: ["a", 1, "b"] };
  assert.deepEqual(
    settingsOf((key) => given[key]),
    { path: "", java: "", arguments: ["a", "b"] },
  );
  assert.deepEqual(
    settingsOf(() => undefined),
    { path: "", java: "", arguments: [] },
  );
});

test("a failure says what to set", () => {
  const line = commandLine({ path: "", java: "", arguments: [] }, LINUX);
  assert.match(startFailure(line, "ENOENT"), /dovetail: ENOENT.*dovetail\.path/);
});
