// Deskbook in VS Code: starts `deskbook lsp` and hands on what it knows.
//
// Plain JavaScript over VS Code's own interface: nothing is built, and nothing of others is shipped.

"use strict";

const vscode = require("vscode");
const { Client } = require("./client");
const convert = require("./convert");

const languages = ["markdown", "yaml"];
const selector = languages.map((language) => ({ scheme: "file", language }));
/** The code of an error that says there is no handbook: no question of anybody's failed. */
const notReady = -32002;

let client, findings, log, watcher, server = [], restarts = [];

function activate(context) {
  log = vscode.window.createOutputChannel("Deskbook");
  findings = vscode.languages.createDiagnosticCollection("deskbook");
  const { commands, workspace } = vscode;
  const document = (value) => ({ textDocument: { uri: value.uri.toString() } });
  const isOurs = (value) => value.uri.scheme === "file" && languages.includes(value.languageId);
  context.subscriptions.push(
    log, findings,
    commands.registerCommand("deskbook.restart", restart),
    commands.registerCommand("deskbook.showLog", () => log.show()),
    workspace.onDidOpenTextDocument((value) => isOurs(value) && open(value)),
    workspace.onDidCloseTextDocument((value) => isOurs(value) && tell("textDocument/didClose", document(value))),
    workspace.onDidSaveTextDocument((value) => isOurs(value) && tell("textDocument/didSave", document(value))),
    workspace.onDidChangeTextDocument((event) => {
      if (!isOurs(event.document) || event.contentChanges.length === 0) return;
      const contentChanges = event.contentChanges.map((change) => ({ range: convert.span(change.range), text: change.text }));
      tell("textDocument/didChange", { textDocument: { uri: event.document.uri.toString(), version: event.document.version }, contentChanges });
    }),
    workspace.onWillRenameFiles((event) => event.waitUntil(question("workspace/willRenameFiles", renames(event), convert.workspaceEdit))),
    workspace.onDidRenameFiles((event) => tell("workspace/didRenameFiles", renames(event))),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("deskbook") && restart()));
  return start();
}

async function deactivate() {
  const old = client;
  client = undefined;
  release();
  if (old) await old.stop();
}

async function restart() {
  await deactivate();
  restarts = [];
  await start();
}

async function start() {
  const settings = vscode.workspace.getConfiguration("deskbook");
  const program = settings.get("path");
  const mine = new Client(program, settings.get("arguments"), {
    log: (words) => log.append(words), hear, answer, ended: (error, wasAsked) => ended(mine, program, error, wasAsked),
  });
  client = mine;
  const folders = (vscode.workspace.workspaceFolders || []).map((folder) => ({ uri: folder.uri.toString(), name: folder.name }));
  try {
    const result = await mine.ask("initialize", {
      processId: process.pid, rootUri: folders.length ? folders[0].uri : null, workspaceFolders: folders,
      capabilities: {
        general: { positionEncodings: ["utf-16"] }, textDocument: { rename: { prepareSupport: true } },
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      },
    });
    if (client !== mine) return;
    mine.tell("initialized", {});
    offer(result.capabilities);
    vscode.workspace.textDocuments.filter((value) => value.uri.scheme === "file" && languages.includes(value.languageId)).forEach(open);
  } catch (error) {
    log.appendLine(String(error));
  }
}

/** A server that ends by itself is started again, but not for ever. */
function ended(which, program, error, wasAsked) {
  if (which !== client || wasAsked) return;
  client = undefined;
  release();
  findings.clear();
  if (error && error.code === "ENOENT") {
    vscode.window.showErrorMessage(`Deskbook: there is no program ${program}; install Deskbook, or name the program in the setting deskbook.path`);
    return;
  }
  restarts = [...restarts.filter((time) => Date.now() - time < 180000), Date.now()];
  if (restarts.length <= 3) start();
  else vscode.window.showErrorMessage("Deskbook: the language server ended four times in three minutes; its log says more, and the command “Restart the language server” starts it again");
}

function release() {
  for (const item of server) item.dispose();
  server = [];
  watcher = undefined;
}

function tell(method, params) {
  if (client) client.tell(method, params);
}

/** An answer as VS Code has it; nothing where the server has none. */
async function question(method, params, made) {
  if (!client) return undefined;
  try {
    const result = await client.ask(method, params);
    return result === null || result === undefined ? undefined : made(result);
  } catch (error) {
    if (error.code === notReady || !/rename/i.test(method)) return undefined;
    throw error;
  }
}

function open(document) {
  tell("textDocument/didOpen", { textDocument: { uri: document.uri.toString(), languageId: document.languageId, version: document.version, text: document.getText() } });
}

function renames(event) {
  return { files: event.files.map((file) => ({ oldUri: file.oldUri.toString(), newUri: file.newUri.toString() })) };
}

function hear(method, params) {
  if (method === "textDocument/publishDiagnostics") {
    findings.set(vscode.Uri.parse(params.uri), params.diagnostics.map(convert.diagnostic));
  } else if (method === "window/showMessage") {
    if (params.type <= 2) vscode.window.showWarningMessage(params.message);
    else vscode.window.showInformationMessage(params.message);
  }
}

function answer(method, params) {
  if (method !== "client/registerCapability") return null;
  for (const { method, registerOptions } of params.registrations) {
    if (method === "workspace/didChangeWatchedFiles") watch(registerOptions.watchers);
  }
  return null;
}

/** Tells of changes on the disk, those of a moment together. */
function watch(watchers) {
  let changes = [], timer;
  const note = (type) => (uri) => {
    changes.push({ uri: uri.toString(), type });
    timer = timer || setTimeout(() => {
      tell("workspace/didChangeWatchedFiles", { changes });
      [changes, timer] = [[], undefined];
    }, 200);
  };
  for (const { globPattern } of watchers) {
    watcher = vscode.workspace.createFileSystemWatcher(globPattern);
    watcher.onDidCreate(note(1));
    watcher.onDidChange(note(2));
    watcher.onDidDelete(note(3));
    server.push(watcher);
  }
}

/** Everything that the server can be asked for. */
function offer(capabilities) {
  const at = (document, position) => ({ textDocument: { uri: document.uri.toString() }, position: convert.place(position) });
  const whole = (document) => ({ textDocument: { uri: document.uri.toString() } });
  const list = (made) => (values) => values.map(made);
  const { languages: provide } = vscode;
  server.push(
    provide.registerCompletionItemProvider(selector, {
      provideCompletionItems: (document, position) => question("textDocument/completion", at(document, position), list(convert.completion)),
    }, ...capabilities.completionProvider.triggerCharacters),
    provide.registerHoverProvider(selector, { provideHover: (document, position) => question("textDocument/hover", at(document, position), convert.hover) }),
    provide.registerDefinitionProvider(selector, { provideDefinition: (document, position) => question("textDocument/definition", at(document, position), convert.location) }),
    provide.registerReferenceProvider(selector, {
      provideReferences: (document, position, context) => question("textDocument/references", { ...at(document, position), context: { includeDeclaration: context.includeDeclaration } }, list(convert.location)),
    }),
    provide.registerDocumentSymbolProvider(selector, { provideDocumentSymbols: (document) => question("textDocument/documentSymbol", whole(document), list(convert.symbol)) }),
    provide.registerWorkspaceSymbolProvider({ provideWorkspaceSymbols: (query) => question("workspace/symbol", { query }, list(convert.workspaceSymbol)) }),
    provide.registerDocumentLinkProvider(selector, { provideDocumentLinks: (document) => question("textDocument/documentLink", whole(document), list(convert.link)) }),
    provide.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: (document) => question("textDocument/foldingRange", whole(document), list((fold) => new vscode.FoldingRange(fold.startLine, fold.endLine))),
    }),
    provide.registerCodeActionsProvider(selector, {
      provideCodeActions: (document, range, context) => question("textDocument/codeAction", {
        ...whole(document), range: convert.span(range), context: { diagnostics: [], ...(context.only ? { only: [context.only.value] } : {}) },
      }, list(convert.codeAction)),
    }, { providedCodeActionKinds: capabilities.codeActionProvider.codeActionKinds.map((kind) => vscode.CodeActionKind.Empty.append(kind)) }),
    provide.registerRenameProvider(selector, {
      prepareRename: (document, position) => question("textDocument/prepareRename", at(document, position), (found) => ({ range: convert.range(found.range), placeholder: found.placeholder })),
      provideRenameEdits: (document, position, newName) => question("textDocument/rename", { ...at(document, position), newName }, convert.workspaceEdit),
    }));
}

module.exports = { activate, deactivate };
