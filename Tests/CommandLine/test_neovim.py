"""The language server in Neovim, an editor that people use."""

import json
import subprocess

from editors import CLOCK

# Attaches the server, waits for what it finds, makes the mends that it offers, and writes down what came of it.
SCRIPT = """
local program, folder, clock, result = unpack(vim.json.decode(vim.env.DESK))
local id = vim.lsp.start_client({cmd = {program, 'lsp', '--clock', clock}, root_dir = folder})
vim.lsp.buf_attach_client(0, id)
local function found() return vim.diagnostic.get(0) end
local client
local started = vim.wait(20000, function()
  client = vim.lsp.get_client_by_id(id)
  return client and client.initialized and #found() > 0
end, 20)
local outcome = {started = started, codes = {}, titles = {}}
for _, finding in ipairs(found()) do table.insert(outcome.codes, finding.code) end
local function offered()
  local params = vim.lsp.util.make_given_range_params({1, 0}, {vim.fn.line('$'), #vim.fn.getline('$') - 1})
  params.context = {diagnostics = {}}
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000) or {}
  return answers[id] and answers[id].result or {}
end
for _ = 1, 9 do
  local action = offered()[1]
  if not action then break end
  table.insert(outcome.titles, action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
end
outcome.mended = vim.wait(20000, function() return #found() == 0 end, 20)
local symbols = vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', vim.lsp.util.make_position_params(), 20000)
outcome.outline = vim.tbl_map(function(item) return item.text end, vim.lsp.util.symbols_to_items(symbols[id].result, 0))
vim.cmd('write')
vim.fn.writefile({vim.json.encode(outcome)}, result)
vim.cmd('qall!')
"""


def test_neovim_shows_findings_and_makes_their_mends(handbook, tmp_path):
    handbook.write("index.md", "# Tiny\n\n## First words\n\nÄ 😀 [Late](policies/lat.md#waive) for {{clinc}}\n")
    script, result = tmp_path / "attach.lua", tmp_path / "outcome.json"
    script.write_text(SCRIPT)
    desk = json.dumps([str(handbook.program), str(handbook.folder), CLOCK[1], str(result)])
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-n", "-c", f"luafile {script}", "-c", "cquit", str(handbook.content / "index.md")],
        env=handbook.environment(DESK=desk), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    outcome = json.loads(result.read_text())
    assert outcome["started"] and outcome["mended"]
    assert outcome["codes"] == ["link-target", "placeholder"]
    assert outcome["titles"] == ["Change to `policies/late.md`", "Change to `{{clinic}}`"]
    assert len(outcome["outline"]) == 2 and outcome["outline"][1].endswith("First words")
    assert (handbook.content / "index.md").read_text().endswith("Ä 😀 [Late](policies/late.md#waive) for {{clinic}}\n")
