// VS Code as far as the extension knows it: what is registered can be called, what is shown is kept.
//
// Reads lines of JSON, `{"do": name, …}`, and answers each with one.

"use strict";

const Module = require("module");
const readline = require("readline");
const { pathToFileURL } = require("url");

class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range {
  constructor(a, b, c, d) { [this.start, this.end] = [new Position(a, b), new Position(c, d)]; }
}
class Uri {
  constructor(text) { this.text = text; }
  static parse(text) { return new Uri(text); }
  get scheme() { return this.text.split(":")[0]; }
  toString() { return this.text; }
  toJSON() { return this.text; }
}
class WorkspaceEdit {
  constructor() { this.edits = []; }
  set(uri, edits) { this.edits.push({ uri, edits }); }
  renameFile(from, to) { this.edits.push({ from, to }); }
}
class Kind {
  constructor(value) { this.value = value; }
  append(part) { return new Kind(this.value ? `${this.value}.${part}` : part); }
}
const plain = (...names) => class { constructor(...values) { names.forEach((name, index) => { this[name] = values[index]; }); } };

const [settings, folder] = [JSON.parse(process.env.SETTINGS), process.env.FOLDER];
const state = { providers: {}, commands: {}, findings: {}, shown: [], watchers: [], disposed: 0, log: "" };
const listeners = {};
const item = () => ({ dispose: () => { state.disposed += 1; } });
const event = (name) => (listener) => { listeners[name] = listener; return item(); };
const provide = (name) => (...values) => { state.providers[name] = values.find((value) => Object.keys(value).some((key) => /^(provide|prepare)/.test(key) && typeof value[key] === "function")); return item(); };
const documents = [];
const document = (uri, languageId, text) => ({ uri: Uri.parse(uri), languageId, version: 1, text, getText() { return this.text; } });

const vscode = {
  Position, Range, Uri, WorkspaceEdit, CodeActionKind: { Empty: new Kind("") },
  Location: plain("uri", "range"), TextEdit: plain("range", "newText"), Diagnostic: plain("range", "message", "severity"),
  CompletionItem: plain("label", "kind"), DocumentSymbol: plain("name", "detail", "kind", "range", "selectionRange"),
  SymbolInformation: plain("name", "kind", "containerName", "location"), CodeAction: plain("title", "kind"),
  MarkdownString: plain("value"), Hover: plain("contents", "range"), DocumentLink: plain("range", "target"), FoldingRange: plain("start", "end"),
  window: {
    createOutputChannel: () => ({ append: (words) => { state.log += words; }, appendLine: (words) => { state.log += words; }, show() {}, dispose() {} }),
    showErrorMessage: (words) => state.shown.push(["error", words]), showWarningMessage: (words) => state.shown.push(["warning", words]),
    showInformationMessage: (words) => state.shown.push(["information", words]),
  },
  commands: { registerCommand: (name, body) => { state.commands[name] = body; return item(); } },
  languages: {
    createDiagnosticCollection: () => ({ set: (uri, list) => { state.findings[uri] = list; }, clear: () => { state.findings = {}; }, dispose() {} }),
    registerCompletionItemProvider: provide("completion"), registerHoverProvider: provide("hover"), registerDefinitionProvider: provide("definition"),
    registerReferenceProvider: provide("references"), registerDocumentSymbolProvider: provide("symbols"), registerWorkspaceSymbolProvider: provide("all symbols"),
    registerDocumentLinkProvider: provide("links"), registerFoldingRangeProvider: provide("folds"), registerCodeActionsProvider: provide("actions"),
    registerRenameProvider: provide("rename"),
  },
  workspace: {
    workspaceFolders: [{ uri: Uri.parse(folder), name: "desk" }], textDocuments: documents,
    getConfiguration: () => ({ get: (name) => settings[name] }),
    createFileSystemWatcher: (pattern) => {
      const made = { pattern, ...item() };
      for (const name of ["onDidCreate", "onDidChange", "onDidDelete"]) made[name] = (listener) => { made[name.slice(5).toLowerCase()] = listener; };
      state.watchers.push(made);
      return made;
    },
    onDidOpenTextDocument: event("open"), onDidCloseTextDocument: event("close"), onDidSaveTextDocument: event("save"), onDidChangeTextDocument: event("change"),
    onWillRenameFiles: event("will rename"), onDidRenameFiles: event("renamed"), onDidChangeConfiguration: event("configuration"),
  },
};

const load = Module._load;
Module._load = (name, ...more) => (name === "vscode" ? vscode : load(name, ...more));
const extension = require(process.env.EXTENSION);

const actions = {
  async activate() {
    const context = { subscriptions: [] };
    await extension.activate(context);
    return { providers: Object.keys(state.providers), commands: Object.keys(state.commands), subscriptions: context.subscriptions.length };
  },
  async deactivate() { await extension.deactivate(); return state.disposed; },
  open({ uri, language, text }) { documents.push(document(uri, language, text)); listeners.open(documents[documents.length - 1]); },
  change({ uri, range, text, whole }) {
    const found = documents.find((value) => String(value.uri) === uri);
    found.version += 1;
    found.text = whole;
    listeners.change({ document: found, contentChanges: [{ range: new Range(...range), text }] });
  },
  save({ uri }) { listeners.save(documents.find((value) => String(value.uri) === uri)); },
  state() { return { findings: state.findings, shown: state.shown, watchers: state.watchers.map((watcher) => watcher.pattern), log: state.log, disposed: state.disposed }; },
  disk({ uri, type }) { state.watchers[state.watchers.length - 1][type](Uri.parse(uri)); },
  command({ name }) { return state.commands[name](); },
  async willRename({ from, to }) {
    let promise;
    listeners["will rename"]({ files: [{ oldUri: Uri.parse(from), newUri: Uri.parse(to) }], waitUntil: (value) => { promise = value; } });
    return promise;
  },
  ask({ provider, method, uri, position, more }) {
    const target = uri && documents.find((value) => String(value.uri) === uri);
    const values = [target, position && new Position(...position), ...(more || [])].filter((value) => value !== undefined);
    return state.providers[provider][method](...values);
  },
  fixes({ uri, range, only }) {
    const target = documents.find((value) => String(value.uri) === uri);
    return state.providers.actions.provideCodeActions(target, new Range(...range), { only: only && new Kind(only) });
  },
};

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  const request = JSON.parse(line);
  let reply;
  try {
    reply = { result: await actions[request.do](request) };
  } catch (error) {
    reply = { error: error.message };
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}).on("close", () => process.exit());
