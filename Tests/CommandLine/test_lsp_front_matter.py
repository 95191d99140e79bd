"""What the language server offers above a page's text: in cards and scenarios what the check knows."""

import pytest
from desks import files

BODY = """
## Ask

Why?

> [!SAY]
> Tell me.

- [A reason](#waive)
- [None](#charge)

## Waive

> [!OUTCOME]
> Waived.

## Charge

> [!OUTCOME]
> Charged.
"""


def offered(editor, front):
    """What is offered at `|`."""
    text = f"---\ntitle: Late\nkind: script\n{front}\n---\n{BODY}"
    before = text[: text.index("|")]
    text = text.replace("|", "", 1)
    editor.open("policies/late.md", text)
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    items = editor.ask("textDocument/completion", {"textDocument": {"uri": editor.uri("policies/late.md")}, "position": {"line": line, "character": column}})
    here = text.splitlines()[line]
    made = {}
    for item in items:
        edit = item["textEdit"]
        made[item["label"]] = here[: edit["range"]["start"]["character"]] + edit["newText"] + here[edit["range"]["end"]["character"] :]
    return made


CARD = {"title", "size", "category", "layout", "turn", "hole", "rows", "steps", "back", "min", "max"}


@pytest.mark.parametrize("front, expected", [
    ("card:\n  |", CARD),
    ("card:\n  si|", CARD),
    ("card:\n  size: a6\n  |\n  back: [ask]", CARD - {"size", "back"}),
    ("card: {|}", CARD),
    ("card: {|", CARD),
    ("card: {size: a6, rows: [x, y], |}", CARD - {"size", "rows"}),
    ("card: |", {"true", "false"}),
    ("card:\n  size: |", {"a7", "a6", "a5", "3x5", "4x6", "quarter", "half", "business-us", "business-eu", "tent", "tent-low"}),
    ("card: {size: b|}", {"a7", "a6", "a5", "3x5", "4x6", "quarter", "half", "business-us", "business-eu", "tent", "tent-low"}),
    ("card:\n  layout: |", {"acrostic", "pairs", "steps", "ladder", "facts"}),
    ("card:\n  turn: |", {"side", "top"}),
    ("card:\n  hole: |", {"none", "corner", "top"}),
    ("card:\n  category: |", {"Money", "Visits"}),
    ("card:\n  steps: [|]", {"ask", "waive", "charge"}),
    ("card:\n  steps:\n    - ask\n    - |", {"ask", "waive", "charge"}),
    ("card:\n  min: |", set()),
    ("scenarios:\n  - |", {"name", "choices", "outcome"}),
    ("scenarios:\n- |", {"name", "choices", "outcome"}),
    ("scenarios:\n  - name: x\n    |", {"choices", "outcome"}),
    ("scenarios:\n  - name: x\n    outcome: ask\n  - name: y\n    |\n  - choices: []", {"choices", "outcome"}),
    ("scenarios:\n  - {name: x, |}", {"choices", "outcome"}),
    ("scenarios:\n  - name: x\n    choices: [w|]", {"ask", "waive", "charge"}),
    ("scenarios:\n  - name: x\n    choices:\n      - |", {"ask", "waive", "charge"}),
    ("scenarios:\n  - name: x\n    outcome: |", {"waive", "charge"}),
    ("scenarios:\n  - name: |", set()),
    ("extra:\n  siz|", set()),
])  # fmt: skip
def test_cards_and_scenarios_are_completed(front, expected, editor):
    editor.open("handbook.yml", "title: Tiny\ncards: {categories: {Money: {label: M}, Visits: {label: V}}}\n")
    assert set(offered(editor, front)) >= expected
    # A phrase can be on the back, and a half-typed line that no YAML is leaves the steps known.
    assert set(offered(editor, front)) - expected == set()


def test_every_key_that_is_offered_is_known_to_the_check(desk):
    from editors import Editor

    desk.write("policies/late.md", f"---\ntitle: Late\nkind: script\n---\n{BODY}")
    editor = Editor(desk)
    editor.begin()
    for front, key in [("card: {size: a6, |}", "card: {size: a6, %sx: 1}"), ("scenarios:\n  - |", "scenarios:\n  - %sx: 1")]:
        for name in offered(editor, front):
            page = f"---\ntitle: Late\nkind: script\n{key % name}\n---\n{BODY}"
            editor.open("policies/late.md", page)
            editor.codes("policies/late.md")
            helps = [finding["message"] for finding in editor.findings[editor.uri("policies/late.md")] if finding["code"] == "unknown-key"]
            assert helps and any(name in words for words in helps), (name, helps)
    editor.end()


@pytest.mark.parametrize("front, name, line", [
    ("ki|: x", "kind", None),
    ("own|er: Ana", "owner", "owner: Ana"),
    ("card: {si|ze: a6}", "size", "card: {size: a6}"),
    ("card:\n  si|: a6", "size", "  size: a6"),
])  # fmt: skip
def test_a_key_that_has_its_colon_gets_no_second(front, name, line, editor):
    made = offered(editor, front)
    assert name not in made if line is None else made[name] == line


def test_nothing_is_written_by_asking(editor):
    before = files(editor.desk.content)
    offered(editor, "card: {|}")
    assert files(editor.desk.content) == before
