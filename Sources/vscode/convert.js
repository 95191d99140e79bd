// The protocol's values as those of VS Code.

"use strict";

const vscode = require("vscode");

const range = (value) => new vscode.Range(value.start.line, value.start.character, value.end.line, value.end.character);
const place = (value) => ({ line: value.line, character: value.character });
const span = (value) => ({ start: place(value.start), end: place(value.end) });
const uri = (text) => vscode.Uri.parse(text);
const location = (value) => new vscode.Location(uri(value.uri), range(value.range));
const textEdit = (edit) => new vscode.TextEdit(range(edit.range), edit.newText);

/** Error, warning and information are counted from 1 there and from 0 here. */
function diagnostic(finding) {
  const made = new vscode.Diagnostic(range(finding.range), finding.message, finding.severity - 1);
  made.source = finding.source;
  made.code = finding.code;
  return made;
}

function workspaceEdit(value) {
  const made = new vscode.WorkspaceEdit();
  for (const [file, edits] of Object.entries(value.changes || {})) made.set(uri(file), edits.map(textEdit));
  for (const change of value.documentChanges || []) {
    if (change.kind === "rename") made.renameFile(uri(change.oldUri), uri(change.newUri), {});
    else made.set(uri(change.textDocument.uri), change.edits.map(textEdit));
  }
  return made;
}

function completion(item) {
  // The protocol counts kinds from 1, VS Code from 0.
  const made = new vscode.CompletionItem(item.label, item.kind - 1);
  made.detail = item.detail;
  made.range = range(item.textEdit.range);
  made.insertText = item.textEdit.newText;
  // What is typed is compared with the part that is replaced, which a closing bracket may belong to.
  made.filterText = item.label;
  return made;
}

function symbol(value) {
  const made = new vscode.DocumentSymbol(value.name, value.detail || "", value.kind - 1, range(value.range), range(value.selectionRange));
  made.children = (value.children || []).map(symbol);
  return made;
}

function workspaceSymbol(value) {
  return new vscode.SymbolInformation(value.name, value.kind - 1, value.containerName || "", location(value.location));
}

function codeAction(value) {
  const made = new vscode.CodeAction(value.title, vscode.CodeActionKind.Empty.append(value.kind));
  made.edit = workspaceEdit(value.edit);
  made.isPreferred = value.isPreferred;
  made.diagnostics = value.diagnostics && value.diagnostics.map(diagnostic);
  return made;
}

function hover(value) {
  return new vscode.Hover(new vscode.MarkdownString(value.contents.value), range(value.range));
}

function link(value) {
  return new vscode.DocumentLink(range(value.range), uri(value.target));
}

module.exports = { range, place, span, location, diagnostic, workspaceEdit, completion, symbol, workspaceSymbol, codeAction, hover, link };
