/** Starts the language server and keeps it in step with the settings. */

import * as os from "node:os";
import * as vscode from "vscode";
import {
  type ExecuteCommandSignature,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";
import { commandLine, settingsOf, startFailure } from "./server.js";
import { SHOW_WAY, wayOf } from "./way.js";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("dovetail.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (changed) => {
      if (["path", "java", "arguments"].some((key) => changed.affectsConfiguration(`dovetail.${key}`))) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  // One that did not start has nothing to stop.
  await running?.dispose().catch(() => undefined);
}

async function start(): Promise<void> {
  const settings = settingsOf((key) => vscode.workspace.getConfiguration("dovetail").get(key));
  const line = commandLine(settings, {
    platform: process.platform,
    env: process.env,
    home: os.homedir(),
  });
  const server: ServerOptions = {
    command: line.command,
    args: line.args,
    options: { env: { ...process.env, ...line.env }, shell: line.command.endsWith(".cmd") },
  };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: "file" }],
    outputChannelName: "Dovetail",
    middleware: { executeCommand: showWay },
  };
  client = new LanguageClient("dovetail", "Dovetail", server, options);
  try {
    await client.start();
  } catch (reason) {
    const text = reason instanceof Error ? reason.message : String(reason);
    void vscode.window.showErrorMessage(startFailure(line, text));
  }
}

/** Shows a way in the editor's own view of references; other commands go to the server. */
async function showWay(
  command: string,
  args: unknown[],
  next: ExecuteCommandSignature,
): Promise<unknown> {
  const way = command === SHOW_WAY ? wayOf(args) : undefined;
  if (way === undefined) {
    return next(command, args);
  }
  const position = (at: { line: number; character: number }): vscode.Position =>
    new vscode.Position(at.line, at.character);
  const locations = way.locations.map(
    (each) =>
      new vscode.Location(
        vscode.Uri.parse(each.uri),
        new vscode.Range(position(each.range.start), position(each.range.end)),
      ),
  );
  return vscode.commands.executeCommand(
    "editor.action.goToLocations",
    vscode.Uri.parse(way.uri),
    position(way.position),
    locations,
    locations.length === 1 ? "goto" : "peek",
    "Nothing leads from here.",
  );
}
